using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>What a <see cref="Value"/> holds; the order is that of the native enum.</summary>
internal enum Tag
{
    None, Int, Double, Bool, Tensor, TensorList, IntList, DoubleList, BoolList, String, Device, Generator, Complex,
}

/// <summary>A value on its way to or from an operator, laid out as in the native part.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct Value
{
    [FieldOffset(0)]
    public Tag Tag;
    [FieldOffset(4)]
    public int Count;
    [FieldOffset(8)]
    public long Int;
    [FieldOffset(8)]
    public double Double;
    [FieldOffset(8)]
    public nint Pointer;
}
