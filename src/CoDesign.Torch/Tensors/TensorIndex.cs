namespace TorchSharp;

public static partial class torch
{
    /// <summary>What an index of a tensor chooses along a dimension.</summary>
    public readonly struct TensorIndex
    {
        private TensorIndex(
            IndexKind kind, long? start = null, long? stop = null, long? step = null, torch.Tensor? tensor = null) =>
            (Kind, Start, Stop, Step, Values) = (kind, start, stop, step, tensor);

        internal enum IndexKind
        {
            Slice, None, Null, Ellipsis, Bool, Single, Tensor,
        }

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None { get; } = new(IndexKind.None);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex Null { get; } = new(IndexKind.None);

        /// <summary>All dimensions that the other indices leave.</summary>
        public static TensorIndex Ellipsis { get; } = new(IndexKind.Ellipsis);

        /// <summary>All of a dimension.</summary>
        public static TensorIndex Colon { get; } = new(IndexKind.Slice);

        internal IndexKind Kind { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal torch.Tensor? Values { get; }

        /// <summary>From start, up to but not including stop, by step.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(IndexKind.Slice, start, stop, step);

        /// <summary>A range of C#.</summary>
        public static TensorIndex Slice(Range range) => Slice(
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -range.End.Value);

        /// <summary>A new dimension of size 1 or 0.</summary>
        public static TensorIndex Bool(bool value) => new(IndexKind.Bool, value ? 1 : 0);

        /// <summary>One element; the dimension goes away.</summary>
        public static TensorIndex Single(long? index) => new(IndexKind.Single, index);

        /// <summary>The elements with these indices, or where these truth values are true.</summary>
        public static TensorIndex Tensor(torch.Tensor tensor) => new(IndexKind.Tensor, tensor: tensor);

        /// <summary>One element.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>Elements by index or truth value.</summary>
        public static implicit operator TensorIndex(torch.Tensor value) => Tensor(value);

        /// <summary>A range of C#.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>One element, perhaps from the end.</summary>
        public static implicit operator TensorIndex(Index index) =>
            Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>From start to stop.</summary>
        public static implicit operator TensorIndex((int? start, int? stop) range) => Slice(range.start, range.stop);

        /// <summary>From start to stop by step.</summary>
        public static implicit operator TensorIndex((int? start, int? stop, int? step) range) =>
            Slice(range.start, range.stop, range.step);
    }
}
