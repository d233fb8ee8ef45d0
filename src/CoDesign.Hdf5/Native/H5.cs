using System.Runtime.InteropServices;

namespace CoDesign.Hdf5.Native;

/// <summary>The functions of libhdf5 that are used. hid_t is long, hsize_t ulong, herr_t and htri_t int.</summary>
internal static partial class H5
{
    internal const string Library = "hdf5";
    internal const ulong Unlimited = ulong.MaxValue;
    internal const long Default = 0;

    [LibraryImport(Library)]
    internal static partial int H5Eset_auto2(long stack, nint function, nint data);

    [LibraryImport(Library)]
    internal static unsafe partial int H5Ewalk2(
        long stack, int direction, delegate* unmanaged[Cdecl]<uint, ErrorRecord*, nint, int> callback, nint data);

    [LibraryImport(Library)]
    internal static partial int H5Eclear2(long stack);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Fcreate(string path, uint flags, long creation, long access);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Fopen(string path, uint flags, long access);

    [LibraryImport(Library)]
    internal static partial int H5Fflush(long id, int scope);

    [LibraryImport(Library)]
    internal static partial int H5Fclose(long id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Gcreate2(long location, string name, long link, long creation, long access);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Gopen2(long location, string name, long access);

    [LibraryImport(Library)]
    internal static partial int H5Gget_info(long id, out GroupInfo info);

    [LibraryImport(Library)]
    internal static partial int H5Gclose(long id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int H5Lexists(long location, string name, long access);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static unsafe partial nint H5Lget_name_by_idx(
        long location, string group, int index, int order, ulong n, byte* name, nuint size, long access);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Oopen(long location, string name, long access);

    [LibraryImport(Library)]
    internal static partial int H5Oclose(long id);

    [LibraryImport(Library)]
    internal static partial int H5Iget_type(long id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Dcreate2(
        long location, string name, long type, long space, long link, long creation, long access);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Dopen2(long location, string name, long access);

    [LibraryImport(Library)]
    internal static partial long H5Dget_space(long id);

    [LibraryImport(Library)]
    internal static partial long H5Dget_type(long id);

    [LibraryImport(Library)]
    internal static unsafe partial int H5Dset_extent(long id, ulong* size);

    [LibraryImport(Library)]
    internal static unsafe partial int H5Dwrite(
        long id, long type, long memorySpace, long fileSpace, long transfer, void* data);

    [LibraryImport(Library)]
    internal static unsafe partial int H5Dread(
        long id, long type, long memorySpace, long fileSpace, long transfer, void* data);

    [LibraryImport(Library)]
    internal static unsafe partial int H5Dvlen_reclaim(long type, long space, long transfer, void* data);

    [LibraryImport(Library)]
    internal static partial int H5Dclose(long id);

    [LibraryImport(Library)]
    internal static unsafe partial long H5Screate_simple(int rank, ulong* size, ulong* largest);

    [LibraryImport(Library)]
    internal static partial long H5Screate(int kind);

    [LibraryImport(Library)]
    internal static partial int H5Sget_simple_extent_ndims(long id);

    [LibraryImport(Library)]
    internal static unsafe partial int H5Sget_simple_extent_dims(long id, ulong* size, ulong* largest);

    [LibraryImport(Library)]
    internal static unsafe partial int H5Sselect_hyperslab(
        long id, int operation, ulong* start, ulong* stride, ulong* count, ulong* block);

    [LibraryImport(Library)]
    internal static partial int H5Sclose(long id);

    [LibraryImport(Library)]
    internal static partial long H5Tcopy(long type);

    [LibraryImport(Library)]
    internal static partial int H5Tset_size(long type, nuint size);

    [LibraryImport(Library)]
    internal static partial int H5Tset_cset(long type, int characterSet);

    [LibraryImport(Library)]
    internal static partial long H5Tenum_create(long type);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static unsafe partial int H5Tenum_insert(long type, string name, void* value);

    [LibraryImport(Library)]
    internal static partial int H5Tget_class(long type);

    [LibraryImport(Library)]
    internal static partial nuint H5Tget_size(long type);

    [LibraryImport(Library)]
    internal static partial int H5Tget_sign(long type);

    [LibraryImport(Library)]
    internal static partial int H5Tis_variable_str(long type);

    [LibraryImport(Library)]
    internal static partial int H5Tclose(long id);

    [LibraryImport(Library)]
    internal static partial long H5Pcreate(long kind);

    [LibraryImport(Library)]
    internal static unsafe partial int H5Pset_chunk(long id, int rank, ulong* size);

    [LibraryImport(Library)]
    internal static partial int H5Pset_deflate(long id, uint level);

    [LibraryImport(Library)]
    internal static partial int H5Pset_shuffle(long id);

    [LibraryImport(Library)]
    internal static partial int H5Pset_obj_track_times(long id, [MarshalAs(UnmanagedType.U1)] bool track);

    [LibraryImport(Library)]
    internal static partial int H5Pset_create_intermediate_group(long id, uint create);

    [LibraryImport(Library)]
    internal static partial int H5Pset_char_encoding(long id, int encoding);

    [LibraryImport(Library)]
    internal static partial int H5Pset_fclose_degree(long id, int degree);

    [LibraryImport(Library)]
    internal static partial int H5Pclose(long id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Acreate2(
        long location, string name, long type, long space, long creation, long access);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Aopen(long location, string name, long access);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int H5Aexists(long location, string name);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int H5Adelete(long location, string name);

    [LibraryImport(Library)]
    internal static partial long H5Aget_type(long id);

    [LibraryImport(Library)]
    internal static partial long H5Aget_space(long id);

    [LibraryImport(Library)]
    internal static unsafe partial int H5Awrite(long id, long type, void* data);

    [LibraryImport(Library)]
    internal static unsafe partial int H5Aread(long id, long type, void* data);

    [LibraryImport(Library)]
    internal static partial int H5Aclose(long id);

    /// <summary>H5G_info_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct GroupInfo
    {
        internal int StorageType;
        internal ulong Links;
        internal long MaximumCreationOrder;
        internal byte Mounted;
    }

    /// <summary>H5E_error2_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct ErrorRecord
    {
        internal long Class;
        internal long Major;
        internal long Minor;
        internal uint Line;
        internal byte* Function;
        internal byte* File;
        internal byte* Description;
    }
}
