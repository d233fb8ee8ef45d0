using CoDesign.Simulation.MonteCarlo.Scoring;

namespace CoDesign.Studies.Showers;

/// <summary>Gathers the summary from batches, in event order; memory is 16 bytes per event.</summary>
/// <param name="layers">Number of layers.</param>
internal sealed class ShowerTotals(int layers)
{
    private readonly EventSums _active = new(), _passive = new();
    private readonly MeanSums _activeLayers = new(layers), _passiveLayers = new(layers), _leakage = new(3);
    private double _energy, _radialMoment;
    private long _chargedSteps, _photonSteps;

    public int Count => _active.Count;

    public void Add(ShowerBatch batch)
    {
        for (int e = 0; e < batch.Count; e++)
        {
            ReadOnlySpan<double> active = batch.Active.AsSpan(e * layers, layers);
            ReadOnlySpan<double> passive = batch.Passive.AsSpan(e * layers, layers);
            ReadOnlySpan<double> leakage = batch.Leakage.AsSpan(e * 3, 3);
            (double seen, double unseen) = (Sum(active), Sum(passive));
            if (!double.IsFinite(seen + unseen + Sum(leakage)))
            {
                throw new NotFiniteNumberException($"the energy of event {Count} is not finite");
            }

            _active.Add(seen);
            _passive.Add(unseen);
            _activeLayers.Add(active);
            _passiveLayers.Add(passive);
            _leakage.Add(leakage);
            _energy += seen;
            _radialMoment += Sum(batch.ActiveRadialMoment.AsSpan(e * layers, layers));
            _chargedSteps += batch.ChargedSteps[e];
            _photonSteps += batch.PhotonSteps[e];
        }
    }

    /// <summary>The summary of at least one event.</summary>
    public ShowerSummary Summary(ShowerRequest request, ShowerTimes times)
    {
        ValueSummary resolution = _active.Resolution();
        return new ShowerSummary
        {
            Events = Count,
            EventsRequested = request.Events,
            Model = ShowerWords.Of(request.Model),
            Particle = ShowerWords.Of(request.Particle),
            Seconds = times.Simulation,
            PreparationSeconds = times.Preparation,
            WritingSeconds = times.Writing,
            EventsPerSecond = times.Simulation > 0 ? Count / times.Simulation : 0,
            Threads = request.Threads,
            Seed = request.Seed,
            Energy = request.Energy,
            Active = _active.Summary(),
            Passive = _passive.Summary(),
            Leakage = new LeakageSummary(
                _leakage.Means[0], _leakage.Means[1], _leakage.Means[2],
                _leakage.Errors[0], _leakage.Errors[1], _leakage.Errors[2]),
            Resolution = resolution,
            Layers = new ShowerLayersSummary(
                _activeLayers.Means, _passiveLayers.Means, _activeLayers.Errors, _passiveLayers.Errors),
            Lateral = new LateralSummary(_energy > 0 ? Math.Sqrt(_radialMoment / _energy) : null),
            Steps = new StepsSummary((double)_chargedSteps / Count, (double)_photonSteps / Count),
        };
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
