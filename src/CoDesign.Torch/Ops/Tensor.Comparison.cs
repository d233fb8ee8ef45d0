using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Comparison and logic; the results are truth values.
    public partial class Tensor
    {
        /// <summary>Whether equal.</summary>
        public Tensor eq(Tensor target) => Aten.eq_Tensor.Call(this, target);

        /// <summary>Whether equal.</summary>
        public Tensor eq(Scalar target) => Aten.eq_Scalar.Call(this, target);

        /// <summary>Whether not equal.</summary>
        public Tensor ne(Tensor target) => Aten.ne_Tensor.Call(this, target);

        /// <summary>Whether not equal.</summary>
        public Tensor ne(Scalar target) => Aten.ne_Scalar.Call(this, target);

        /// <summary>Whether less.</summary>
        public Tensor lt(Tensor target) => Aten.lt_Tensor.Call(this, target);

        /// <summary>Whether less.</summary>
        public Tensor lt(Scalar target) => Aten.lt_Scalar.Call(this, target);

        /// <summary>Whether less or equal.</summary>
        public Tensor le(Tensor target) => Aten.le_Tensor.Call(this, target);

        /// <summary>Whether less or equal.</summary>
        public Tensor le(Scalar target) => Aten.le_Scalar.Call(this, target);

        /// <summary>Whether greater.</summary>
        public Tensor gt(Tensor target) => Aten.gt_Tensor.Call(this, target);

        /// <summary>Whether greater.</summary>
        public Tensor gt(Scalar target) => Aten.gt_Scalar.Call(this, target);

        /// <summary>Whether greater or equal.</summary>
        public Tensor ge(Tensor target) => Aten.ge_Tensor.Call(this, target);

        /// <summary>Whether greater or equal.</summary>
        public Tensor ge(Scalar target) => Aten.ge_Scalar.Call(this, target);

        /// <summary>Both.</summary>
        public Tensor logical_and(Tensor other) => Aten.logical_and.Call(this, other);

        /// <summary>At least one.</summary>
        public Tensor logical_or(Tensor other) => Aten.logical_or.Call(this, other);

        /// <summary>Exactly one.</summary>
        public Tensor logical_xor(Tensor other) => Aten.logical_xor.Call(this, other);

        /// <summary>Opposite.</summary>
        public Tensor logical_not() => Aten.logical_not.Call(this);

        /// <summary>Whether equal up to atol + rtol |other|.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Aten.isclose.Call(this, other, rtol, atol, nanEqual);

        /// <summary>Whether all are equal up to atol + rtol |target|.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Aten.allclose.CallBool(this, target, rtol, atol, equal_nan);

        /// <summary>Whether shape, type and all elements are equal.</summary>
        public bool Equals(
            Tensor target) =>
            ReferenceEquals(
                this, target) || (shape.AsSpan().SequenceEqual(
                    target.shape) && dtype == target.dtype && Aten.equal.CallBool(this, target));
    }
}
