using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The step of Adam (Kingma and Ba 2015, algorithm 1) on lists of tensors.</summary>
internal static class AdamUpdate
{
    internal static void Apply(
        Tensor[] parameters, Tensor[] gradients, Tensor[] mean, Tensor[] square, long step, double lr, double beta1,
        double beta2, double eps)
    {
        var correction1 = 1 - Math.Pow(beta1, step);
        var correction2 = 1 - Math.Pow(beta2, step);
        Aten._foreach_mul__Scalar.Do(mean, beta1);
        Aten._foreach_add__List.Do(mean, gradients, 1 - beta1);
        Aten._foreach_mul__Scalar.Do(square, beta2);
        Aten._foreach_addcmul__Scalar.Do(square, gradients, gradients, 1 - beta2);
        var denominator = Aten._foreach_sqrt.CallList(square);
        Aten._foreach_div__Scalar.Do(denominator, Math.Sqrt(correction2));
        Aten._foreach_add__Scalar.Do(denominator, eps);
        Aten._foreach_addcdiv__Scalar.Do(parameters, mean, denominator, -lr / correction1);
    }
}
