using System.Reflection;
using System.Runtime.InteropServices;
using CoDesign.Hdf5;
using CoDesign.Studies.Results;
using CoDesign.Tensors;

namespace CoDesign.Studies.Runs;

/// <summary>Where a run's numbers come from.</summary>
public static class Provenance
{
    // Green Algorithms (Lannelongue, Grealey, Inouye, Adv. Sci. 8 (2021) 2100707): E = t (n_c P_c u_c + n_m P_m) PUE.
    private const double CoreWatt = 12;       // typical server core, same source
    private const double MemoryWattPerGib = 0.3725;
    private const double UsageEffectiveness = 1.67;

    /// <summary>Version of CoDesign with the commit it was built from, when the build knew it.</summary>
    public static string Version { get; } =
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>Energy estimate [kWh] and how it was made.</summary>
    /// <param name="seconds">Wall-clock time [s].</param>
    /// <param name="threads">Cores in use.</param>
    public static (double KilowattHours, string Note) Energy(double seconds, int threads)
    {
        double gibibytes = Memory.TotalGib();
        double watts = ((threads * CoreWatt) + (gibibytes * MemoryWattPerGib)) * UsageEffectiveness;
        return (seconds / 3600 * watts / 1000,
            $"Green Algorithms (Lannelongue et al. 2021): {threads} cores at {CoreWatt} W fully used, {gibibytes:0.#} GiB at "
            + $"{MemoryWattPerGib} W/GiB, PUE {UsageEffectiveness}");
    }

    /// <summary>Versions of what numbers depend on.</summary>
    public static IReadOnlyDictionary<string, string> Versions() => new Dictionary<string, string>
    {
        ["codesign"] = Version,
        [".net"] = RuntimeInformation.FrameworkDescription,
        ["libtorch"] = Libtorch.Version,
        ["blas"] = Libtorch.Blas(),
        ["hdf5"] = Hdf5Library.Description ?? "none",
    };

    /// <summary>Processor and memory.</summary>
    public static string Machine()
    {
        string? model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return $"{model?.Split(':')[^1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString()}, "
            + $"{Environment.ProcessorCount} cores, {Memory.TotalGib():0.#} GiB, {RuntimeInformation.OSDescription}";
    }

    internal static ProvenanceSummary Of(RunContext context, RunRequest request) => new()
    {
        Seed = context.Study.Seed,
        Version = Version,
        StudySha256 = RunDirectory.Sha256(context.Directory.Study),
        Versions = Versions(),
        Machine = Machine(),
        Threads = context.Study.Threads,
        Device = !context.Study.Method.TrainsAlongside ? "cpu"
            : Libtorch.Device(context.Study.Device).type.ToString().ToLowerInvariant(),
        Started = request.Started,
    };
}
