using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Takes over a tensor as a parameter.</summary>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>Affine map of the last dimension.</summary>
        public static Linear Linear(
            long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>Normalises the last dimensions.</summary>
        public static LayerNorm LayerNorm(
            long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalises the last dimension.</summary>
        public static LayerNorm LayerNorm(
            long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <summary>Zeroes elements at random while training.</summary>
        public static Dropout Dropout(double p = 0.5) => new(p);

        /// <summary>Positive part.</summary>
        public static ReLU ReLU() => new();

        /// <summary>x times the logistic function of x.</summary>
        public static SiLU SiLU() => new();

        /// <summary>Hyperbolic tangent.</summary>
        public static Tanh Tanh() => new();

        /// <summary>Logistic function.</summary>
        public static Sigmoid Sigmoid() => new();

        /// <summary>x times the normal distribution function of x.</summary>
        public static GELU GELU() => new();

        /// <summary>log(1 + exp(beta x)) / beta; x itself above the threshold.</summary>
        public static Softplus Softplus(double beta = 1.0, double threshold = 20.0) => new(beta, threshold);

        /// <summary>Modules one after the other, by name.</summary>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
            new(modules);

        /// <summary>Modules one after the other, named 0, 1, ...</summary>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
            new(modules.Select((m, i) => ($"{i}", m)));

        /// <summary>Modules one after the other, named 0, 1, ...</summary>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) =>
            new(modules.Select((m, i) => ($"{i}", m)));
    }
}
