using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using TorchSharp;

namespace CoDesign.Tensors;

/// <summary>The native libraries under TorchSharp: loaded before its first use, so that what is wrong with them is said in
/// one sentence. TorchSharp's own loader prints a page on standard output and may copy half a gigabyte.</summary>
public static partial class Libtorch
{
    // In the order in which they need one another: each finds what it needs already loaded, whatever LD_LIBRARY_PATH says.
    private static readonly string[] Libraries =
        ["libgomp-98b21ff3.so.1", "libc10.so", "libtorch_cpu.so", "libtorch.so", "libLibTorchSharp.so"];

    // Packages for CUDA bring libraries of other names; libgomp and the parts of CUDA come with them.
    private static readonly string[] CudaLibraries =
        ["libc10.so", "libc10_cuda.so", "libtorch_cpu.so", "libtorch_cuda.so", "libtorch.so", "libLibTorchSharp.so"];

    private static readonly Lazy<string> Loaded = new(LoadAll);

    /// <summary>Version of libtorch that this build asks for, such as 2.10.0. Known without loading it.</summary>
    public static string Version { get; } = typeof(Libtorch).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "Libtorch").Value ?? "";

    /// <summary>Loads the libraries, once in a process.</summary>
    /// <returns>Folder of libtorch.</returns>
    /// <exception cref="LibtorchException">One is missing, of another version, or needs a newer system.</exception>
    public static string Load() => Loaded.Value;

    /// <summary>The linear algebra inside libtorch, such as "MKL 2024.2"; "unknown" where the library does not say.</summary>
    public static unsafe string Blas()
    {
        Load();
        nint library = NativeLibrary.Load(Find("libtorch_cpu.so"));
        if (!NativeLibrary.TryGetExport(library, "MKL_Get_Version_String", out nint function))
        {
            return "unknown";
        }

        byte* text = stackalloc byte[200];
        ((delegate* unmanaged[Cdecl]<byte*, int, void>)function)(text, 200);
        string words = (Marshal.PtrToStringUTF8((nint)text, 200) ?? "").Split('\0')[0].Trim();
        return MklVersion().Match(words) is { Success: true } found ? $"MKL {found.Groups[1].Value}" : words;
    }

    /// <summary>The device of a choice; a GPU is looked for only when the choice allows one.</summary>
    /// <exception cref="LibtorchException">CUDA is asked for and there is none.</exception>
    public static torch.Device Device(ComputeDevice choice)
    {
        Load();
        if (choice == ComputeDevice.Cpu)
        {
            return torch.CPU;
        }

        // Asked of a build without CUDA, TorchSharp would search for its packages and print what it tried.
        bool available = Exists(Find("libtorch_cuda.so")) && torch.TryInitializeDeviceType(DeviceType.CUDA);
        return available ? torch.CUDA
            : choice == ComputeDevice.Auto ? torch.CPU
            : throw new LibtorchException(
                "this build has no libtorch for CUDA, or the machine no GPU that it can use; "
                + "build with -p:TorchCuda=true, or take auto");
    }

    private static string LoadAll()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            throw new LibtorchException(
                $"the libraries of this build are for x86-64 Linux, and this is {RuntimeInformation.RuntimeIdentifier}");
        }

        _ = DlError(); // bound here: binding it after a failure would clear what it has to say
        bool cuda = Exists(Find("libtorch_cuda.so"));
        foreach (string library in cuda ? CudaLibraries : Libraries)
        {
            string path = Find(library);
            if (!Exists(path))
            {
                throw new LibtorchException(Missing(path));
            }

            if (DlOpen(path, 2) == 0) // RTLD_NOW: a libtorch of another version is seen here, not in mid-run
            {
                throw new LibtorchException(Explain(path, Marshal.PtrToStringUTF8(DlError()) ?? "dlopen gives no reason"));
            }
        }

        string found = Find("libtorch_cpu.so");
        if (LoadedFile.Paths("/libtorch_cpu.so").FirstOrDefault(p => !SameFile(p, found)) is { } other)
        {
            throw new LibtorchException(
                $"another libtorch was loaded into this process before its own: {other}; unset LD_PRELOAD");
        }

        return Path.GetDirectoryName(found) ?? "";
    }

    // A link to nothing exists for File.Exists.
    private static bool Exists(string path) => File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is not { Exists: false };

    // The system's list has paths without links, of folders neither.
    private static bool SameFile(string path, string link)
    {
        nint physical = RealPath(link, 0);
        string? text = Marshal.PtrToStringUTF8(physical);
        Free(physical);
        return path == text;
    }

    // Beside TorchSharp.dll, where the build puts its links; else where packages put native files.
    private static string Find(string library)
    {
        string location = typeof(torch).Assembly.Location;
        string beside = location.Length > 0 ? Path.GetDirectoryName(location) ?? "" : AppContext.BaseDirectory;
        string searched = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        return searched.Split(':', StringSplitOptions.RemoveEmptyEntries).Prepend(beside)
            .Select(folder => Path.Combine(folder, library)).FirstOrDefault(Exists) ?? Path.Combine(beside, library);
    }

    private static string Missing(string path) => new FileInfo(path).LinkTarget is { } target
        ? $"{path} is a link to {target}, which is gone: the package cache was emptied or moved after the build; build again"
        : $"{path} is missing; build again";

    private static string Explain(string path, string reason)
    {
        if (reason.Contains("version `GLIBC", StringComparison.Ordinal) || reason.Contains("version `CXXABI", StringComparison.Ordinal))
        {
            return $"this system is too old for libtorch {Version}, which needs glibc 2.34 and the libstdc++ of GCC 12 "
                + $"(Debian 12, Ubuntu 22.04, or newer), or the build was made on a newer system; then build again here: {reason}";
        }

        return reason.Contains("undefined symbol", StringComparison.Ordinal)
            ? $"the libtorch beside {path} is not {Version}, the version that this TorchSharp needs: {reason}"
            : $"{path} cannot be loaded: {reason}";
    }

    // "Intel(R) oneAPI Math Kernel Library Version 2024.2-Product Build 20240605 for ..."
    [GeneratedRegex(@"Version ([0-9.]+)")]
    private static partial Regex MklVersion();

    [DllImport("libc", EntryPoint = "realpath"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint RealPath([MarshalAs(UnmanagedType.LPUTF8Str)] string path, nint buffer);

    [DllImport("libc", EntryPoint = "free"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void Free(nint memory);

    [DllImport("libc", EntryPoint = "dlopen"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint DlOpen([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int mode);

    [DllImport("libc", EntryPoint = "dlerror"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint DlError();
}
