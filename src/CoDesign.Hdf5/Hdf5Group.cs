using System.Runtime.CompilerServices;
using System.Text;
using CoDesign.Hdf5.Native;

namespace CoDesign.Hdf5;

/// <summary>A group of an HDF5 file: groups and datasets by name. A name may be a path, <c>layers/energy</c>.</summary>
public sealed class Hdf5Group : Hdf5Object
{
    private const int Group = 2;

    internal Hdf5Group(Hdf5File file, long id, string name)
        : base(file, new Handle(id, H5.H5Gclose, $"opening group {name}", file.Path, file), name)
    {
    }

    /// <summary>Names of the groups and datasets in this group, in alphabetical order.</summary>
    public unsafe IReadOnlyList<string> Names
    {
        get
        {
            lock (Library.Gate)
            {
                Library.Enter();
                var action = $"listing group {Name}";
                _ = File.Check(H5.H5Gget_info(Handle.Id, out var info), action);
                var names = new string[info.Links];
                for (ulong i = 0; i < info.Links; i++)
                {
                    var size = File.Check(H5.H5Lget_name_by_idx(Handle.Id, ".", 0, 0, i, null, 0, H5.Default), action);
                    var buffer = new byte[size + 1];
                    fixed (byte* text = buffer)
                    {
                        var length = (nuint)buffer.Length;
                        _ = File.Check(
                            H5.H5Lget_name_by_idx(Handle.Id, ".", 0, 0, i, text, length, H5.Default), action);
                    }

                    names[i] = Encoding.UTF8.GetString(buffer, 0, (int)size);
                }

                return names;
            }
        }
    }

    /// <summary>Whether a group or dataset exists.</summary>
    /// <param name="name">Name or path.</param>
    /// <returns>True when every part of the path exists.</returns>
    public bool Exists(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Library.Gate)
        {
            Library.Enter();
            // The library asks about one link at a time: a missing parent is a failure to it, not a "no".
            var path = "";
            foreach (var part in name.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                path = path.Length == 0 ? part : $"{path}/{part}";
                if (File.Check(H5.H5Lexists(Handle.Id, path, H5.Default), $"looking for {path} in {Name}") == 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether a name is that of a group and not of a dataset.</summary>
    /// <param name="name">Name or path of something that exists.</param>
    /// <returns>True for a group.</returns>
    /// <exception cref="Hdf5Exception">There is nothing of that name.</exception>
    public bool IsGroup(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Library.Gate)
        {
            Library.Enter();
            var id = File.Check(H5.H5Oopen(Handle.Id, name, H5.Default), $"opening {Child(name)}");
            using var handle = new Handle(id, H5.H5Oclose, "opening", File.Path, File);
            return H5.H5Iget_type(handle.Id) == Group;
        }
    }

    /// <summary>Creates a group, and its parents where they are missing.</summary>
    /// <param name="name">Name or path.</param>
    /// <returns>The group.</returns>
    /// <exception cref="Hdf5Exception">It exists or cannot be created.</exception>
    public Hdf5Group CreateGroup(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Library.Gate)
        {
            Library.Enter();
            var action = $"creating group {Child(name)}";
            using var link = LinkCreation();
            using var creation = NoTimes("H5P_CLS_GROUP_CREATE_ID_g");
            var id = H5.H5Gcreate2(Handle.Id, name, link.Id, creation.Id, H5.Default);
            return new Hdf5Group(File, File.Check(id, action), Child(name));
        }
    }

    /// <summary>Opens a group.</summary>
    /// <param name="name">Name or path.</param>
    /// <returns>The group.</returns>
    /// <exception cref="Hdf5Exception">There is no such group.</exception>
    public Hdf5Group OpenGroup(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Library.Gate)
        {
            Library.Enter();
            return new Hdf5Group(File, H5.H5Gopen2(Handle.Id, name, H5.Default), Child(name));
        }
    }

    /// <summary>Creates an empty dataset that grows along its first dimension.</summary>
    /// <typeparam name="T">double, float, int, long, ulong, byte or bool.</typeparam>
    /// <param name="name">Name or path.</param>
    /// <param name="rowDimensions">Dimensions of one row; empty for a list of values. The dataset is [rows,
    /// ...].</param>
    /// <param name="unit">Attribute <c>unit</c>, when given.</param>
    /// <param name="storage">Compression and chunks; compressed by default.</param>
    /// <returns>The dataset with zero rows.</returns>
    /// <exception cref="Hdf5Exception">It exists or cannot be created.</exception>
    public Hdf5Dataset<T> CreateAppendable<T>(
        string name, ReadOnlySpan<long> rowDimensions, string? unit = null, Hdf5Storage? storage = null)
        where T : unmanaged => Create<T>(name, [0, .. rowDimensions], H5.Unlimited, unit, storage);

    /// <summary>Creates a dataset of fixed size.</summary>
    /// <typeparam name="T">double, float, int, long, ulong, byte or bool.</typeparam>
    /// <param name="name">Name or path.</param>
    /// <param name="data">Values in row-major order.</param>
    /// <param name="dimensions">Dimensions, whose product is the number of values; empty for a scalar.</param>
    /// <param name="unit">Attribute <c>unit</c>, when given.</param>
    /// <param name="storage">Compression and chunks; compressed by default.</param>
    /// <exception cref="ArgumentException">The dimensions do not fit the data.</exception>
    /// <exception cref="Hdf5Exception">It exists or cannot be written.</exception>
    public void Write<T>(
        string name,
        ReadOnlySpan<T> data,
        ReadOnlySpan<long> dimensions,
        string? unit = null,
        Hdf5Storage? storage = null)
        where T : unmanaged
    {
        if (Spaces.Product(dimensions) != data.Length)
        {
            throw new ArgumentException(
                $"{data.Length} values do not fill [{string.Join(", ", dimensions.ToArray())}]", nameof(dimensions));
        }

        using var dataset = Create<T>(name, dimensions, null, unit, storage);
        dataset.WriteAll(data);
    }

    /// <summary>Creates a dataset of fixed size from an array.</summary>
    /// <typeparam name="T">double, float, int, long, ulong, byte or bool.</typeparam>
    /// <param name="name">Name or path.</param>
    /// <param name="data">Values in row-major order.</param>
    /// <param name="dimensions">Dimensions; null for a list of the length of the array.</param>
    /// <param name="unit">Attribute <c>unit</c>, when given.</param>
    /// <exception cref="ArgumentException">The dimensions do not fit the data.</exception>
    /// <exception cref="Hdf5Exception">It exists or cannot be written.</exception>
    public void Write<T>(string name, T[] data, long[]? dimensions = null, string? unit = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        Write<T>(name, data.AsSpan(), dimensions ?? [data.Length], unit);
    }

    /// <summary>Opens a dataset.</summary>
    /// <typeparam name="T">The type that was written, in either byte order.</typeparam>
    /// <param name="name">Name or path.</param>
    /// <returns>The dataset.</returns>
    /// <exception cref="Hdf5Exception">It is missing or of another type.</exception>
    public Hdf5Dataset<T> OpenDataset<T>(string name)
        where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Library.Gate)
        {
            Library.Enter();
            var id = OpenDatasetHandle(name);
            using (var type = new Handle(H5.H5Dget_type(id.Id), H5.H5Tclose, "reading a type", File.Path))
            {
                Types.Require<T>(type, $"dataset {Child(name)}", File.Path);
            }

            return new Hdf5Dataset<T>(File, id, Child(name));
        }
    }

    /// <summary>Reads a whole dataset.</summary>
    /// <typeparam name="T">The type that was written.</typeparam>
    /// <param name="name">Name or path.</param>
    /// <returns>All values in row-major order.</returns>
    /// <exception cref="Hdf5Exception">It is missing, of another type or cannot be read.</exception>
    public T[] Read<T>(string name)
        where T : unmanaged
    {
        using var dataset = OpenDataset<T>(name);
        return dataset.Read();
    }

    /// <summary>Creates a dataset of texts, as variable-length UTF-8.</summary>
    /// <param name="name">Name or path.</param>
    /// <param name="values">Texts without NUL.</param>
    /// <exception cref="Hdf5Exception">It exists or cannot be written.</exception>
    public unsafe void WriteStrings(string name, IReadOnlyList<string> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(values);
        lock (Library.Gate)
        {
            Library.Enter();
            var action = $"writing dataset {Child(name)}";
            using var type = Types.VariableText(File.Path);
            using var space = Spaces.Make([values.Count], null, File.Path);
            using var link = LinkCreation();
            using var creation = NoTimes("H5P_CLS_DATASET_CREATE_ID_g");
            var id = File.Check(
                H5.H5Dcreate2(Handle.Id, name, type.Id, space.Id, link.Id, creation.Id, H5.Default), action);
            using var dataset = new Handle(id, H5.H5Dclose, action, File.Path, File);
            Texts.Write(
                values,
                (memory, data) => File.Check(H5.H5Dwrite(dataset.Id, memory, 0, 0, H5.Default, (void*)data), action),
                File.Path);
        }
    }

    /// <summary>Reads a dataset of texts.</summary>
    /// <param name="name">Name or path.</param>
    /// <returns>The texts.</returns>
    /// <exception cref="Hdf5Exception">It is missing or not text.</exception>
    public unsafe string[] ReadStrings(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Library.Gate)
        {
            Library.Enter();
            var action = $"reading dataset {Child(name)}";
            using var dataset = OpenDatasetHandle(name);
            using var type = new Handle(H5.H5Dget_type(dataset.Id), H5.H5Tclose, action, File.Path);
            using var space = new Handle(H5.H5Dget_space(dataset.Id), H5.H5Sclose, action, File.Path);
            Types.RequireText(type, $"dataset {Child(name)}", File.Path);
            return Texts.Read(
                type,
                space,
                (memory, data) => File.Check(H5.H5Dread(dataset.Id, memory, 0, 0, H5.Default, (void*)data), action),
                File.Path);
        }
    }

    private Hdf5Dataset<T> Create<T>(
        string name, ReadOnlySpan<long> dimensions, ulong? largestFirst, string? unit, Hdf5Storage? storage)
        where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Library.Gate)
        {
            Library.Enter();
            var action = $"creating dataset {Child(name)}";
            var (memory, stored) = Types.For<T>(File.Path);
            using var m = memory;
            using var s = stored;
            using var space = Spaces.Make(dimensions, largestFirst, File.Path);
            using var link = LinkCreation();
            using var creation = NoTimes("H5P_CLS_DATASET_CREATE_ID_g");
            if (largestFirst is not null || Spaces.Product(dimensions) * Unsafe.SizeOf<T>() > 1024)
            {
                SetChunks(creation, dimensions, Unsafe.SizeOf<T>(), storage ?? Hdf5Storage.Compressed);
            }

            var id = H5.H5Dcreate2(Handle.Id, name, stored.Id, space.Id, link.Id, creation.Id, H5.Default);
            var handle = new Handle(File.Check(id, action), H5.H5Dclose, action, File.Path, File);
            var dataset = new Hdf5Dataset<T>(File, handle, Child(name));
            if (unit is not null)
            {
                dataset.SetAttribute("unit", unit);
            }

            return dataset;
        }
    }

    // Chunks of about 64 KiB: rows are gathered, or a row too long for one chunk is cut along its longest dimension.
    private unsafe void SetChunks(Handle creation, ReadOnlySpan<long> dimensions, int valueSize, Hdf5Storage storage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(storage.DeflateLevel, nameof(storage));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(storage.DeflateLevel, 9, nameof(storage));
        ArgumentOutOfRangeException.ThrowIfNegative(storage.ChunkRows, nameof(storage));
        const long Target = 65536;
        var chunk = dimensions.ToArray();
        for (var i = 1; i < chunk.Length; i++)
        {
            chunk[i] = Math.Max(chunk[i], 1);
        }

        chunk[0] = 1;
        while (Spaces.Product(chunk) * valueSize > 16 * Target)
        {
            var longest = Array.IndexOf(chunk, chunk.Max());
            chunk[longest] = (chunk[longest] + 1) / 2;
        }

        var rows = storage.ChunkRows > 0 ? storage.ChunkRows : Math.Max(
            1, Target / (Spaces.Product(chunk) * valueSize));
        chunk[0] = dimensions[0] > 0 ? Math.Min(rows, dimensions[0]) : rows;
        var size = chunk.Select(c => (ulong)c).ToArray();
        const string Action = "choosing chunks";
        fixed (ulong* p = size)
        {
            _ = File.Check(H5.H5Pset_chunk(creation.Id, size.Length, p), Action);
        }

        if (storage.DeflateLevel > 0)
        {
            _ = File.Check(H5.H5Pset_shuffle(creation.Id), Action);
            _ = File.Check(H5.H5Pset_deflate(creation.Id, (uint)storage.DeflateLevel), Action);
        }
    }

    private Handle OpenDatasetHandle(string name)
    {
        var action = $"opening dataset {Child(name)}";
        return new Handle(H5.H5Dopen2(Handle.Id, name, H5.Default), H5.H5Dclose, action, File.Path, File);
    }

    private Handle LinkCreation()
    {
        const string Action = "preparing a link";
        var link = new Handle(H5.H5Pcreate(Library.Global("H5P_CLS_LINK_CREATE_ID_g")), H5.H5Pclose, Action, File.Path);
        _ = File.Check(H5.H5Pset_create_intermediate_group(link.Id, 1), Action);
        _ = File.Check(H5.H5Pset_char_encoding(link.Id, 1), Action);
        return link;
    }

    private Handle NoTimes(string kind)
    {
        const string Action = "preparing an object";
        var creation = new Handle(H5.H5Pcreate(Library.Global(kind)), H5.H5Pclose, Action, File.Path);
        _ = File.Check(H5.H5Pset_obj_track_times(creation.Id, false), Action);
        return creation;
    }

    private string Child(string name) => name.StartsWith('/') ? name : $"{Name.TrimEnd('/')}/{name}";
}
