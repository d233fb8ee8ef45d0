using System.CommandLine;
using CoDesign.Hdf5;
using CoDesign.Reports;
using CoDesign.Studies.Runs;
using CoDesign.Tensors;
using TorchSharp;

namespace CoDesign.Cli;

/// <summary>codesign doctor</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command(
            "doctor", "Say what is installed, what is missing, and how to mend it ('./codesign doctor --install' does).");
        command.SetAction(_ =>
        {
            Say("codesign", Provenance.Version);
            Say("machine", Provenance.Machine());
            Say("plotly.js", PlotlyBundle.Version);
            Probe("hdf5", ProbeHdf5); // runs do without it
            return Probe("libtorch", ProbeTorch) ? 0 : 1;
        });
        return command;
    }

    private static string ProbeTorch()
    {
        string folder = Libtorch.Load();
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor square = torch.ones(64, 64).mm(torch.ones(64, 64));
        return $"{Libtorch.Version}, {Libtorch.Blas()}, {torch.get_num_threads()} threads, device "
            + $"{Libtorch.Device(ComputeDevice.Auto)}, check {(square[0, 0].ToSingle() == 64 ? "passed" : "FAILED")}, in {folder}";
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

            return $"{Hdf5Library.Description}, check passed";
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool Probe(string name, Func<string> probe)
    {
        try
        {
            Say(name, probe());
            return true;
        }
        catch (Exception e) when (e is LibtorchException or Hdf5Exception)
        {
            Say(name, $"MISSING: {e.Message}{(e is Hdf5Exception ? "; without it runs leave out results.h5" : "")}");
            return false;
        }
    }

    private static void Say(string name, string what) => Console.Out.WriteLine($"{name,-10} {what}");
}
