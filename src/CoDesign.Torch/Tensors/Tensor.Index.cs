using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements that indices, as in Python, choose.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The elements with these indices, one tensor per dimension.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>One slice of the first dimension.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => index_put_(value, i1);
        }

        /// <summary>One slice of the first two dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => index(i1, i2);
            set => index_put_(value, i1, i2);
        }

        /// <summary>One slice of the first three dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => index(i1, i2, i3);
            set => index_put_(value, i1, i2, i3);
        }

        /// <summary>The elements that indices choose.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            var (view, tensors, made) = Apply(indices);
            if (tensors is not null)
            {
                var result = Aten.index_Tensor.Call(view, tensors);
                made.ForEach(t => t.Dispose());
                return result;
            }
            if (ReferenceEquals(view, this))
            {
                return alias();
            }
            made.Remove(view);
            made.ForEach(t => t.Dispose());
            return view;
        }

        /// <summary>The elements with these indices, one tensor per dimension.</summary>
        public Tensor index(params Tensor[] indices) => index(Array.ConvertAll(indices, TensorIndex.Tensor));

        /// <summary>Overwrites the elements that indices choose.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            var (view, tensors, made) = Apply(indices);
            if (tensors is null)
            {
                view.copy_(value);
            }
            else
            {
                Aten.index_put_.Do(view, tensors, value);
            }
            made.ForEach(t => t.Dispose());
            return this;
        }

        /// <summary>Overwrites the elements with these indices, one tensor per dimension.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices) =>
            index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor));

        /// <summary>Overwrites the elements that indices choose with one value.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var v = Aten.full.Call(Array.Empty<long>(), value, dtype, Arg.None, device);
            return index_put_(v, indices);
        }

        // Slices and single indices become views one after the other; tensors are left to the operator `index`.
        private (Tensor View, Tensor?[]? Tensors, List<Tensor> Made) Apply(TensorIndex[] indices)
        {
            var made = new List<Tensor>();
            var view = this;
            Tensor?[]? tensors = null;
            var taken = indices.Sum(Width);
            if (taken > ndim)
            {
                throw new ArgumentException($"{taken} indices for a tensor of {ndim} dimensions.");
            }
            var d = 0;
            foreach (var i in indices)
            {
                switch (i.Kind)
                {
                    case TensorIndex.IndexKind.None:
                        Take(view.unsqueeze(d++));
                        break;
                    case TensorIndex.IndexKind.Bool:
                        Take(view.unsqueeze(d));
                        Take(view.narrow(d++, 0, i.Start.GetValueOrDefault()));
                        break;
                    case TensorIndex.IndexKind.Ellipsis:
                        d += (int)(ndim - taken);
                        break;
                    case TensorIndex.IndexKind.Single:
                        Take(view.select(d, i.Start.GetValueOrDefault()));
                        break;
                    case TensorIndex.IndexKind.Tensor:
                        tensors ??= new Tensor?[ndim + indices.Length];
                        tensors[d] = i.Values;
                        d += (int)Width(i);
                        break;
                    default:
                        if (i.Start is not null || i.Stop is not null || i.Step is not null)
                        {
                            Take(Aten.slice_Tensor.Call(view, (long)d, i.Start, i.Stop, i.Step ?? 1));
                        }
                        d++;
                        break;
                }
            }
            return (view, tensors is null ? null : Compact(tensors), made);

            void Take(Tensor t)
            {
                made.Add(t);
                view = t;
            }
        }

        // How many dimensions an index uses up.
        private static long Width(TensorIndex i) => i.Kind switch
        {
            TensorIndex.IndexKind.None or TensorIndex.IndexKind.Bool or TensorIndex.IndexKind.Ellipsis => 0,
            TensorIndex.IndexKind.Tensor when i.Values is { dtype: ScalarType.Bool } mask => mask.ndim,
            _ => 1,
        };

        // A mask of several dimensions is one entry of the operator's list and covers as many places.
        private static Tensor?[] Compact(Tensor?[] byDimension)
        {
            var list = new List<Tensor?>();
            var last = 0;
            for (var d = 0; d < byDimension.Length; d++)
            {
                list.Add(byDimension[d]);
                if (byDimension[d] is { } t)
                {
                    last = list.Count;
                    d += t.dtype == ScalarType.Bool ? (int)t.ndim - 1 : 0;
                }
            }
            return [.. list.Take(last)];
        }
    }
}
