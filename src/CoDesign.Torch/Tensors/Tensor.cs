using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>The functions of torch, as TorchSharp names them; pytorch.org/docs/stable/torch.html is the
/// reference.</summary>
public static partial class torch
{
    /// <summary>A torch tensor; pytorch.org/docs/stable/tensors.html describes the members.</summary>
    /// <remarks>
    /// Belongs to the dispose scope that was open when it was made, else to its holder. There is no finalizer: a tensor
    /// that nobody disposes of keeps its memory.
    /// </remarks>
    public partial class Tensor : IDisposable
    {
        private static long _totalCount;
        private static long _peakCount;
        private nint _handle;

        internal Tensor(nint handle)
        {
            _handle = handle;
            var total = Interlocked.Increment(ref _totalCount);
            if (total > _peakCount)
            {
                _peakCount = total;
            }
            var manager = DisposeScopeManager.OfThread;
            if (manager.Current is { } scope)
            {
                manager.Counts.Tensors.CreatedInScopeCount++;
                scope.Add(this);
            }
            else
            {
                manager.Counts.Tensors.CreatedOutsideScopeCount++;
            }
        }

        /// <summary>Number of tensors of the process that are not disposed of.</summary>
        public static long TotalCount => _totalCount;

        /// <summary>Largest value that <see cref="TotalCount"/> had.</summary>
        public static long PeakCount => _peakCount;

        /// <summary>A name for the eye of the programmer.</summary>
        public string? name { get; set; }

        /// <summary>Whether the tensor was disposed of.</summary>
        public bool IsInvalid => _handle == 0;

        /// <summary>The native tensor.</summary>
        /// <exception cref="InvalidOperationException">The tensor was disposed of.</exception>
        public nint Handle =>
            _handle != 0 ? _handle : throw new InvalidOperationException("The tensor was disposed of.");

        internal DisposeScope? OwningDisposeScope { get; set; }

        internal int ScopeSlot { get; set; }

        /// <summary>Number of dimensions.</summary>
        public long Dimensions => shape.Length;
        /// <summary>Number of dimensions.</summary>
        public long ndim => Dimensions;
        /// <summary>Number of elements.</summary>
        public long NumberOfElements
        {
            get
            {
                Native.Check(Native.ct_numel(Handle, out var n));
                return n;
            }
        }
        /// <summary>Bytes per element.</summary>
        public long ElementSize => Native.ct_element_size(Handle);
        /// <summary>Sizes of the dimensions.</summary>
        public long[] shape => size();
        /// <summary>Type of the elements.</summary>
        public ScalarType dtype => (ScalarType)Native.ct_dtype(Handle);
        /// <summary>Where the tensor lies.</summary>
        public Device device
        {
            get
            {
                Native.Check(Native.ct_device(Handle, out var type, out var index));
                return type == 0 ? CPU : new Device((DeviceType)type, index);
            }
        }
        /// <summary>Kind of the device where the tensor lies.</summary>
        public DeviceType device_type => device.type;
        /// <summary>Number of the device where the tensor lies.</summary>
        public int device_index => device.index;
        /// <summary>Whether the tensor lies on a GPU.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Number of dimensions.</summary>
        public long dim() => Dimensions;
        /// <summary>Number of elements.</summary>
        public long numel() => NumberOfElements;
        /// <summary>Bytes per element.</summary>
        public long element_size() => ElementSize;
        /// <summary>Whether the elements are floating point numbers.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);
        /// <summary>Whether the elements are integers or truth values.</summary>
        public bool is_integral() => torch.is_integral(dtype);
        /// <summary>Whether the elements are complex.</summary>
        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Sizes of the dimensions.</summary>
        public unsafe long[] size()
        {
            Native.Check(Native.ct_shape(Handle, out var sizes, out _, out var dims));
            return new ReadOnlySpan<long>(sizes, dims).ToArray();
        }

        /// <summary>Size of a dimension; negative ones count from the end.</summary>
        public long size(int dim) => size()[dim < 0 ? dim + (int)ndim : dim];

        /// <summary>Strides of the dimensions, in elements.</summary>
        public unsafe long[] stride()
        {
            Native.Check(Native.ct_shape(Handle, out _, out var strides, out var dims));
            return new ReadOnlySpan<long>(strides, dims).ToArray();
        }

        /// <summary>Stride of a dimension, in elements.</summary>
        public long stride(int dim) => stride()[dim < 0 ? dim + (int)ndim : dim];

        /// <summary>Whether the elements lie in memory without gaps, the last dimension fastest.</summary>
        public bool is_contiguous()
        {
            Native.Check(Native.ct_is_contiguous(Handle, out var r));
            return r != 0;
        }

        /// <summary>A second tensor object over the same native tensor.</summary>
        public Tensor alias()
        {
            Native.ct_retain(Handle);
            return new Tensor(Handle);
        }

        /// <summary>Gives the tensor to the enclosing scope.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of its scope: its holder disposes of it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>Releases the native tensor.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases the native tensor.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (_handle != 0)
            {
                Native.Check(Native.ct_release(Forget()));
            }
        }

        /// <summary>Makes this object invalid without releasing the native tensor, which the caller then
        /// owns.</summary>
        internal nint Forget()
        {
            var h = Handle;
            _handle = 0;
            Interlocked.Decrement(ref _totalCount);
            var counts = DisposeScopeManager.OfThread.Counts.Tensors;
            if (OwningDisposeScope is { } scope)
            {
                scope.Remove(this);
                counts.DisposedInScopeCount++;
            }
            else
            {
                counts.DisposedOutsideScopeCount++;
            }
            return h;
        }

        /// <summary>The elements, for reading and writing; the tensor must lie in the memory of the
        /// processor.</summary>
        public TensorAccessor<T> data<T>()
            where T : unmanaged => new(this);

        /// <summary>The only element.</summary>
        /// <exception cref="ArgumentException">The tensor has not exactly one element, or one of another type.</exception>
        public T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1)
            {
                throw new ArgumentException(
                    "item() needs a tensor of one element, this one has " + NumberOfElements + ".");
            }
            if (is_cuda)
            {
                using var host = cpu();
                return host.data<T>()[0];
            }
            return data<T>()[0];
        }

        /// <summary>The only element as a scalar.</summary>
        public unsafe Scalar ToScalar()
        {
            Value v;
            Native.Check(Native.ct_item(Handle, &v));
            return v.Tag switch
            {
                Tag.Int => v.Int,
                Tag.Bool => v.Int != 0,
                _ => v.Double,
            };
        }

        /// <summary>The elements as bytes; the tensor must be contiguous, in the memory of the processor.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!is_contiguous())
                {
                    throw new NotImplementedException("bytes of a tensor that is not contiguous.");
                }
                return new Span<byte>((void*)DataPointer(), checked((int)(NumberOfElements * ElementSize)));
            }
            set
            {
                var target = bytes;
                if (value.Length != target.Length)
                {
                    throw new ArgumentException($"{value.Length} bytes for a tensor of {target.Length} bytes.");
                }
                value.CopyTo(target);
            }
        }

        internal nint DataPointer()
        {
            if (device_type != DeviceType.CPU)
            {
                throw new InvalidOperationException("The elements lie on another device: call cpu() first.");
            }
            Native.Check(Native.ct_data_ptr(Handle, out var p));
            return p;
        }

        /// <summary>Writes the tensor to a file that torch.load of C++ reads.</summary>
        public void save(string location) => Native.Check(Native.ct_save(Handle, location));

        /// <summary>Reads a tensor that <see cref="save"/> has written.</summary>
        public static Tensor load(string location)
        {
            Native.Check(Native.ct_load(location, out var h));
            return new Tensor(h);
        }

        /// <summary>Same object.</summary>
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        /// <summary>By object.</summary>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        /// <summary>Shape, type and device, as <c>[2x3], type = Float32, device = cpu</c>.</summary>
        public override string ToString() =>
            IsInvalid ? "disposed tensor" : $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";
    }
}
