using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static ScalarType _defaultType = ScalarType.Float32;

    /// <summary>Sets the type of tensors that are made without one: Float32 or Float64.</summary>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!is_floating_point(dtype))
        {
            throw new ArgumentException($"{dtype} is not a floating point type.");
        }
        _defaultType = dtype;
    }

    /// <summary>The type of tensors that are made without one.</summary>
    public static ScalarType get_default_dtype() => _defaultType;

    /// <summary>Whether the elements are floating point numbers.</summary>
    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

    /// <summary>Whether the elements are integers or truth values.</summary>
    public static bool is_integral(ScalarType type) => type is <= ScalarType.Int64 or ScalarType.Bool;

    /// <summary>Whether the elements are complex.</summary>
    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>A tensor over the memory of an array: changes of one are seen in the other.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A tensor over the memory of an array, converted where type or device differ.</summary>
    public static unsafe Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RejectNames(names);
        var element = rawArray.GetType().GetElementType();
        var type = TypeOf(element) ?? throw new NotSupportedException($"Tensor elements of type {element}.");
        var sizes = new long[rawArray.Rank];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = rawArray.GetLongLength(i);
        }
        var pin = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        fixed (long* s = sizes)
        {
            var rc = Native.ct_from_blob(
                (void*)pin.AddrOfPinnedObject(), s, sizes.Length, (int)type, 0, GCHandle.ToIntPtr(pin), &FreeHandle,
                out var h);
            if (rc != 0)
            {
                pin.Free();
            }
            Native.Check(rc);
            return Finish(h, dtype, device, requires_grad);
        }
    }

    /// <summary>The tensor type of a .NET type, null where there is none.</summary>
    internal static ScalarType? TypeOf(Type? type) =>
        type == typeof(byte) ? ScalarType.Byte
        : type == typeof(sbyte) ? ScalarType.Int8
        : type == typeof(short) ? ScalarType.Int16
        : type == typeof(int) ? ScalarType.Int32
        : type == typeof(long) ? ScalarType.Int64
        : type == typeof(float) ? ScalarType.Float32
        : type == typeof(double) ? ScalarType.Float64
        : type == typeof(bool) ? ScalarType.Bool
        : type == typeof(System.Numerics.Complex) ? ScalarType.ComplexFloat64
        : null;

    [UnmanagedCallersOnly]
    internal static void FreeHandle(nint handle) => GCHandle.FromIntPtr(handle).Free();

    private static unsafe Tensor Copy<T>(
        ReadOnlySpan<T> data, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad,
        string[]? names)
        where T : unmanaged
    {
        RejectNames(names);
        var count = 1L;
        foreach (var n in dimensions)
        {
            count *= n;
        }
        if (count > data.Length)
        {
            throw new ArgumentException($"{data.Length} elements for a tensor of {count}.");
        }
        fixed (T* p = data)
        fixed (long* s = dimensions)
        {
            // libtorch wants a pointer even where there is nothing to copy.
            long nothing;
            Native.Check(Native.ct_from_blob(
                p == null ? &nothing : p, s == null ? &nothing : s, dimensions.Length, (int)TypeOf(
                    typeof(T)).GetValueOrDefault(), 1, 0, null, out var h));
            return Finish(h, dtype, device, requires_grad);
        }
    }

    private static Tensor Copy<T>(Array data, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        var sizes = new long[data.Rank];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = data.GetLongLength(i);
        }
        ref var first = ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(data));
        return Copy(
            MemoryMarshal.CreateReadOnlySpan(ref first, data.Length), sizes, dtype, device, requires_grad, names);
    }

    private static Tensor Finish(nint handle, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var t = new Tensor(handle);
        if ((dtype is { } type && type != t.dtype) || (device is { } d && d.type != DeviceType.CPU))
        {
            var converted = t.to(dtype ?? t.dtype, device ?? CPU);
            t.Dispose();
            t = converted;
        }
        if (requires_grad)
        {
            t.requires_grad = true;
        }
        return t;
    }

    private static Tensor Finish(Tensor t, bool requires_grad, string[]? names = null)
    {
        RejectNames(names);
        if (requires_grad)
        {
            t.requires_grad = true;
        }
        return t;
    }

    private static void RejectNames(string[]? names)
    {
        if (names is { Length: > 0 })
        {
            throw new NotSupportedException("Names of dimensions are not supported.");
        }
    }
}
