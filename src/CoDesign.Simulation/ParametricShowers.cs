using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Showers;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Simulation;

/// <summary>Showers of the parametric model with the scores of the Monte Carlo, to compare the two.</summary>
/// <remarks>
/// The model of <see cref="ParametricSimulation"/> with every layer a section of its own and one cell over the front
/// face. Active energy has the sampling fluctuations. What does not leave the stack and is not active is passive,
/// shared among layers as their mean passive energy: every event's energy adds up. Back leakage is the profile behind
/// the last layer, side leakage the lateral profile outside the front face; there is no albedo, so that nothing leaves
/// through the front.
/// </remarks>
public sealed class ParametricShowers
{
    private readonly CalorimeterDetector _layers;
    private readonly ScoringOptions _scoring;
    private readonly double _transverse;

    /// <summary>Showers in a detector.</summary>
    /// <param name="detector">The detector, every section with an absorber.</param>
    /// <param name="scoring">What to record; a grid of cells cannot be.</param>
    /// <exception cref="ArgumentException">A grid of cells is asked for.</exception>
    public ParametricShowers(CalorimeterDetector detector, ScoringOptions scoring)
    {
        if (scoring.CellSize is not null)
        {
            throw new ArgumentException("the parametric model has no grid of cells here", nameof(scoring));
        }

        _layers = detector with
        {
            Sections = [.. detector.Sections.SelectMany(s => Enumerable.Repeat(s with { Layers = 1 }, s.Layers))],
        };
        _transverse = Math.Sqrt(detector.Area.ToDouble());
        _scoring = scoring;
    }

    /// <summary>Simulates a batch; event i draws from stream (seed, first + i).</summary>
    /// <param name="seed">Seed of the streams.</param>
    /// <param name="first">Number of the first event.</param>
    /// <param name="primaries">The primaries, all of one kind.</param>
    public ShowerBatch Simulate(ulong seed, long first, IReadOnlyList<Primary> primaries)
    {
        using DisposeScope scope = NewDisposeScope();
        var stack = new StackProperties(_layers);
        EventBatch events = Events(seed, first, primaries);
        int count = events.Count;
        ShowerDevelopment shower = ParametricSimulation.Develop(stack, events);
        (Tensor, Tensor) impact = (
            primaries.Select(p => p.X).ToArray().ToTensor(count), primaries.Select(p => p.Y).ToArray().ToTensor(count));
        Tensor inside = ParametricSimulation.Lateral(
            shower, events, impact, tensor(_transverse, dtype: ScalarType.Float64), 1);
        Tensor developed = events.Energy.ToTensor(count, 1) * shower.Fraction;
        Tensor deposited = developed * inside.squeeze(2);
        Tensor visible = deposited * shower.Response * stack.VisibleFraction;
        Tensor active = ParametricSimulation.Fluctuate(visible, stack, events);
        var fill = new ShowerFill(
            _scoring.RingEdges, _transverse, primaries, Values(developed), Values(deposited), Values(visible),
            Values(shower.Length), Values(shower.Core), Values(shower.Tail), Values(shower.Mixture));
        return fill.Batch(Values(active));
    }

    private static double[] Values(Tensor tensor) => tensor.contiguous().Doubles().ToArray();

    private EventBatch Events(ulong seed, long first, IReadOnlyList<Primary> primaries) => new()
    {
        Particle = primaries[0].Kind,
        Streams = new EventStreams(seed),
        First = first,
        Energy = [.. primaries.Select(p => p.Energy)],
        ImpactX = [.. primaries.Select(p => p.X / _transverse)],
        ImpactY = [.. primaries.Select(p => p.Y / _transverse)],
        SlopeX = [.. primaries.Select(p => p.SlopeX)],
        SlopeY = [.. primaries.Select(p => p.SlopeY)],
        Slant = [.. primaries.Select(p => Math.Sqrt(1 + (p.SlopeX * p.SlopeX) + (p.SlopeY * p.SlopeY)))],
    };
}
