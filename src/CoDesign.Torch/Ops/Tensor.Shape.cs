using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Shape: views where possible.
    public partial class Tensor
    {
        /// <summary>The elements in another shape.</summary>
        public Tensor reshape(params long[] shape) => Aten.reshape.Call(this, shape);

        /// <summary>The elements in another shape, never a copy.</summary>
        public Tensor view(params long[] shape) => Aten.view.Call(this, shape);

        /// <summary>The elements in the shape of another tensor.</summary>
        public Tensor view_as(Tensor other) => view(other.shape);

        /// <summary>Several dimensions as one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Aten.flatten_using_ints.Call(this, start_dim, end_dim);

        /// <summary>One dimension as several.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => Aten.unflatten_int.Call(this, dim, sizes);

        /// <summary>Dimensions of size 1 repeated without copying; -1 keeps one.</summary>
        public Tensor expand(params long[] sizes) => Aten.expand.Call(this, sizes);

        /// <summary>Expanded to the shape of another tensor.</summary>
        public Tensor expand_as(Tensor other) => Aten.expand_as.Call(this, other);

        /// <summary>Expanded to a shape.</summary>
        public Tensor broadcast_to(params long[] shape) => Aten.broadcast_to.Call(this, shape);

        /// <summary>Repeated along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Aten.repeat.Call(this, sizes);

        /// <summary>Repeated along each dimension.</summary>
        public Tensor tile(params long[] reps) => Aten.tile.Call(this, reps);

        /// <summary>Each element repeated.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null) =>
            Aten.repeat_interleave_self_int.Call(this, repeats, dim);

        /// <summary>A new dimension of size 1.</summary>
        public Tensor unsqueeze(long dim) => Aten.unsqueeze.Call(this, dim);

        /// <summary>Without dimensions of size 1, or without one of them.</summary>
        public Tensor squeeze(long? dim = null) =>
            dim is { } d ? Aten.squeeze_dim.Call(this, d) : Aten.squeeze.Call(this);

        /// <summary>Dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Aten.permute.Call(this, permutation);

        /// <summary>Two dimensions swapped.</summary>
        public Tensor transpose(long dim0, long dim1) => Aten.transpose_int.Call(this, dim0, dim1);

        /// <summary>Matrix transposed.</summary>
        public Tensor t() => Aten.t.Call(this);

        /// <summary>Without gaps in memory; itself where it is already.</summary>
        public Tensor contiguous() => Aten.contiguous.Call(this);

        /// <summary>A copy.</summary>
        public Tensor clone() => Aten.clone.Call(this);

        /// <summary>The same elements without a history of gradients.</summary>
        public Tensor detach() => Aten.detach.Call(this);

        /// <summary>Forgets the history of gradients.</summary>
        public Tensor detach_() => Aten.detach_.InPlace(this, this);

        /// <summary>Reversed along dimensions.</summary>
        public Tensor flip(params long[] dims) => Aten.flip.Call(this, dims);

        /// <summary>Shifted along a dimension, around its end.</summary>
        public Tensor roll(long shifts, long dims) => Aten.roll.Call(this, new[] { shifts }, new[] { dims });

        /// <summary>Matrix with this diagonal, or diagonal of this matrix.</summary>
        public Tensor diag(long diagonal = 0) => Aten.diag.Call(this, diagonal);

        /// <summary>Diagonal in two dimensions.</summary>
        public Tensor diagonal(long offset, long dim1, long dim2) => Aten.diagonal.Call(this, offset, dim1, dim2);

        /// <summary>Matrices with these diagonals.</summary>
        public Tensor diag_embed(long offset = 0L, long dim1 = -2L, long dim2 = -1L) =>
            Aten.diag_embed.Call(this, offset, dim1, dim2);

        /// <summary>Lower triangle.</summary>
        public Tensor tril(long diagonal = 0) => Aten.tril.Call(this, diagonal);

        /// <summary>Upper triangle.</summary>
        public Tensor triu(long diagonal = 0) => Aten.triu.Call(this, diagonal);

        /// <summary>Parts of a size along a dimension.</summary>
        public Tensor[] split(long size, long dim = 0) => Aten.split_Tensor.CallList(this, size, dim);

        /// <summary>Parts of the given sizes along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => Aten.split_with_sizes.CallList(this, sizes, dim);

        /// <summary>That many parts along a dimension.</summary>
        public Tensor[] chunk(long chunks, long dim = 0L) => Aten.chunk.CallList(this, chunks, dim);

        /// <summary>The slices along a dimension.</summary>
        public Tensor[] unbind(int dimension = 0) => Aten.unbind_int.CallList(this, (long)dimension);

        /// <summary>Differences of neighbours along a dimension.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Aten.diff.Call(this, n, dim, prepend, append);

        /// <summary>A view with the given strides.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L) =>
            Aten.as_strided.Call(this, size, strides, storageOffset);
    }
}
