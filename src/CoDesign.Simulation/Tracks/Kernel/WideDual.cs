using System.Runtime.CompilerServices;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>A number of each of four tracks with its derivatives by the position of the layer and by the
/// curvature.</summary>
internal readonly struct WideDual(V value, V byPosition, V byCurvature) : IWide<WideDual>
{
    public V Value { get; } = value;

    public V ByPosition { get; } = byPosition;

    public V ByCurvature { get; } = byCurvature;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideDual Constant(V value) => new(value, V.Zero, V.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideDual Position(V value) => new(value, V.One, V.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideDual Curvature(V value) => new(value, V.Zero, V.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WideDual Chain(V value, V derivative) => new(value, ByPosition * derivative, ByCurvature * derivative);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideDual operator +(WideDual left, WideDual right) => new(
        left.Value + right.Value, left.ByPosition + right.ByPosition, left.ByCurvature + right.ByCurvature);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideDual operator -(WideDual left, WideDual right) => new(
        left.Value - right.Value, left.ByPosition - right.ByPosition, left.ByCurvature - right.ByCurvature);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideDual operator *(WideDual left, WideDual right) => new(
        left.Value * right.Value,
        (left.ByPosition * right.Value) + (left.Value * right.ByPosition),
        (left.ByCurvature * right.Value) + (left.Value * right.ByCurvature));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideDual operator *(WideDual left, V right) => new(
        left.Value * right, left.ByPosition * right, left.ByCurvature * right);
}
