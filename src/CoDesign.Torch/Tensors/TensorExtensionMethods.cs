using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors as numbers, and the files of TorchSharp.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The only element as Float64.</summary>
    public static double ToDouble(this Tensor value) => value.ToScalar().ToDouble();

    /// <summary>The only element as Float32.</summary>
    public static float ToSingle(this Tensor value) => value.ToScalar().ToSingle();

    /// <summary>The only element as Int32.</summary>
    public static int ToInt32(this Tensor value) => value.ToScalar().ToInt32();

    /// <summary>The only element as Int64.</summary>
    public static long ToInt64(this Tensor value) => value.ToScalar().ToInt64();

    /// <summary>The only element as a truth value.</summary>
    public static bool ToBoolean(this Tensor value) => value.ToScalar().ToBoolean();

    /// <summary>Bytes per element.</summary>
    public static int ElementSize(this ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        _ => 16,
    };

    /// <summary>Writes type, shape and elements as TorchSharp does.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        using var host = tensor.detach();
        using var flat = host.cpu();
        using var data = flat.contiguous();
        writer.WriteLeb128((int)tensor.dtype);
        var shape = tensor.shape;
        writer.WriteLeb128(shape.Length);
        foreach (var n in shape)
        {
            writer.WriteLeb128(n);
        }
        writer.Write(data.bytes);
    }

    /// <summary>Reads elements that <see cref="Save(Tensor, BinaryWriter)"/> wrote, of the same type and
    /// shape.</summary>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var type = (ScalarType)reader.ReadLeb128();
        var shape = new long[reader.ReadLeb128()];
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] = reader.ReadLeb128();
        }
        var count = shape.Aggregate(1L, (a, n) => a * n);
        var bytes = reader.ReadBytes(checked((int)(count * type.ElementSize())));
        if (skip)
        {
            return;
        }
        if (type != tensor.dtype || !shape.AsSpan().SequenceEqual(tensor.shape))
        {
            throw new ArgumentException(
                $"The file has {type} [{string.Join(',', shape)}], the tensor is {tensor.dtype} [{string.Join(',', tensor.shape)}].");
        }
        using var grad = no_grad();
        using var source = empty(shape, type);
        source.bytes = bytes;
        tensor.copy_(source);
    }
}
