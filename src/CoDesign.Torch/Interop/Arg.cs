using System.Numerics;

namespace TorchSharp.Interop;

/// <summary>One argument of an operator. Lists stay managed until the call copies them to its arena.</summary>
internal readonly struct Arg
{
    internal readonly Tag Tag;
    internal readonly int Count;
    internal readonly long Bits;
    internal readonly object? List;

    private Arg(Tag tag, long bits, object? list = null, int count = 0) =>
        (Tag, Bits, List, Count) = (tag, bits, list, count);

    /// <summary>An argument that is left out.</summary>
    internal static Arg None => default;

    public static implicit operator Arg(torch.Tensor? t) => t is null ? default : new(Tag.Tensor, t.Handle);
    public static implicit operator Arg(long v) => new(Tag.Int, v);
    public static implicit operator Arg(double v) => new(Tag.Double, BitConverter.DoubleToInt64Bits(v));
    public static implicit operator Arg(bool v) => new(Tag.Bool, v ? 1 : 0);
    public static implicit operator Arg(long? v) => v is { } x ? x : default(Arg);
    public static implicit operator Arg(double? v) => v is { } x ? x : default(Arg);
    public static implicit operator Arg(torch.ScalarType v) => new(Tag.Int, (long)v);
    public static implicit operator Arg(torch.ScalarType? v) => v is { } x ? x : default(Arg);
    public static implicit operator Arg(torch.Tensor?[] v) => new(Tag.TensorList, 0, v);
    public static implicit operator Arg(long[]? v) => v is null ? default : new(Tag.IntList, 0, v);
    public static implicit operator Arg(double[]? v) => v is null ? default : new(Tag.DoubleList, 0, v);
    public static implicit operator Arg(bool[] v) => new(Tag.BoolList, 0, v);
    public static implicit operator Arg(string? v) => v is null ? default : new(Tag.String, 0, v);
    public static implicit operator Arg(Complex v) => new(Tag.Complex, 0, new[] { v.Real, v.Imaginary });
    public static implicit operator Arg(torch.Device? v) =>
        v is null ? default : new(Tag.Device, v.index, null, (int)v.type);
    public static implicit operator Arg(torch.Generator? v) => v is null ? default : new(Tag.Generator, v.Handle);
    public static implicit operator Arg(Scalar? v) => v is null ? default : v.ToArg();
}
