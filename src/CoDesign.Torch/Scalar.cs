using System.Numerics;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number handed to an operator; it has no dtype and does not promote that of a floating point
/// tensor.</summary>
public sealed class Scalar : IDisposable
{
    private readonly Arg _value;

    internal Scalar(Arg value, ScalarType type) => (_value, Type) = (value, type);

    /// <summary>Type of the number.</summary>
    public ScalarType Type { get; }

    /// <summary>The number as a scalar.</summary>
    public static implicit operator Scalar(byte value) => new((long)value, ScalarType.Byte);

    /// <summary>The number as a scalar.</summary>
    public static implicit operator Scalar(sbyte value) => new((long)value, ScalarType.Int8);

    /// <summary>The number as a scalar.</summary>
    public static implicit operator Scalar(short value) => new((long)value, ScalarType.Int16);

    /// <summary>The number as a scalar.</summary>
    public static implicit operator Scalar(int value) => new((long)value, ScalarType.Int32);

    /// <summary>The number as a scalar.</summary>
    public static implicit operator Scalar(long value) => new(value, ScalarType.Int64);

    /// <summary>The number as a scalar.</summary>
    public static implicit operator Scalar(float value) => new((double)value, ScalarType.Float32);

    /// <summary>The number as a scalar.</summary>
    public static implicit operator Scalar(double value) => new(value, ScalarType.Float64);

    /// <summary>The number as a scalar.</summary>
    public static implicit operator Scalar(bool value) => new(value, ScalarType.Bool);

    /// <summary>The number as a scalar.</summary>
    public static implicit operator Scalar(Complex value) => new(value, ScalarType.ComplexFloat64);

    /// <summary>Nothing to do: the number is managed.</summary>
    public void Dispose()
    {
    }

    internal Arg ToArg() => _value;
}
