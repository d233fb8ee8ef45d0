namespace TorchSharp;

// Arithmetic of two tensors, or of a tensor and a number.
public static partial class torch
{
    /// <summary>Sum.</summary>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <summary>Sum with alpha times the target.</summary>
    public static Tensor add(Tensor input, Tensor target, Scalar alpha) => input.add(target, alpha);

    /// <summary>Sum.</summary>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    /// <summary>Difference.</summary>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <summary>Difference.</summary>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    /// <summary>Product.</summary>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <summary>Product.</summary>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    /// <summary>Quotient.</summary>
    public static Tensor div(Tensor left, Tensor right) => left.div(right);

    /// <summary>Quotient.</summary>
    public static Tensor div(Tensor left, Scalar right) => left.div(right);

    /// <summary>Power.</summary>
    public static Tensor pow(Tensor input, Tensor exponent) => input.pow(exponent);

    /// <summary>Power.</summary>
    public static Tensor pow(Tensor input, Scalar exponent) => input.pow(exponent);

    /// <summary>Remainder with the sign of the divisor.</summary>
    public static Tensor remainder(Tensor left, Tensor right) => left.remainder(right);

    /// <summary>Remainder with the sign of the divisor.</summary>
    public static Tensor remainder(Tensor left, Scalar right) => left.remainder(right);

    /// <summary>Remainder with the sign of the dividend.</summary>
    public static Tensor fmod(Tensor left, Tensor right) => left.fmod(right);

    /// <summary>Remainder with the sign of the dividend.</summary>
    public static Tensor fmod(Tensor left, Scalar right) => left.fmod(right);

    /// <summary>Quotient, rounded down.</summary>
    public static Tensor floor_divide(Tensor left, Tensor right) => left.floor_divide(right);

    /// <summary>Angle of the point (other, this), in (-pi, pi].</summary>
    public static Tensor atan2(Tensor left, Tensor right) => left.atan2(right);

    /// <summary>Length of the hypotenuse.</summary>
    public static Tensor hypot(Tensor left, Tensor right) => left.hypot(right);

    /// <summary>This magnitude with the other's sign.</summary>
    public static Tensor copysign(Tensor left, Tensor right) => left.copysign(right);

    /// <summary>The larger of two.</summary>
    public static Tensor maximum(Tensor left, Tensor right) => left.maximum(right);

    /// <summary>The smaller of two.</summary>
    public static Tensor minimum(Tensor left, Tensor right) => left.minimum(right);

    /// <summary>log(exp(x) + exp(y)).</summary>
    public static Tensor logaddexp(Tensor left, Tensor right) => left.logaddexp(right);

    /// <summary>x log(y), zero where x is.</summary>
    public static Tensor xlogy(Tensor left, Tensor right) => left.xlogy(right);

    /// <summary>Adds value times the product.</summary>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        input.addcmul(tensor1, tensor2, value);

    /// <summary>Adds value times the quotient.</summary>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        input.addcdiv(tensor1, tensor2, value);

    /// <summary>And of the bits.</summary>
    public static Tensor bitwise_and(Tensor left, Tensor right) => left.bitwise_and(right);

    /// <summary>Or of the bits.</summary>
    public static Tensor bitwise_or(Tensor left, Tensor right) => left.bitwise_or(right);

    /// <summary>Exclusive or of the bits.</summary>
    public static Tensor bitwise_xor(Tensor left, Tensor right) => left.bitwise_xor(right);

    /// <summary>Complement of the bits.</summary>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();
}
