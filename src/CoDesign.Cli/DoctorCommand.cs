using System.CommandLine;
using CoDesign.Hdf5;
using CoDesign.Studies.Runs;
using TorchSharp;

namespace CoDesign.Cli;

/// <summary>codesign doctor</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Say what is installed, what is missing, and how to mend it.");
        command.SetAction(_ =>
        {
            Console.Out.WriteLine($"codesign   {Provenance.Version}");
            Console.Out.WriteLine($"machine    {Provenance.Machine()}");
            bool torch = Probe("libtorch", "libtorch-dev", ProbeTorch);
            bool hdf5 = Probe("hdf5", "libhdf5-103-1", ProbeHdf5);
            return torch && hdf5 ? 0 : 1;
        });
        return command;
    }

    private static string ProbeTorch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor square = torch.ones(64, 64).mm(torch.ones(64, 64));
        string blas = NativeLibraries.Blas() ?? "none found";
        string advice = blas.Contains("openblas", StringComparison.Ordinal)
            || blas.Contains("mkl", StringComparison.Ordinal)
            ? "" : "; reference BLAS is about ten times slower, install libopenblas0-pthread";
        return $"{NativeLibraries.Torch()}, BLAS {blas}{advice}, {torch.get_num_threads()} threads, "
            + $"CUDA {(torch.cuda.is_available() ? "available" : "not available")}, "
            + $"check {(square[0, 0].ToSingle() == 64 ? "passed" : "FAILED")}";
    }

    private static string ProbeHdf5()
    {
        string path = Path.Combine(Path.GetTempPath(), $"codesign-doctor-{Environment.ProcessId}.h5");
        try
        {
            using (Hdf5File file = Hdf5File.Create(path, IfExists.Replace))
            {
                file.Root.SetAttribute("probe", 1L);
            }

            return $"{NativeLibraries.Hdf5()}, check passed";
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool Probe(string name, string package, Func<string> probe)
    {
        try
        {
            Console.Out.WriteLine($"{name,-10} {probe()}");
            return true;
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or BadImageFormatException)
        {
            Console.Out.WriteLine($"{name,-10} MISSING: {(e.InnerException ?? e).Message.Split('\n')[0]}");
            Console.Out.WriteLine(
                $"{"",-10} install it with: sudo apt-get install -y --no-install-recommends {package}");
            return false;
        }
    }
}
