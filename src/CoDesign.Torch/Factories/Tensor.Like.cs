using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Zeros, in the shape, type and device of this tensor unless told otherwise.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.zeros_like.Call(this, dtype, Arg.None, device), requires_grad);

        /// <summary>Ones, in the shape, type and device of this tensor unless told otherwise.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.ones_like.Call(this, dtype, Arg.None, device), requires_grad);

        /// <summary>Elements of any value, in the shape, type and device of this tensor unless told
        /// otherwise.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.empty_like.Call(this, dtype, Arg.None, device), requires_grad);

        /// <summary>Uniform random numbers in [0, 1), in the shape, type and device of this tensor unless told
        /// otherwise.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.rand_like.Call(this, dtype, Arg.None, device), requires_grad);

        /// <summary>Random numbers of the normal distribution, in the shape, type and device of this tensor unless
        /// told otherwise.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.randn_like.Call(this, dtype, Arg.None, device), requires_grad);

        /// <summary>All elements of one value, in the shape, type and device of this tensor unless told
        /// otherwise.</summary>
        public Tensor full_like(
            Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.full_like.Call(this, value, dtype, Arg.None, device), requires_grad);
    }
}
