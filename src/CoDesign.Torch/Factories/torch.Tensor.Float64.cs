namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions, Float64 unless told otherwise.</summary>
    public static Tensor tensor(
        double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copy<double>([scalar], [], dtype, device, requires_grad, null);

    /// <summary>A copy of the values: <c>[n]</c>.</summary>
    public static Tensor tensor(
        IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Copy<double>([.. rawArray], [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A copy of the values: <c>[n]</c>.</summary>
    public static Tensor tensor(
        double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<double>(rawArray, [rawArray.LongLength], dtype, device, requires_grad, names);

    /// <summary>A copy of the values in the given shape.</summary>
    public static Tensor tensor(
        double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copy<double>(rawArray, dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of the values in the given shape.</summary>
    public static Tensor tensor(
        Memory<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copy<double>(rawArray.Span, dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of the values, row-major: <c>[rows, columns]</c>.</summary>
    public static Tensor tensor(
        IList<double> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copy<double>([.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A copy of the values, row-major: <c>[dim0, dim1, dim2]</c>.</summary>
    public static Tensor tensor(
        IList<double> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copy<double>([.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A copy of a two-dimensional array.</summary>
    public static Tensor tensor(
        double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<double>(rawArray, dtype, device, requires_grad, names);

    /// <summary>A copy of a three-dimensional array.</summary>
    public static Tensor tensor(
        double[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<double>(rawArray, dtype, device, requires_grad, names);
}
