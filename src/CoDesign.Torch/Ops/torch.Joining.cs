using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors joined along a dimension that they have.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.cat.Call(tensors.ToArray(), dim);

    /// <summary>Tensors joined along a dimension that they have.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors joined along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.stack.Call(tensors.ToArray(), dim);

    /// <summary>Tensors side by side.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => Aten.hstack.Call(tensors.ToArray());

    /// <summary>Tensors above each other.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => Aten.vstack.Call(tensors.ToArray());

    /// <summary>x where the condition is true, else y.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Aten.where_self.Call(condition, x, y);

    /// <summary>Where values would be put into a sorted sequence.</summary>
    public static Tensor searchsorted(
        Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false) =>
        Aten.searchsorted_Tensor.Call(sorted_sequence, values, out_int32, right);

    /// <summary>Index of the interval between boundaries.</summary>
    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        input.bucketize(boundaries, outInt32, right);

    /// <summary>The larger of two.</summary>
    public static Tensor max(Tensor input, Tensor other) => maximum(input, other);

    /// <summary>The smaller of two.</summary>
    public static Tensor min(Tensor input, Tensor other) => minimum(input, other);

    /// <summary>Coordinates of a grid, one tensor per axis; indexing is <c>ij</c> or <c>xy</c>.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Aten.meshgrid_indexing.CallList(tensors.ToArray(), indexing);

    /// <summary>Vector product along a dimension of size 3.</summary>
    public static Tensor cross(Tensor input, Tensor other, long dim) => Aten.cross.Call(input, other, dim);

    /// <summary>Sums of products in the notation of Einstein.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Aten.einsum.Call(equation, tensors);

    /// <summary>Distances between the rows of two matrices.</summary>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2.0) => Aten.cdist.Call(x1, x2, p);

    /// <summary>The matrices with these blocks on the diagonal.</summary>
    public static Tensor block_diag(params Tensor[] tensors) => Aten.block_diag.Call(tensors);

    /// <summary>Values, which of them each element is, and how often each occurs; the latter two on request.</summary>
    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
        Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false) =>
        input.unique(sorted, return_inverse, return_counts);

    public partial class Tensor
    {
        /// <summary>Transposed matrix.</summary>
        public Tensor T => permute([.. Enumerable.Range(0, (int)ndim).Reverse().Select(i => (long)i)]);

        /// <summary>The last two dimensions swapped.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <summary>Values, which of them each element is, and how often each occurs; the latter two on
        /// request.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false)
        {
            var r = Aten._unique2.CallMany(this, sorted, return_inverse, return_counts);
            if (!return_inverse)
            {
                r[1]?.Dispose();
            }
            if (!return_counts)
            {
                r[2]?.Dispose();
            }
            return (r[0]!, return_inverse ? r[1] : null, return_counts ? r[2] : null); // the values always exist
        }
    }
}
