using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>Gradient descent, with momentum and weight decay.</summary>
public sealed class SGD : OptimizerHelper
{
    private readonly double _momentum;
    private readonly double _weightDecay;

    internal SGD(IEnumerable<Parameter> parameters, double lr, double momentum, double weight_decay)
        : base(parameters, lr, slots: momentum == 0 ? 0 : 1) => (_momentum, _weightDecay) = (momentum, weight_decay);

    private protected override void Update(Batch batch)
    {
        var (parameters, gradients) = (batch.Parameters, batch.Gradients);
        if (_weightDecay != 0)
        {
            gradients = Aten._foreach_add_List.CallList(gradients, parameters, _weightDecay);
        }
        if (_momentum != 0)
        {
            var velocity = batch.Slot(0);
            Aten._foreach_mul__Scalar.Do(velocity, _momentum);
            Aten._foreach_add__List.Do(velocity, gradients, 1.0);
            gradients = velocity;
        }
        Aten._foreach_add__List.Do(parameters, gradients, -Group.LearningRate);
    }
}
