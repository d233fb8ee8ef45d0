namespace TorchSharp;

public static partial class torch
{
    /// <summary>Type of the elements of a tensor; the numbers are those of libtorch.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>Unsigned 8 bit integer.</summary>
        Byte = 0,
        /// <summary>Signed 8 bit integer.</summary>
        Int8 = 1,
        /// <summary>Signed 16 bit integer.</summary>
        Int16 = 2,
        /// <summary>Signed 32 bit integer.</summary>
        Int32 = 3,
        /// <summary>Signed 64 bit integer.</summary>
        Int64 = 4,
        /// <summary>IEEE half precision.</summary>
        Float16 = 5,
        /// <summary>IEEE single precision.</summary>
        Float32 = 6,
        /// <summary>IEEE double precision.</summary>
        Float64 = 7,
        /// <summary>Complex of two singles.</summary>
        ComplexFloat32 = 9,
        /// <summary>Complex of two doubles.</summary>
        ComplexFloat64 = 10,
        /// <summary>Truth value.</summary>
        Bool = 11,
        /// <summary>Brain floating point, 16 bit.</summary>
        BFloat16 = 15,
    }

    /// <summary>Unsigned 8 bit integer.</summary>
    public const ScalarType uint8 = ScalarType.Byte;
    /// <summary>Signed 8 bit integer.</summary>
    public const ScalarType int8 = ScalarType.Int8;
    /// <summary>Signed 16 bit integer.</summary>
    public const ScalarType int16 = ScalarType.Int16;
    /// <summary>Signed 32 bit integer.</summary>
    public const ScalarType int32 = ScalarType.Int32;
    /// <summary>Signed 64 bit integer.</summary>
    public const ScalarType int64 = ScalarType.Int64;
    /// <summary>IEEE half precision.</summary>
    public const ScalarType float16 = ScalarType.Float16;
    /// <summary>IEEE single precision.</summary>
    public const ScalarType float32 = ScalarType.Float32;
    /// <summary>IEEE double precision.</summary>
    public const ScalarType float64 = ScalarType.Float64;
    /// <summary>Complex of two singles.</summary>
    public const ScalarType complex64 = ScalarType.ComplexFloat32;
    /// <summary>Complex of two doubles.</summary>
    public const ScalarType complex128 = ScalarType.ComplexFloat64;
    /// <summary>Truth value.</summary>
    public const ScalarType @bool = ScalarType.Bool;
}
