using System.Runtime.CompilerServices;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>A number of each of four tracks, without derivatives.</summary>
internal readonly struct Wide(V value) : IWide<Wide>
{
    public V Value { get; } = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide Constant(V value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Chain(V value, V derivative) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide operator +(Wide left, Wide right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide operator -(Wide left, Wide right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide operator *(Wide left, Wide right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide operator *(Wide left, V right) => new(left.Value * right);
}
