using System.Numerics;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Conversions between numbers and <see cref="Scalar"/>.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The scalar as a number.</summary>
    public static float ToSingle(this Scalar value) => (float)Number(value);

    /// <summary>The scalar as a number.</summary>
    public static double ToDouble(this Scalar value) => (double)Number(value);

    /// <summary>The scalar as a number.</summary>
    public static sbyte ToSByte(this Scalar value) => (sbyte)Number(value);

    /// <summary>The scalar as a number.</summary>
    public static byte ToByte(this Scalar value) => (byte)Number(value);

    /// <summary>The scalar as a number.</summary>
    public static short ToInt16(this Scalar value) => (short)Number(value);

    /// <summary>The scalar as a number.</summary>
    public static int ToInt32(this Scalar value) => (int)Number(value);

    /// <summary>The scalar as a number.</summary>
    public static long ToInt64(this Scalar value) =>
        value.ToArg().Tag == Tag.Double ? (long)Number(value) : value.ToArg().Bits;

    /// <summary>The scalar as a truth value.</summary>
    public static bool ToBoolean(this Scalar value) => Number(value) != 0;

    /// <summary>The scalar as a complex number.</summary>
    public static Complex ToComplexFloat64(this Scalar value) =>
        value.ToArg().List is double[] z ? new Complex(z[0], z[1]) : new Complex(Number(value), 0);

    private static double Number(Scalar value)
    {
        var v = value.ToArg();
        return v.Tag switch
        {
            Tag.Double => BitConverter.Int64BitsToDouble(v.Bits),
            Tag.Int or Tag.Bool => v.Bits,
            _ => throw new InvalidOperationException("A complex scalar is not a real number."),
        };
    }
}
