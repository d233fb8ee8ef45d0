using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Zeros.</summary>
    public static Tensor zeros(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeZeros(size, dtype, device, requires_grad, names);

    /// <summary>Zeros.</summary>
    public static Tensor zeros(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeZeros(size.ToArray(), dtype, device, requires_grad, names);

    /// <summary>Zeros.</summary>
    public static Tensor zeros(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeZeros([size], dtype, device, requires_grad, names);

    /// <summary>Zeros.</summary>
    public static Tensor zeros(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeZeros([rows, columns], dtype, device, requires_grad, names);

    /// <summary>Zeros.</summary>
    public static Tensor zeros(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeZeros([dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>Zeros.</summary>
    public static Tensor zeros(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        MakeZeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    private static Tensor MakeZeros(
        long[] size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) =>
        Finish(Aten.zeros.Call(size, dtype ?? _defaultType, Arg.None, device), requires_grad, names);

    /// <summary>Ones.</summary>
    public static Tensor ones(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeOnes(size, dtype, device, requires_grad, names);

    /// <summary>Ones.</summary>
    public static Tensor ones(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeOnes(size.ToArray(), dtype, device, requires_grad, names);

    /// <summary>Ones.</summary>
    public static Tensor ones(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeOnes([size], dtype, device, requires_grad, names);

    /// <summary>Ones.</summary>
    public static Tensor ones(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeOnes([rows, columns], dtype, device, requires_grad, names);

    /// <summary>Ones.</summary>
    public static Tensor ones(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeOnes([dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>Ones.</summary>
    public static Tensor ones(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        MakeOnes([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    private static Tensor MakeOnes(
        long[] size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) =>
        Finish(Aten.ones.Call(size, dtype ?? _defaultType, Arg.None, device), requires_grad, names);

    /// <summary>Elements of any value.</summary>
    public static Tensor empty(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeEmpty(size, dtype, device, requires_grad, names);

    /// <summary>Elements of any value.</summary>
    public static Tensor empty(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeEmpty(size.ToArray(), dtype, device, requires_grad, names);

    /// <summary>Elements of any value.</summary>
    public static Tensor empty(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeEmpty([size], dtype, device, requires_grad, names);

    /// <summary>Elements of any value.</summary>
    public static Tensor empty(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeEmpty([rows, columns], dtype, device, requires_grad, names);

    /// <summary>Elements of any value.</summary>
    public static Tensor empty(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        MakeEmpty([dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>Elements of any value.</summary>
    public static Tensor empty(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        MakeEmpty([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    private static Tensor MakeEmpty(
        long[] size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) =>
        Finish(Aten.empty_memory_format.Call(size, dtype ?? _defaultType, Arg.None, device), requires_grad, names);
}
