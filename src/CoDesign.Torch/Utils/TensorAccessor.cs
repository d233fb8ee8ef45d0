using System.Collections;
using System.Runtime.CompilerServices;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor in the memory of the processor, in the order of its dimensions.</summary>
/// <typeparam name="T">The .NET type of the elements.</typeparam>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly nint _data;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;

    internal TensorAccessor(torch.Tensor tensor)
    {
        if (torch.TypeOf(typeof(T)) != tensor.dtype)
        {
            throw new ArgumentException($"{typeof(T).Name} is not the .NET type of {tensor.dtype}.");
        }
        (_tensor, _data, _shape) = (tensor, tensor.DataPointer(), tensor.shape);
        (_strides, _contiguous) = (tensor.stride(), tensor.is_contiguous());
        Count = tensor.NumberOfElements;
    }

    /// <summary>Number of elements.</summary>
    public long Count { get; }

    /// <summary>False: elements can be written.</summary>
    public bool IsReadOnly => false;

    /// <summary>An element by one index in row-major order, or by one index per dimension.</summary>
    public unsafe T this[params long[] indices]
    {
        get => ((T*)_data)[Offset(indices)];
        set => ((T*)_data)[Offset(indices)] = value;
    }

    /// <summary>The elements in row-major order, as a copy.</summary>
    public T[] ToArray()
    {
        var result = new T[Count];
        CopyTo(result.AsSpan());
        return result;
    }

    /// <summary>The elements as an array with the dimensions of the tensor; one element for a scalar.</summary>
    public unsafe Array ToNDArray()
    {
        if (_shape.Length == 0)
        {
            return ToArray();
        }
        var flat = ToArray();
        var result = Array.CreateInstance(typeof(T), _shape);
        fixed (T* p = flat)
        {
            var bytes = (uint)(flat.Length * sizeof(T));
            Unsafe.CopyBlock(
                ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(result), ref *(byte*)p, bytes);
        }
        return result;
    }

    /// <summary>Copies elements, from the given one on, into an array.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements, from the given one on, into a span.</summary>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var n = (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        if (_contiguous)
        {
            new ReadOnlySpan<T>((T*)_data + tensorIndex, n).CopyTo(array[arrayIndex..]);
            return;
        }
        for (var i = 0; i < n; i++)
        {
            array[arrayIndex + i] = ((T*)_data)[Offset(tensorIndex + i)];
        }
    }

    /// <summary>Copies an array into the elements, from the given one on.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Copies a span into the elements, from the given one on.</summary>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var n = (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        if (_contiguous)
        {
            array.Slice(arrayIndex, n).CopyTo(new Span<T>((T*)_data + tensorIndex, n));
            return;
        }
        for (var i = 0; i < n; i++)
        {
            ((T*)_data)[Offset(tensorIndex + i)] = array[arrayIndex + i];
        }
    }

    /// <summary>The elements in row-major order.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++)
        {
            yield return At(i);
        }
    }

    /// <summary>Nothing to do: the tensor owns the memory.</summary>
    public void Dispose()
    {
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private unsafe T At(long linear) => ((T*)_data)[Offset(linear)];

    private long Offset(long linear)
    {
        if ((ulong)linear >= (ulong)Count)
        {
            throw new IndexOutOfRangeException($"Element {linear} of {Count}.");
        }
        if (_contiguous)
        {
            return linear;
        }
        var offset = 0L;
        for (var d = _shape.Length - 1; d >= 0; d--)
        {
            offset += linear % _shape[d] * _strides[d];
            linear /= _shape[d];
        }
        return offset;
    }

    private long Offset(long[] indices)
    {
        ObjectDisposedException.ThrowIf(_tensor.IsInvalid, _tensor);
        if (indices.Length == 1)
        {
            return Offset(indices[0]);
        }
        var offset = 0L;
        for (var d = 0; d < _shape.Length; d++)
        {
            if ((ulong)indices[d] >= (ulong)_shape[d])
            {
                throw new IndexOutOfRangeException($"Index {indices[d]} of {_shape[d]} in dimension {d}.");
            }
            offset += indices[d] * _strides[d];
        }
        return offset;
    }
}
