namespace TorchSharp;

// Shape: views where possible.
public static partial class torch
{
    /// <summary>The elements in another shape.</summary>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    /// <summary>Several dimensions as one.</summary>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) =>
        input.flatten(start_dim, end_dim);

    /// <summary>Expanded to a shape.</summary>
    public static Tensor broadcast_to(Tensor input, params long[] shape) => input.broadcast_to(shape);

    /// <summary>Repeated along each dimension.</summary>
    public static Tensor tile(Tensor input, params long[] reps) => input.tile(reps);

    /// <summary>A new dimension of size 1.</summary>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <summary>Without dimensions of size 1, or without one of them.</summary>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <summary>Dimensions in another order.</summary>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    /// <summary>Two dimensions swapped.</summary>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <summary>Matrix transposed.</summary>
    public static Tensor t(Tensor input) => input.t();

    /// <summary>A copy.</summary>
    public static Tensor clone(Tensor input) => input.clone();

    /// <summary>The same elements without a history of gradients.</summary>
    public static Tensor detach(Tensor input) => input.detach();

    /// <summary>Reversed along dimensions.</summary>
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    /// <summary>Shifted along a dimension, around its end.</summary>
    public static Tensor roll(Tensor input, long shifts, long dims) => input.roll(shifts, dims);

    /// <summary>Matrix with this diagonal, or diagonal of this matrix.</summary>
    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);

    /// <summary>Diagonal in two dimensions.</summary>
    public static Tensor diagonal(Tensor input, long offset, long dim1, long dim2) =>
        input.diagonal(offset, dim1, dim2);

    /// <summary>Matrices with these diagonals.</summary>
    public static Tensor diag_embed(Tensor input, long offset = 0L, long dim1 = -2L, long dim2 = -1L) =>
        input.diag_embed(offset, dim1, dim2);

    /// <summary>Lower triangle.</summary>
    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    /// <summary>Upper triangle.</summary>
    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);

    /// <summary>Parts of a size along a dimension.</summary>
    public static Tensor[] split(Tensor input, long size, long dim = 0) => input.split(size, dim);

    /// <summary>Parts of the given sizes along a dimension.</summary>
    public static Tensor[] split(Tensor input, long[] sizes, long dim = 0) => input.split(sizes, dim);

    /// <summary>That many parts along a dimension.</summary>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0L) => input.chunk(chunks, dim);

    /// <summary>The slices along a dimension.</summary>
    public static Tensor[] unbind(Tensor input, int dimension = 0) => input.unbind(dimension);

    /// <summary>Differences of neighbours along a dimension.</summary>
    public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
        input.diff(n, dim, prepend, append);
}
