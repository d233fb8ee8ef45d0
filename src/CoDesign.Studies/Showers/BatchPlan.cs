using CoDesign.Physics;
using CoDesign.Simulation.MonteCarlo.Scoring;

namespace CoDesign.Studies.Showers;

/// <summary>How many events to simulate before the next look at progress, file and Ctrl-C.</summary>
/// <remarks>Batches of transport take about two seconds, so that threads seldom wait for the last event of one, and
/// memory is bounded. Results do not depend on it.</remarks>
internal sealed class BatchPlan(ShowerRequest request, int layers)
{
    private const double Seconds = 2;
    private const int LayerEnergies = 100_000; // 0.8 MB in each of four arrays
    private const int MostCells = 500_000;     // 16 MB

    private readonly int _most = Math.Clamp(LayerEnergies / layers, 1, 4096);
    // The first batch cannot know how long an event takes; it grows with the energy.
    private int _size = request.Model == ShowerModel.Parametric
        ? 1024 : request.Threads * (int)Math.Clamp(100 * Units.GeV / request.Energy, 1, 8);

    /// <summary>Size of the next batch.</summary>
    /// <param name="left">Events that are left, positive.</param>
    public int Next(int left) => Math.Min(left, Math.Clamp(_size, 1, Math.Max(_most, request.Threads)));

    /// <summary>Learns from a batch.</summary>
    public void Took(ShowerBatch batch, double seconds)
    {
        if (request.Model == ShowerModel.Parametric)
        {
            return;
        }

        double wanted = batch.Count * Math.Min(4, Seconds / Math.Max(seconds, 1e-6));
        double byCells = batch.Count * (MostCells / Math.Max(1.0, batch.Cells.Count));
        _size = (int)Math.Max(Math.Min(4 * request.Threads, byCells), Math.Min(wanted, byCells));
    }
}
