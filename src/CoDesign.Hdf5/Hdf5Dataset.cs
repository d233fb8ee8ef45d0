using CoDesign.Hdf5.Native;

namespace CoDesign.Hdf5;

/// <summary>A dataset of numbers or truth values. Rows are the slices along its first dimension.</summary>
/// <typeparam name="T">double, float, int, long, ulong, byte or bool.</typeparam>
public sealed class Hdf5Dataset<T> : Hdf5Object
    where T : unmanaged
{
    internal Hdf5Dataset(Hdf5File file, Handle handle, string name)
        : base(file, handle, name)
    {
    }

    /// <summary>Dimensions now; empty for a scalar.</summary>
    public IReadOnlyList<long> Dimensions
    {
        get
        {
            lock (Library.Gate)
            {
                Library.Enter();
                using var space = Space();
                return Spaces.Dimensions(space, File.Path);
            }
        }
    }

    /// <summary>Number of rows; 1 for a scalar.</summary>
    public long Rows => Dimensions is [var rows, ..] ? rows : 1;

    /// <summary>Adds rows at the end.</summary>
    /// <param name="data">Whole rows in row-major order: a multiple of the product of the other dimensions.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    /// <exception cref="Hdf5Exception">The dataset does not grow, or cannot be written, for example on a full disk.</exception>
    public unsafe void Append(ReadOnlySpan<T> data)
    {
        lock (Library.Gate)
        {
            Library.Enter();
            var dimensions = Dimensions.ToArray();
            var rowLength = dimensions.Length == 0 ? 0 : Spaces.Product(dimensions.AsSpan(1));
            if (rowLength == 0 || data.Length % rowLength != 0)
            {
                throw new ArgumentException(
                    $"{data.Length} values are not whole rows of [{string.Join(", ", dimensions)}]", nameof(data));
            }

            if (data.IsEmpty)
            {
                return;
            }

            var action = $"appending to dataset {Name}";
            var before = dimensions[0];
            var added = data.Length / rowLength;
            dimensions[0] += added;
            fixed (ulong* size = dimensions.Select(d => (ulong)d).ToArray())
            {
                _ = File.Check(H5.H5Dset_extent(Handle.Id, size), action);
            }

            using var memory = Select(before, added, dimensions, out var file);
            using (file)
            {
                Transfer(data, memory.Id, file.Id, action);
            }
        }
    }

    /// <summary>Reads everything.</summary>
    /// <returns>All values in row-major order.</returns>
    /// <exception cref="Hdf5Exception">The data cannot be read.</exception>
    public unsafe T[] Read()
    {
        lock (Library.Gate)
        {
            Library.Enter();
            using var space = Space();
            var values = new T[Spaces.Count(space, File.Path)];
            Receive(values, 0, 0);
            return values;
        }
    }

    /// <summary>Reads some rows.</summary>
    /// <param name="offset">First row, zero or more.</param>
    /// <param name="count">Number of rows, zero or more; offset + count is at most <see cref="Rows"/>.</param>
    /// <returns>Values of the rows in row-major order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not that many rows.</exception>
    /// <exception cref="Hdf5Exception">The data cannot be read.</exception>
    public T[] Read(long offset, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (Library.Gate)
        {
            Library.Enter();
            var dimensions = Dimensions.ToArray();
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, (dimensions is [var rows, ..] ? rows : 0) - offset);
            if (count == 0)
            {
                return [];
            }

            var values = new T[count * Spaces.Product(dimensions.AsSpan(1))];
            using var memory = Select(offset, count, dimensions, out var file);
            using (file)
            {
                Receive(values, memory.Id, file.Id);
            }

            return values;
        }
    }

    internal void WriteAll(ReadOnlySpan<T> data)
    {
        lock (Library.Gate)
        {
            Library.Enter();
            Transfer(data, 0, 0, $"writing dataset {Name}");
        }
    }

    private Handle Space() =>
        new(H5.H5Dget_space(Handle.Id), H5.H5Sclose, $"reading the size of dataset {Name}", File.Path);

    // A memory space of some rows, and the same rows selected in the file.
    private unsafe Handle Select(long offset, long count, long[] dimensions, out Handle file)
    {
        var start = new ulong[dimensions.Length];
        start[0] = (ulong)offset;
        long[] size = [count, .. dimensions[1..]];
        var space = Space();
        fixed (ulong* first = start, length = size.Select(d => (ulong)d).ToArray())
        {
            const int Set = 0;
            _ = File.Check(
                H5.H5Sselect_hyperslab(space.Id, Set, first, null, length, null), $"selecting rows of {Name}");
        }

        file = space;
        return Spaces.Make(size, null, File.Path);
    }

    private unsafe void Transfer(ReadOnlySpan<T> data, long memorySpace, long fileSpace, string action)
    {
        var (memory, stored) = Types.For<T>(File.Path);
        using (memory)
        using (stored)
        {
            fixed (T* values = data)
            {
                T none = default;
                // An empty span has no address, and the library wants one.
                var address = values is null ? &none : values;
                _ = File.Check(
                    H5.H5Dwrite(Handle.Id, memory.Id, memorySpace, fileSpace, H5.Default, address), action);
            }
        }
    }

    private unsafe void Receive(T[] values, long memorySpace, long fileSpace)
    {
        if (values.Length == 0)
        {
            return;
        }

        var (memory, stored) = Types.For<T>(File.Path);
        using (memory)
        using (stored)
        {
            fixed (T* data = values)
            {
                _ = File.Check(
                    H5.H5Dread(Handle.Id, memory.Id, memorySpace, fileSpace, H5.Default, data),
                    $"reading dataset {Name}");
            }
        }
    }
}
