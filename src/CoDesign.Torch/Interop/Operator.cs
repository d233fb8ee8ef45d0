using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Interop;

/// <summary>An ATen operator, found in the dispatcher at its first call and kept (libtorch versions differ in
/// names).</summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private const int ArenaSize = 1 << 16;
    private const int MaxResults = 8;

    [ThreadStatic]
    private static byte* _arena;
    [ThreadStatic]
    private static int _arenaUsed;

    private nint _handle;

    private nint Handle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _handle != 0 ? _handle : Find();
    }

    /// <summary>Calls an operator that returns one tensor.</summary>
    internal torch.Tensor Call(params ReadOnlySpan<Arg> args)
    {
        Value r;
        Invoke(args, &r, 1);
        return new torch.Tensor(r.Pointer);
    }

    /// <summary>Calls an operator that changes its first argument, and returns that argument.</summary>
    internal torch.Tensor InPlace(torch.Tensor self, params ReadOnlySpan<Arg> args)
    {
        Value r;
        Invoke(args, &r, 1);
        Release(r);
        return self;
    }

    /// <summary>Calls an operator that returns two tensors.</summary>
    internal (torch.Tensor, torch.Tensor) Call2(params ReadOnlySpan<Arg> args)
    {
        var r = stackalloc Value[2];
        Invoke(args, r, 2);
        return (new torch.Tensor(r[0].Pointer), new torch.Tensor(r[1].Pointer));
    }

    /// <summary>Calls an operator that returns several tensors; undefined ones are null.</summary>
    internal torch.Tensor?[] CallMany(params ReadOnlySpan<Arg> args)
    {
        var r = stackalloc Value[MaxResults];
        var n = Invoke(args, r, MaxResults);
        var result = new torch.Tensor?[n];
        for (var i = 0; i < n; i++)
        {
            result[i] = r[i].Pointer == 0 ? null : new torch.Tensor(r[i].Pointer);
        }
        return result;
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    internal torch.Tensor[] CallList(params ReadOnlySpan<Arg> args)
    {
        Value r;
        Invoke(args, &r, 1);
        var result = new torch.Tensor[r.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = new torch.Tensor(((nint*)r.Pointer)[i]);
        }
        Native.ct_free(r.Pointer);
        return result;
    }

    /// <summary>Calls an operator that returns a truth value.</summary>
    internal bool CallBool(params ReadOnlySpan<Arg> args)
    {
        Value r;
        Invoke(args, &r, 1);
        return r.Int != 0;
    }

    /// <summary>Calls an operator for its effect on its arguments.</summary>
    internal void Do(params ReadOnlySpan<Arg> args)
    {
        var r = stackalloc Value[MaxResults];
        var n = Invoke(args, r, MaxResults);
        for (var i = 0; i < n; i++)
        {
            Release(r[i]);
        }
    }

    private static void Release(in Value v)
    {
        if (v.Tag == Tag.Tensor)
        {
            Native.Check(Native.ct_release(v.Pointer));
        }
        else if (v.Tag == Tag.TensorList)
        {
            for (var i = 0; i < v.Count; i++)
            {
                Native.Check(Native.ct_release(((nint*)v.Pointer)[i]));
            }
            Native.ct_free(v.Pointer);
        }
    }

    // Two threads may both ask; the native side returns the same handle to each.
    private nint Find()
    {
        Native.Check(Native.ct_operator("aten::" + name, overload, out var h));
        return _handle = h;
    }

    private int Invoke(ReadOnlySpan<Arg> args, Value* results, int capacity)
    {
        var mark = _arenaUsed;
        var values = stackalloc Value[args.Length];
        List<nint>? large = null;
        try
        {
            for (var i = 0; i < args.Length; i++)
            {
                ref readonly var a = ref args[i];
                values[i].Tag = a.Tag;
                values[i].Count = a.Count;
                values[i].Int = a.Bits;
                if (a.List is not null)
                {
                    Copy(a.List, ref values[i], ref large);
                }
            }
            Native.Check(Native.ct_call(Handle, values, args.Length, results, &capacity));
            return capacity;
        }
        finally
        {
            _arenaUsed = mark;
            large?.ForEach(p => NativeMemory.Free((void*)p));
        }
    }

    private static void Copy(object list, ref Value v, ref List<nint>? large)
    {
        switch (list)
        {
            case torch.Tensor?[] tensors:
                var handles = (nint*)Allocate(sizeof(nint) * tensors.Length, ref large);
                for (var i = 0; i < tensors.Length; i++)
                {
                    handles[i] = tensors[i]?.Handle ?? 0;
                }
                v.Count = tensors.Length;
                v.Pointer = (nint)handles;
                break;
            case long[] a:
                v.Pointer = CopyBytes(MemoryMarshal.AsBytes(a.AsSpan()), a.Length, ref v.Count, ref large);
                break;
            case double[] a:
                v.Pointer = CopyBytes(MemoryMarshal.AsBytes(a.AsSpan()), a.Length, ref v.Count, ref large);
                break;
            case bool[] a:
                v.Pointer = CopyBytes(MemoryMarshal.AsBytes(a.AsSpan()), a.Length, ref v.Count, ref large);
                break;
            case string s:
                var text = Encoding.UTF8.GetBytes(s);
                v.Pointer = CopyBytes(text, text.Length, ref v.Count, ref large);
                break;
        }
    }

    private static nint CopyBytes(ReadOnlySpan<byte> bytes, int length, ref int count, ref List<nint>? large)
    {
        var p = Allocate(bytes.Length, ref large);
        bytes.CopyTo(new Span<byte>(p, bytes.Length));
        count = length;
        return (nint)p;
    }

    // Arguments are small: a bump arena per thread; what does not fit is allocated and freed with the call.
    private static byte* Allocate(int bytes, ref List<nint>? large)
    {
        if (_arena == null)
        {
            _arena = (byte*)NativeMemory.AlignedAlloc(ArenaSize, 16);
        }
        var size = (bytes + 15) & ~15;
        if (_arenaUsed + size <= ArenaSize)
        {
            var p = _arena + _arenaUsed;
            _arenaUsed += size;
            return p;
        }
        var q = (byte*)NativeMemory.Alloc((nuint)size);
        (large ??= []).Add((nint)q);
        return q;
    }
}
