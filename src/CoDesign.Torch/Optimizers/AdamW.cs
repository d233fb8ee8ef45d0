using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>AdamW (Loshchilov and Hutter 2019); weight decay shrinks the parameters.</summary>
public sealed class AdamW : OptimizerHelper
{
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _eps;
    private readonly double _weightDecay;

    internal AdamW(
        IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay)
        : base(parameters, lr, slots: 2) =>
        (_beta1, _beta2, _eps, _weightDecay) = (beta1, beta2, eps, weight_decay);

    private protected override void Update(Batch batch)
    {
        var (parameters, gradients) = (batch.Parameters, batch.Gradients);
        if (_weightDecay != 0)
        {
            Aten._foreach_mul__Scalar.Do(parameters, 1 - (Group.LearningRate * _weightDecay));
        }
        AdamUpdate.Apply(
            parameters, gradients, batch.Slot(0), batch.Slot(1), batch.Step, Group.LearningRate, _beta1, _beta2, _eps);
    }
}
