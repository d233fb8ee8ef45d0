namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters; no gradient is recorded.</summary>
        public static partial class init
        {
            /// <summary>Zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => Quietly(tensor, t => t.zero_());

            /// <summary>Ones.</summary>
            public static Tensor ones_(Tensor tensor) => Quietly(tensor, t => t.fill_(1));

            /// <summary>One value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Quietly(tensor, t => t.fill_(val));

            /// <summary>Uniform random numbers.</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1) =>
                Quietly(tensor, t => t.uniform_(low, high));

            /// <summary>Normal random numbers.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1) =>
                Quietly(tensor, t => t.normal_(mean, std));

            /// <summary>Uniform, for equal variance of values and gradients (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var a = gain * Math.Sqrt(6.0 / (tensor.size(0) + tensor.size(1)));
                return uniform_(tensor, -a, a);
            }

            /// <summary>Normal, for equal variance of values and gradients (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) =>
                normal_(tensor, 0, gain * Math.Sqrt(2.0 / (tensor.size(0) + tensor.size(1))));

            private static Tensor Quietly(Tensor tensor, Func<Tensor, Tensor> fill)
            {
                using var grad = no_grad();
                return fill(tensor);
            }
        }

        /// <summary>Tools for parameters.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients down if the norm of all together is above a limit.</summary>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(
                IEnumerable<Modules.Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var scope = NewDisposeScope();
                using var grad = no_grad();
                Tensor[] grads = [.. tensors.Select(p => p.grad).OfType<Tensor>()];
                if (grads.Length == 0)
                {
                    return 0;
                }
                var total = linalg.vector_norm(stack(grads.Select(g => linalg.vector_norm(g, norm_type))), norm_type);
                var norm = total.ToDouble();
                if (norm > max_norm)
                {
                    foreach (var g in grads)
                    {
                        g.mul_(max_norm / (norm + 1e-6));
                    }
                }
                return norm;
            }

            /// <summary>All parameters as one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Tensor> parameters) =>
                cat([.. parameters.Select(p => p.reshape(-1))]);

            /// <summary>Copies a vector into the parameters.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Tensor> parameters)
            {
                using var scope = NewDisposeScope();
                using var grad = no_grad();
                var at = 0L;
                foreach (var p in parameters)
                {
                    p.copy_(vec.narrow(0, at, p.NumberOfElements).view(p.shape));
                    at += p.NumberOfElements;
                }
            }
        }
    }
}
