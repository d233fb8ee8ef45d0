using System.Runtime.InteropServices;
using System.Text;

namespace CoDesign.Hdf5.Native;

/// <summary>Passing texts to and from the library.</summary>
internal static class Texts
{
    /// <summary>Lays texts out as C strings and calls <paramref name="write"/> with the memory type and their
    /// pointers.</summary>
    internal static unsafe void Write(IReadOnlyList<string> values, Action<long, nint> write, string path)
    {
        var pointers = new nint[Math.Max(values.Count, 1)];
        try
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (values[i].Contains('\0'))
                {
                    throw new ArgumentException("text with a NUL cannot be stored", nameof(values));
                }

                pointers[i] = Marshal.StringToCoTaskMemUTF8(values[i]);
            }

            using var type = Types.VariableText(path);
            fixed (nint* data = pointers)
            {
                write(type.Id, (nint)data);
            }
        }
        finally
        {
            foreach (var pointer in pointers)
            {
                Marshal.FreeCoTaskMem(pointer);
            }
        }
    }

    /// <summary>Reads texts of variable or fixed length.</summary>
    internal static unsafe string[] Read(Handle stored, Handle space, Action<long, nint> read, string path)
    {
        var count = Spaces.Count(space, path);
        if (count == 0)
        {
            return [];
        }

        if (Library.Check(H5.H5Tis_variable_str(stored.Id), "reading a text type", path) == 0)
        {
            return ReadFixed(stored, count, read);
        }

        // The stored type itself: the library refuses to convert between ASCII and UTF-8, and ASCII is UTF-8.
        var pointers = new nint[count];
        fixed (nint* data = pointers)
        {
            read(stored.Id, (nint)data);
            var values = pointers.Select(p => Marshal.PtrToStringUTF8(p) ?? "").ToArray();
            _ = Library.Check(H5.H5Dvlen_reclaim(stored.Id, space.Id, H5.Default, data), "releasing texts", path);
            return values;
        }
    }

    private static unsafe string[] ReadFixed(Handle stored, long count, Action<long, nint> read)
    {
        var size = (int)H5.H5Tget_size(stored.Id);
        var bytes = new byte[count * size];
        fixed (byte* data = bytes)
        {
            read(stored.Id, (nint)data);
        }

        var values = new string[count];
        for (var i = 0; i < values.Length; i++)
        {
            var part = bytes.AsSpan(i * size, size);
            var end = part.IndexOf((byte)0);
            values[i] = Encoding.UTF8.GetString(end < 0 ? part : part[..end]);
        }

        return values;
    }
}
