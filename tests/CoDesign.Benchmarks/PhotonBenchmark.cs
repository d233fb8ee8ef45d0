using CoDesign.Physics.Materials;
using CoDesign.Simulation.MonteCarlo.Processes;
using CoDesign.Simulation.MonteCarlo.Tables;
using CoDesign.Simulation.Random;

namespace CoDesign.Benchmarks;

/// <summary>Nanoseconds a sample of each photon process, and a look-up in the table of a compound.</summary>
internal static class PhotonBenchmark
{
    private const int Count = 1_000_000;

    public static int Run()
    {
        var rng = new TransportRandom(1, 1);
        var sharing = new PairSharing(82, 4.3e6);
        var table = new PhotonTable(MaterialCatalogue.Get("PbWO4"));
        Print("Klein-Nishina, 0.01 to 100 MeV", i => KleinNishina.Sample(Energy(i), ref rng, out _));
        Print("photo-electron angle, 0.1 MeV", _ => PhotoElectronAngle.Sample(0.1, ref rng));
        Print("pair sharing, lead, 5 MeV", _ => sharing.Sample(5, ref rng));
        Print("pair sharing, lead, 100 MeV", _ => sharing.Sample(100, ref rng));
        Print("pair sharing, lead, 500 GeV", _ => sharing.Sample(5e5, ref rng));
        Print("modified Tsai angle, 1 MeV", _ => ModifiedTsaiAngle.Sample(1, ref rng));
        Print("annihilation, 1 MeV", i => AnnihilationInFlight.Sample(1, ref rng, out _, out _, out _));
        Print("table, total", i => table.Total(Energy(i), Math.Log(Energy(i))));
        Print("table, process", i => (int)table.Choose(Energy(i), Math.Log(Energy(i)), rng.Uniform()));
        Console.WriteLine($"{"table of PbWO4",-32} {Timing.Measure(
            () => _ = new PhotonTable(MaterialCatalogue.Get("PbWO4")), 5, 21)}");
        return 0;
    }

    private static double Energy(int i) => (i % 5) switch
    {
        0 => 0.01,
        1 => 0.1,
        2 => 1,
        3 => 10,
        _ => 100,
    };

    private static void Print(string name, Func<int, double> sample)
    {
        double sum = 0;
        Timing timing = Timing.Measure(() =>
        {
            for (int i = 0; i < Count; i++)
            {
                sum += sample(i);
            }
        }, 2, 9);
        Console.WriteLine($"{name,-32} {1e6 * timing.Median / Count,6:f1} ns (mean {sum / (11.0 * Count):g3})");
    }
}
