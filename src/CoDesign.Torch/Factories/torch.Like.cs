namespace TorchSharp;

public static partial class torch
{
    /// <summary>Zeros, in the shape, type and device of the input unless told otherwise.</summary>
    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.zeros_like(dtype, device, requires_grad);

    /// <summary>Ones, in the shape, type and device of the input unless told otherwise.</summary>
    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.ones_like(dtype, device, requires_grad);

    /// <summary>Elements of any value, in the shape, type and device of the input unless told otherwise.</summary>
    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.empty_like(dtype, device, requires_grad);

    /// <summary>Uniform random numbers in [0, 1), in the shape, type and device of the input unless told
    /// otherwise.</summary>
    public static Tensor rand_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.rand_like(dtype, device, requires_grad);

    /// <summary>Random numbers of the normal distribution, in the shape, type and device of the input unless told
    /// otherwise.</summary>
    public static Tensor randn_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.randn_like(dtype, device, requires_grad);

    /// <summary>All elements of one value, in the shape, type and device of the input unless told otherwise.</summary>
    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.full_like(value, dtype, device, requires_grad);
}
