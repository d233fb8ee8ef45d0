using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adam.</summary>
        /// <remarks>As in TorchSharp 0.105, beta2 is 0.99 unless told otherwise, not PyTorch's 0.999.</remarks>
        public static Adam Adam(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.99,
            double eps = 1e-8, double weight_decay = 0) => new(parameters, lr, beta1, beta2, eps, weight_decay);

        /// <summary>AdamW.</summary>
        public static AdamW AdamW(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0) => new(parameters, lr, beta1, beta2, eps, weight_decay);

        /// <summary>Gradient descent.</summary>
        public static SGD SGD(
            IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.0, double dampening = 0,
            double weight_decay = 0) =>
            dampening == 0
                ? new(parameters, learningRate, momentum, weight_decay)
                : throw new NotSupportedException("Dampening of the momentum.");
    }
}
