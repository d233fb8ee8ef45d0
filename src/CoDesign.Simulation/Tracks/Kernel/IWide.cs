using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>A number of each of four tracks, with or without derivatives: formulas are written once for both.</summary>
internal interface IWide<T>
    where T : struct, IWide<T>
{
    /// <summary>The values.</summary>
    V Value { get; }

    /// <summary>Numbers that depend on nothing.</summary>
    static abstract T Constant(V value);

    /// <summary>A function of this number: its values and its derivatives there.</summary>
    T Chain(V value, V derivative);

    static abstract T operator +(T left, T right);

    static abstract T operator -(T left, T right);

    static abstract T operator *(T left, T right);

    static abstract T operator *(T left, V right);
}
