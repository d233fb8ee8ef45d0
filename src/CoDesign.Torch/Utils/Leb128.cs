namespace TorchSharp.Utils;

/// <summary>Unsigned LEB128 numbers, which the files of TorchSharp use for counts and sizes.</summary>
internal static class Leb128
{
    internal static void WriteLeb128(this BinaryWriter writer, long value)
    {
        for (; value > 0x7f; value >>= 7)
        {
            writer.Write((byte)(value | 0x80));
        }
        writer.Write((byte)value);
    }

    internal static long ReadLeb128(this BinaryReader reader)
    {
        var value = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var b = reader.ReadByte();
            value |= (long)(b & 0x7f) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }
}
