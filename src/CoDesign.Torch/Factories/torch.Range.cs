using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>All elements of one value.</summary>
    public static Tensor full(
        long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeFull(size, value, dtype, device, requires_grad, names);

    /// <summary>All elements of one value.</summary>
    public static Tensor full(
        ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        MakeFull(size.ToArray(), value, dtype, device, requires_grad, names);

    /// <summary>All elements of one value.</summary>
    public static Tensor full(
        long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeFull([size], value, dtype, device, requires_grad, names);

    /// <summary>All elements of one value.</summary>
    public static Tensor full(
        long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        MakeFull([rows, columns], value, dtype, device, requires_grad, names);

    /// <summary>All elements of one value.</summary>
    public static Tensor full(
        long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        MakeFull([dim0, dim1, dim2], value, dtype, device, requires_grad, names);

    /// <summary>All elements of one value.</summary>
    public static Tensor full(
        long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        MakeFull([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad, names);

    private static Tensor MakeFull(
        long[] size, Scalar value, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) =>
        Finish(Aten.full.Call(size, value, dtype ?? ValueType(value), Arg.None, device), requires_grad, names);

    private static ScalarType ValueType(Scalar value) =>
        is_floating_point(value.Type) ? _defaultType : value.Type == ScalarType.Bool ? ScalarType.Bool
        : is_complex(value.Type) ? value.Type : ScalarType.Int64;

    /// <summary>The values from start (0) to stop, which is not among them: Int64 for integers, else floating
    /// point.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Finish(
            Aten.arange_start_step.Call(start, stop, step, dtype ?? RangeType(start, stop, step), Arg.None, device),
            requires_grad);

    /// <summary>The values from start (0) to stop, which is not among them: Int64 for integers, else floating
    /// point.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>The values from start (0) to stop, which is not among them: Int64 for integers, else floating
    /// point.</summary>
    public static Tensor arange(
        Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => arange(0, stop,
        1, dtype, device, requires_grad);

    private static ScalarType RangeType(Scalar start, Scalar stop, Scalar step) =>
        is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type) ? ScalarType.Int64 : _defaultType;

    /// <summary>Values at equal distances, both ends among them.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Aten.linspace.Call(start, end, steps, dtype ?? _defaultType, Arg.None, device), requires_grad);

    /// <summary>Powers of the base at equal distances of the exponent, both ends among them.</summary>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Finish(Aten.logspace.Call(start, end, steps, @base, dtype ?? _defaultType, Arg.None, device), requires_grad);

    /// <summary>Ones on the diagonal: <c>[rows, columns]</c>.</summary>
    public static Tensor eye(
        long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(
            Aten.eye_m.Call(rows, columns == -1 ? rows : columns, dtype ?? _defaultType, Arg.None, device),
            requires_grad, names);

    /// <summary>A complex tensor of its real and imaginary parts.</summary>
    public static Tensor complex(Tensor real, Tensor imag) => Aten.complex.Call(real, imag);
}
