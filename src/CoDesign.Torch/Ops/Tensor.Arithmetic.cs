using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Arithmetic of two tensors, or of a tensor and a number.
    public partial class Tensor
    {
        /// <summary>Sum.</summary>
        public Tensor add(Tensor target) => Aten.add_Tensor.Call(this, target);

        /// <summary>Sum with alpha times the target.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Aten.add_Tensor.Call(this, target, alpha);

        /// <summary>Sum.</summary>
        public Tensor add(Scalar scalar) => Aten.add_Scalar.Call(this, scalar);

        /// <summary>Sum, in place.</summary>
        public Tensor add_(Tensor target) => Aten.add__Tensor.InPlace(this, this, target);

        /// <summary>Sum with alpha times the target, in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => Aten.add__Tensor.InPlace(this, this, target, alpha);

        /// <summary>Sum, in place.</summary>
        public Tensor add_(Scalar scalar) => Aten.add__Scalar.InPlace(this, this, scalar);

        /// <summary>Difference.</summary>
        public Tensor sub(Tensor target) => Aten.sub_Tensor.Call(this, target);

        /// <summary>Difference.</summary>
        public Tensor sub(Scalar target) => Aten.sub_Scalar.Call(this, target);

        /// <summary>Difference, in place.</summary>
        public Tensor sub_(Tensor target) => Aten.sub__Tensor.InPlace(this, this, target);

        /// <summary>Difference, in place.</summary>
        public Tensor sub_(Scalar target) => Aten.sub__Scalar.InPlace(this, this, target);

        /// <summary>Product.</summary>
        public Tensor mul(Tensor target) => Aten.mul_Tensor.Call(this, target);

        /// <summary>Product.</summary>
        public Tensor mul(Scalar target) => Aten.mul_Scalar.Call(this, target);

        /// <summary>Product, in place.</summary>
        public Tensor mul_(Tensor target) => Aten.mul__Tensor.InPlace(this, this, target);

        /// <summary>Product, in place.</summary>
        public Tensor mul_(Scalar target) => Aten.mul__Scalar.InPlace(this, this, target);

        /// <summary>Quotient.</summary>
        public Tensor div(Tensor target) => Aten.div_Tensor.Call(this, target);

        /// <summary>Quotient.</summary>
        public Tensor div(Scalar target) => Aten.div_Scalar.Call(this, target);

        /// <summary>Quotient, in place.</summary>
        public Tensor div_(Tensor target) => Aten.div__Tensor.InPlace(this, this, target);

        /// <summary>Quotient, in place.</summary>
        public Tensor div_(Scalar target) => Aten.div__Scalar.InPlace(this, this, target);

        /// <summary>Power.</summary>
        public Tensor pow(Tensor exponent) => Aten.pow_Tensor_Tensor.Call(this, exponent);

        /// <summary>Power.</summary>
        public Tensor pow(Scalar exponent) => Aten.pow_Tensor_Scalar.Call(this, exponent);

        /// <summary>Power, in place.</summary>
        public Tensor pow_(Tensor exponent) => Aten.pow__Tensor.InPlace(this, this, exponent);

        /// <summary>Power, in place.</summary>
        public Tensor pow_(Scalar exponent) => Aten.pow__Scalar.InPlace(this, this, exponent);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public Tensor remainder(Tensor other) => Aten.remainder_Tensor.Call(this, other);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public Tensor remainder(Scalar other) => Aten.remainder_Scalar.Call(this, other);

        /// <summary>Remainder with the sign of the dividend.</summary>
        public Tensor fmod(Tensor other) => Aten.fmod_Tensor.Call(this, other);

        /// <summary>Remainder with the sign of the dividend.</summary>
        public Tensor fmod(Scalar other) => Aten.fmod_Scalar.Call(this, other);

        /// <summary>Quotient, rounded down.</summary>
        public Tensor floor_divide(Tensor other) => Aten.floor_divide.Call(this, other);

        /// <summary>Angle of the point (other, this), in (-pi, pi].</summary>
        public Tensor atan2(Tensor other) => Aten.atan2.Call(this, other);

        /// <summary>Length of the hypotenuse.</summary>
        public Tensor hypot(Tensor other) => Aten.hypot.Call(this, other);

        /// <summary>This magnitude with the other's sign.</summary>
        public Tensor copysign(Tensor other) => Aten.copysign_Tensor.Call(this, other);

        /// <summary>The larger of two.</summary>
        public Tensor maximum(Tensor other) => Aten.maximum.Call(this, other);

        /// <summary>The smaller of two.</summary>
        public Tensor minimum(Tensor other) => Aten.minimum.Call(this, other);

        /// <summary>log(exp(x) + exp(y)).</summary>
        public Tensor logaddexp(Tensor other) => Aten.logaddexp.Call(this, other);

        /// <summary>x log(y), zero where x is.</summary>
        public Tensor xlogy(Tensor y) => Aten.xlogy_Tensor.Call(this, y);

        /// <summary>Adds value times the product.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcmul.Call(this, tensor1, tensor2, value);

        /// <summary>Adds value times the product, in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcmul_.InPlace(this, this, tensor1, tensor2, value);

        /// <summary>Adds value times the quotient.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcdiv.Call(this, tensor1, tensor2, value);

        /// <summary>Adds value times the quotient, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcdiv_.InPlace(this, this, tensor1, tensor2, value);

        /// <summary>And of the bits.</summary>
        public Tensor bitwise_and(Tensor other) => Aten.bitwise_and_Tensor.Call(this, other);

        /// <summary>Or of the bits.</summary>
        public Tensor bitwise_or(Tensor other) => Aten.bitwise_or_Tensor.Call(this, other);

        /// <summary>Exclusive or of the bits.</summary>
        public Tensor bitwise_xor(Tensor other) => Aten.bitwise_xor_Tensor.Call(this, other);

        /// <summary>Complement of the bits.</summary>
        public Tensor bitwise_not() => Aten.bitwise_not.Call(this);
    }
}
