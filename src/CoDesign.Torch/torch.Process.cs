using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Version of libtorch.</summary>
    public static string __version__ => Marshal.PtrToStringUTF8(Native.ct_version()) ?? "";

    /// <summary>Sets the number of threads that operators use.</summary>
    public static void set_num_threads(int num) => Native.Check(Native.ct_set_num_threads(num));

    /// <summary>Number of threads that operators use.</summary>
    public static int get_num_threads() => Native.ct_get_num_threads();

    /// <summary>Opens a scope that owns the tensors made on this thread until it is disposed of.</summary>
    public static DisposeScope NewDisposeScope() => new(DisposeScopeManager.OfThread);

    /// <summary>Writes a tensor to a file.</summary>
    public static void save(Tensor t, string location) => t.save(location);

    /// <summary>Reads a tensor from a file.</summary>
    public static Tensor load(string location) => Tensor.load(location);

    /// <summary>The GPUs.</summary>
    public static partial class cuda
    {
        /// <summary>Whether libtorch sees a GPU.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>Number of GPUs that libtorch sees.</summary>
        public static int device_count()
        {
            Native.Check(Native.ct_cuda_device_count(out var n));
            return n;
        }

        /// <summary>Seeds the generators of all devices.</summary>
        public static void manual_seed_all(long seed) => torch.manual_seed(seed);
    }
}
