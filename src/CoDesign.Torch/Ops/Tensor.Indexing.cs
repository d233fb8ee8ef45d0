using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Choosing elements.
    public partial class Tensor
    {
        /// <summary>One slice.</summary>
        public Tensor select(long dim, long index) => Aten.select_int.Call(this, dim, index);

        /// <summary>A range of slices.</summary>
        public Tensor narrow(long dim, long start, long length) => Aten.narrow.Call(this, dim, start, length);

        /// <summary>A range of slices with a step.</summary>
        public Tensor slice(long dim, long start, long finish, long step) =>
            Aten.slice_Tensor.Call(this, dim, start, finish, step);

        /// <summary>The slices with the given indices.</summary>
        public Tensor index_select(long dim, Tensor index) => Aten.index_select.Call(this, dim, index);

        /// <summary>Adds alpha times slices at indices.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.index_add.Call(this, dim, index, source, alpha);

        /// <summary>Adds alpha times slices at indices, in place.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.index_add_.InPlace(this, this, dim, index, source, alpha);

        /// <summary>Overwrites slices at indices.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) =>
            Aten.index_copy_.InPlace(this, this, dim, index, source);

        /// <summary>Fills slices at indices.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value) =>
            Aten.index_fill_int_Scalar.Call(this, dim, index, value);

        /// <summary>Elements by their row-major index.</summary>
        public Tensor take(Tensor index) => Aten.take.Call(this, index);

        /// <summary>Elements by their index along a dimension.</summary>
        public Tensor gather(long dim, Tensor index) => Aten.gather.Call(this, dim, index);

        /// <summary>Elements by their index along a dimension, broadcast.</summary>
        public Tensor take_along_dim(Tensor indices, long dim) => Aten.take_along_dim.Call(this, indices, dim);

        /// <summary>Overwrites elements by their index along a dimension.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Aten.scatter_src.Call(this, dim, index, src);

        /// <summary>Overwrites elements by their index along a dimension, in place.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) =>
            Aten.scatter__src.InPlace(this, this, dim, index, src);

        /// <summary>Adds to elements by their index along a dimension.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Aten.scatter_add.Call(this, dim, index, src);

        /// <summary>Adds to elements by their index along a dimension, in place.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) =>
            Aten.scatter_add_.InPlace(this, this, dim, index, src);

        /// <summary>The value where the mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.masked_fill_Scalar.Call(this, mask, value);

        /// <summary>The value where the mask is true, in place.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) =>
            Aten.masked_fill__Scalar.InPlace(this, this, mask, value);

        /// <summary>The elements where the mask is true, in one dimension.</summary>
        public Tensor masked_select(Tensor mask) => Aten.masked_select.Call(this, mask);

        /// <summary>Indices of the elements that are not zero.</summary>
        public Tensor nonzero() => Aten.nonzero.Call(this);

        /// <summary>Indices of the elements that are not zero.</summary>
        public Tensor argwhere() => Aten.argwhere.Call(this);

        /// <summary>This where the condition is true, else the other.</summary>
        public Tensor where(Tensor condition, Tensor other) => Aten.where_self.Call(condition, this, other);

        /// <summary>Overwrites all elements.</summary>
        public Tensor fill_(Scalar value) => Aten.fill__Scalar.InPlace(this, this, value);

        /// <summary>Overwrites all elements with zero.</summary>
        public Tensor zero_() => Aten.zero_.InPlace(this, this);

        /// <summary>Overwrites all elements with those of another tensor.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) =>
            Aten.copy_.InPlace(this, this, source, nonBlocking);

        /// <summary>Overwrites the diagonal.</summary>
        public Tensor fill_diagonal_(Scalar value, bool wrap = false) =>
            Aten.fill_diagonal_.InPlace(this, this, value, wrap);
    }
}
