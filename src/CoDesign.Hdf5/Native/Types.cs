using System.Runtime.CompilerServices;

namespace CoDesign.Hdf5.Native;

/// <summary>Which HDF5 types stand for the types of C#.</summary>
internal static class Types
{
    private const int Integer = 0;
    private const int Float = 1;
    private const int Text = 3;
    private const int Enumeration = 8;

    /// <summary>A memory type and a file type (little-endian) for <typeparamref name="T"/>; the caller disposes
    /// both.</summary>
    /// <exception cref="NotSupportedException">There is no such type.</exception>
    internal static (Handle Memory, Handle File) For<T>(string path)
        where T : unmanaged
    {
        if (typeof(T) == typeof(bool))
        {
            return (Boolean("H5T_NATIVE_INT8_g", path), Boolean("H5T_STD_I8LE_g", path));
        }

        var (memory, file) = Names<T>();
        return (Copy(memory, path), Copy(file, path));
    }

    /// <summary>Variable-length UTF-8 text.</summary>
    internal static Handle VariableText(string path)
    {
        var type = Copy("H5T_C_S1_g", path);
        _ = Library.Check(H5.H5Tset_size(type.Id, nuint.MaxValue), "making a text type", path);
        _ = Library.Check(H5.H5Tset_cset(type.Id, 1), "making a text type", path);
        return type;
    }

    /// <summary>Throws unless values of a stored type are values of <typeparamref name="T"/>, whatever the byte
    /// order.</summary>
    internal static void Require<T>(Handle stored, string what, string path)
        where T : unmanaged
    {
        var kind = H5.H5Tget_class(stored.Id);
        var size = (int)H5.H5Tget_size(stored.Id);
        var wanted = typeof(T) == typeof(double) || typeof(T) == typeof(float) ? Float
            : typeof(T) == typeof(bool) ? Enumeration : Integer;
        var signed = typeof(T) == typeof(int) || typeof(T) == typeof(long);
        var same = kind == wanted && size == Unsafe.SizeOf<T>()
            && (kind != Integer || H5.H5Tget_sign(stored.Id) == (signed ? 1 : 0));
        if (!same)
        {
            throw new Hdf5Exception($"{path}: {what} holds {Describe(stored)}, not {typeof(T).Name}") { Path = path };
        }
    }

    /// <summary>Throws unless a stored type is text.</summary>
    internal static void RequireText(Handle stored, string what, string path)
    {
        if (H5.H5Tget_class(stored.Id) != Text)
        {
            throw new Hdf5Exception($"{path}: {what} holds {Describe(stored)}, not text") { Path = path };
        }
    }

    private static string Describe(Handle stored)
    {
        var bits = 8 * (int)H5.H5Tget_size(stored.Id);
        return H5.H5Tget_class(stored.Id) switch
        {
            Integer => (H5.H5Tget_sign(stored.Id) == 0 ? "unsigned " : "") + $"{bits}-bit integers",
            Float => $"{bits}-bit floating-point numbers",
            Text => "text",
            Enumeration => $"{bits}-bit enumeration values",
            var other => $"values of HDF5 class {other}",
        };
    }

    private static (string Memory, string File) Names<T>() => Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.Double => ("H5T_NATIVE_DOUBLE_g", "H5T_IEEE_F64LE_g"),
        TypeCode.Single => ("H5T_NATIVE_FLOAT_g", "H5T_IEEE_F32LE_g"),
        TypeCode.Int32 => ("H5T_NATIVE_INT32_g", "H5T_STD_I32LE_g"),
        TypeCode.Int64 => ("H5T_NATIVE_INT64_g", "H5T_STD_I64LE_g"),
        TypeCode.UInt64 => ("H5T_NATIVE_UINT64_g", "H5T_STD_U64LE_g"),
        TypeCode.Byte => ("H5T_NATIVE_UINT8_g", "H5T_STD_U8LE_g"),
        _ => throw new NotSupportedException(
            $"{typeof(T).Name} cannot be stored; use double, float, int, long, ulong, byte or bool"),
    };

    private static Handle Copy(string name, string path) =>
        new(H5.H5Tcopy(Library.Global(name)), H5.H5Tclose, "copying a type", path);

    // The enumeration h5py writes for numpy.bool: FALSE = 0, TRUE = 1 in 8 bits, the layout of bool in C#.
    private static unsafe Handle Boolean(string integer, string path)
    {
        var type = new Handle(H5.H5Tenum_create(Library.Global(integer)), H5.H5Tclose, "making a type", path);
        sbyte no = 0, yes = 1;
        _ = Library.Check(H5.H5Tenum_insert(type.Id, "FALSE", &no), "making a type", path);
        _ = Library.Check(H5.H5Tenum_insert(type.Id, "TRUE", &yes), "making a type", path);
        return type;
    }
}
