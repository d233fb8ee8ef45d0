using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The C interface of <c>native/codesign_torch.cpp</c>; the comments there say who owns what.</summary>
internal static unsafe partial class Native
{
    private const string Library = "codesign_torch";

    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, Resolve);

    [LibraryImport(Library)]
    internal static partial nint ct_last_error();
    [LibraryImport(Library)]
    internal static partial nint ct_version();
    [LibraryImport(Library)]
    internal static partial void ct_set_error(byte* text, int n);
    [LibraryImport(Library)]
    internal static partial void ct_retain(nint h);
    [LibraryImport(Library)]
    internal static partial int ct_release(nint h);
    [LibraryImport(Library)]
    internal static partial void ct_free(nint p);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ct_operator(string name, string overload, out nint op);
    [LibraryImport(Library)]
    internal static partial int ct_call(nint op, Value* args, int n, Value* rets, int* retCount);

    [LibraryImport(Library)]
    internal static partial int ct_from_blob(
        void* data, long* sizes, int dims, int dtype, int copy, nint context, delegate* unmanaged<nint, void> del,
        out nint result);
    [LibraryImport(Library)]
    internal static partial int ct_data_ptr(nint h, out nint p);
    [LibraryImport(Library)]
    internal static partial int ct_shape(nint h, out long* sizes, out long* strides, out int dims);
    [LibraryImport(Library)]
    internal static partial int ct_numel(nint h, out long n);
    [LibraryImport(Library)]
    internal static partial int ct_dtype(nint h);
    [LibraryImport(Library)]
    internal static partial int ct_element_size(nint h);
    [LibraryImport(Library)]
    internal static partial int ct_is_contiguous(nint h, out int r);
    [LibraryImport(Library)]
    internal static partial int ct_device(nint h, out int type, out int index);
    [LibraryImport(Library)]
    internal static partial int ct_item(nint h, Value* r);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ct_save(nint h, string path);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ct_load(string path, out nint result);

    [LibraryImport(Library)]
    internal static partial int ct_requires_grad(nint h, out int r);
    [LibraryImport(Library)]
    internal static partial int ct_set_requires_grad(nint h, int v);
    [LibraryImport(Library)]
    internal static partial int ct_is_leaf(nint h, out int r);
    [LibraryImport(Library)]
    internal static partial int ct_retain_grad(nint h);
    [LibraryImport(Library)]
    internal static partial int ct_grad(nint h, out nint g);
    [LibraryImport(Library)]
    internal static partial int ct_set_grad(nint h, nint g);
    [LibraryImport(Library)]
    internal static partial int ct_backward(
        nint* tensors, int n, nint* grads, int retain, int create, nint* inputs, int inputCount);
    [LibraryImport(Library)]
    internal static partial int ct_autograd_grad(
        nint* outputs, int n, nint* grads, nint* inputs, int inputCount, int retain, int create, int allowUnused,
        nint* results);
    [LibraryImport(Library)]
    internal static partial int ct_grad_mode();
    [LibraryImport(Library)]
    internal static partial void ct_set_grad_mode(int v);
    [LibraryImport(Library)]
    internal static partial int ct_inference_enter(int v, out nint g);
    [LibraryImport(Library)]
    internal static partial void ct_inference_exit(nint p);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ct_custom_function(
        string name, nint* inputs, int inputCount, nint* outputs, int outputCount, byte* differentiable, nint* saved,
        int savedCount, int materialize,
        delegate* unmanaged<nint, nint*, int, nint*, int, nint*, int, byte*, int> callback, nint context,
        delegate* unmanaged<nint, void> freeContext, nint* results, out int attached);

    [LibraryImport(Library)]
    internal static partial int ct_manual_seed(ulong seed);
    [LibraryImport(Library)]
    internal static partial int ct_set_num_threads(int n);
    [LibraryImport(Library)]
    internal static partial int ct_get_num_threads();
    [LibraryImport(Library)]
    internal static partial int ct_cuda_device_count(out int n);
    [LibraryImport(Library)]
    internal static partial int ct_generator(ulong seed, out nint g);
    [LibraryImport(Library)]
    internal static partial int ct_default_generator(out nint g);
    [LibraryImport(Library)]
    internal static partial void ct_generator_delete(nint g);
    [LibraryImport(Library)]
    internal static partial int ct_generator_seed(nint g, ulong seed);
    [LibraryImport(Library)]
    internal static partial int ct_generator_initial_seed(nint g, out ulong seed);
    [LibraryImport(Library)]
    internal static partial int ct_generator_state(nint g, out nint state);
    [LibraryImport(Library)]
    internal static partial int ct_generator_set_state(nint g, nint state);

    /// <summary>Turns a failure of a native call into an exception with torch's own text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int rc)
    {
        if (rc != 0)
        {
            Throw();
        }
    }

    private static void Throw() => throw new ExternalException(Marshal.PtrToStringUTF8(ct_last_error()));

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
        {
            return 0;
        }
        try
        {
            return NativeLibrary.Load(name, assembly, path);
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException(
                "libtorch could not be loaded. Install the package libtorch-dev (apt-get install libtorch-dev), or put " +
                "the lib folder of an unzipped libtorch on LD_LIBRARY_PATH; 'codesign doctor' checks the machine. " +
                $"The loader says: {e.Message}", e);
        }
    }
}
