using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>Adam (Kingma and Ba 2015); weight decay adds to the gradient.</summary>
public sealed class Adam : OptimizerHelper
{
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _eps;
    private readonly double _weightDecay;

    internal Adam(
        IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay)
        : base(parameters, lr, slots: 2) =>
        (_beta1, _beta2, _eps, _weightDecay) = (beta1, beta2, eps, weight_decay);

    private protected override void Update(Batch batch)
    {
        var (parameters, gradients) = (batch.Parameters, batch.Gradients);
        if (_weightDecay != 0)
        {
            gradients = Aten._foreach_add_List.CallList(gradients, parameters, _weightDecay);
        }
        AdamUpdate.Apply(
            parameters, gradients, batch.Slot(0), batch.Slot(1), batch.Step, Group.LearningRate, _beta1, _beta2, _eps);
    }
}
