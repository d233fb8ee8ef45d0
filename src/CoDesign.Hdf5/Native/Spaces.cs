namespace CoDesign.Hdf5.Native;

/// <summary>Dataspaces.</summary>
internal static class Spaces
{
    /// <summary>A dataspace; no dimensions make a scalar. The caller disposes it.</summary>
    internal static unsafe Handle Make(ReadOnlySpan<long> dimensions, ulong? largestFirst, string path)
    {
        if (dimensions.Length == 0)
        {
            return new Handle(H5.H5Screate(0), H5.H5Sclose, "making a dataspace", path);
        }

        var size = new ulong[dimensions.Length];
        for (var i = 0; i < size.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dimensions[i], nameof(dimensions));
            size[i] = (ulong)dimensions[i];
        }

        var largest = (ulong[])size.Clone();
        largest[0] = largestFirst ?? size[0];
        fixed (ulong* s = size, l = largest)
        {
            return new Handle(H5.H5Screate_simple(size.Length, s, l), H5.H5Sclose, "making a dataspace", path);
        }
    }

    /// <summary>Dimensions of a dataspace.</summary>
    internal static unsafe long[] Dimensions(Handle space, string path)
    {
        var rank = (int)Library.Check(H5.H5Sget_simple_extent_ndims(space.Id), "reading dimensions", path);
        var size = new ulong[rank];
        fixed (ulong* s = size)
        {
            _ = Library.Check(H5.H5Sget_simple_extent_dims(space.Id, s, null), "reading dimensions", path);
        }

        return [.. size.Select(v => (long)v)];
    }

    /// <summary>Number of elements.</summary>
    internal static long Count(Handle space, string path) => Product(Dimensions(space, path));

    /// <summary>Product of dimensions, 1 for none.</summary>
    internal static long Product(ReadOnlySpan<long> dimensions)
    {
        long product = 1;
        foreach (var size in dimensions)
        {
            product = checked(product * size);
        }

        return product;
    }
}
