using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>How a loss is reduced to a number.</summary>
        public enum Reduction : long
        {
            /// <summary>Not at all.</summary>
            None = 0L,
            /// <summary>To the mean.</summary>
            Mean = 1L,
            /// <summary>To the sum.</summary>
            Sum = 2L,
        }

        /// <summary>What modules compute; pytorch.org/docs/stable/nn.functional.html is the reference.</summary>
        public static partial class functional
        {
            /// <summary>Affine map of the last dimension; weights <c>[out, in]</c>.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                Aten.linear.Call(input, weights, bias);

            /// <summary>Positive part.</summary>
            public static Tensor relu(Tensor input) => input.relu();

            /// <summary>x times the logistic function of x.</summary>
            public static Tensor silu(Tensor x) => x.silu();

            /// <summary>x times the normal distribution function of x.</summary>
            public static Tensor gelu(Tensor x) => x.gelu();

            /// <summary>Logistic function.</summary>
            public static Tensor sigmoid(Tensor input) => input.sigmoid();

            /// <summary>Hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor input) => input.tanh();

            /// <summary>log(1 + exp(beta x)) / beta; x itself where beta x is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) =>
                Aten.softplus.Call(x, beta, threshold);

            /// <summary>Logarithm of the logistic function.</summary>
            public static Tensor logsigmoid(Tensor x) => x.log_sigmoid();

            /// <summary>Exponentials, normalised along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>Logarithms of the softmax.</summary>
            public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                input.log_softmax(dim, dtype);

            /// <summary>Zeroes elements at random while training.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true) =>
                Aten.dropout.Call(input, p, training);

            /// <summary>Normalises the last dimensions.</summary>
            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null,
                double eps = 1e-05) =>
                Aten.layer_norm.Call(input, normalized_shape, weight, bias, eps);

            /// <summary>One-hot vectors of class numbers.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Aten.one_hot.Call(x, num_classes);

            /// <summary>Squared difference.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.mse_loss.Call(input, target, (long)reduction);

            /// <summary>Absolute difference.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.l1_loss.Call(input, target, (long)reduction);

            /// <summary>Squared difference up to delta, linear beyond.</summary>
            public static Tensor huber_loss(
                Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                Aten.huber_loss.Call(input, target, (long)reduction, delta);

            /// <summary>Huber loss over beta.</summary>
            public static Tensor smooth_l1_loss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                Aten.smooth_l1_loss.Call(input, target, (long)reduction, beta);

            /// <summary>Cross entropy of logits and class numbers or probabilities.</summary>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                Aten.cross_entropy_loss.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>Cross entropy of logits and probabilities of one class.</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean,
                Tensor? pos_weights = null) =>
                Aten.binary_cross_entropy_with_logits.Call(input, target, weight, pos_weights, (long)reduction);
        }
    }
}
