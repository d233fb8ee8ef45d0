using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Simulation.Showers;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Simulation.MonteCarlo;

/// <summary>Electromagnetic showers particle by particle in a sampling calorimeter: the judge of what
/// <see cref="ParametricSimulation"/> led to. Carries no gradient.</summary>
/// <remarks>
/// The stack is a box of the detector's area around the central cell, every layer a slab of its own; the range cut is
/// the geometry's. Event i of a batch
/// draws from the stream (seed, first + i), so it is the same in any batch and on any number of threads. The energy in
/// active material is seen as it is: no saturation of light, and light collection belongs to the readout.
/// </remarks>
public sealed class MonteCarloSimulation : ISimulation
{
    // The last stack and its tables: events of one detector come in many batches.
    private (SlabBox Stack, ScoringOptions Scoring, MonteCarloOptions Options, ShowerMonteCarlo Engine)? _last;

    /// <inheritdoc/>
    public Deposits Simulate(CalorimeterDetector detector, EventBatch events)
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        double side = detector.CellSize.ToDouble();
        int[] sectionOfLayer = CalorimeterSlabs.SectionOfLayer(detector);
        ShowerBatch showers = Engine(detector, side, sectionOfLayer)
            .Simulate(events.Streams.Seed, events.First, [.. Enumerable.Range(0, events.Count).Select(Primary)]);
        int sections = detector.Sections.Count;
        (double[] fraction, double[] depth) = Sections(detector, showers, sectionOfLayer, events.Energy);
        return new Deposits
        {
            Visible = Visible(showers, sections, detector.CellCount).MoveToOuterDisposeScope(),
            Energy = events.Energy.ToTensor(events.Count).MoveToOuterDisposeScope(),
            ImpactX = (side * events.ImpactX.ToTensor(events.Count)).MoveToOuterDisposeScope(),
            ImpactY = (side * events.ImpactY.ToTensor(events.Count)).MoveToOuterDisposeScope(),
            SectionFraction = fraction.ToTensor(events.Count, sections).MoveToOuterDisposeScope(),
            SectionDepth = depth.ToTensor(events.Count, sections).MoveToOuterDisposeScope(),
            // It sets the range of the ADC, which is part of the design: both simulations see the same electronics.
            VisibleFraction = new StackProperties(detector).StackVisibleFraction.detach().MoveToOuterDisposeScope(),
        };

        Primary Primary(int e) => new(
            events.Particle, events.Energy[e], side * events.ImpactX[e], side * events.ImpactY[e], events.SlopeX[e],
            events.SlopeY[e]);
    }

    private ShowerMonteCarlo Engine(CalorimeterDetector detector, double side, int[] sectionOfLayer)
    {
        SlabBox stack = CalorimeterSlabs.Of(detector);
        var scoring = new ScoringOptions
        {
            CellSize = side,
            Planes = sectionOfLayer,
            CellReach = (detector.CellCount - 1) / 2,
        };
        var options = new MonteCarloOptions { RangeCut = detector.Geometry.RangeCut, Threads = get_num_threads() };
        if (_last is { } last && last.Options == options && last.Stack.Transverse == stack.Transverse
            && last.Stack.Slabs.SequenceEqual(stack.Slabs) && last.Scoring.CellSize == side
            && last.Scoring.CellReach == scoring.CellReach && sectionOfLayer.SequenceEqual(last.Scoring.Planes ?? []))
        {
            return last.Engine;
        }

        var engine = new ShowerMonteCarlo(stack, options, scoring);
        _last = (stack, scoring, options, engine);
        return engine;
    }

    // Energy in the cells of each section, [events, sections, cells] [MeV]; cell (i, j) of the grid is cell
    // (i + reach, j + reach) of the cluster.
    private static Tensor Visible(ShowerBatch showers, int sections, int count)
    {
        int reach = (count - 1) / 2;
        var visible = new double[showers.Count * sections * count * count];
        foreach (CellDeposit cell in showers.Cells)
        {
            if (Math.Abs(cell.I) <= reach && Math.Abs(cell.J) <= reach)
            {
                int place = cell.I + reach + (count * (cell.J + reach));
                visible[(((cell.Event * sections) + cell.Plane) * count * count) + place] += cell.Energy;
            }
        }

        return visible.ToTensor(showers.Count, sections, count * count);
    }

    // Fraction of the primary's energy in each section and its mean depth [mm], [events, sections].
    private static (double[] Fraction, double[] Depth) Sections(
        CalorimeterDetector detector, ShowerBatch showers, int[] sectionOfLayer, double[] energy)
    {
        int sections = detector.Sections.Count, layers = showers.Layers;
        var (sum, moment) = (new double[showers.Count * sections], new double[showers.Count * sections]);
        for (int i = 0; i < showers.Active.Length; i++)
        {
            int at = (i / layers * sections) + sectionOfLayer[i % layers];
            sum[at] += showers.Active[i] + showers.Passive[i];
            moment[at] += showers.DepthMoment[i];
        }

        double[] middle = Middles(detector);
        // A section without energy has no light that could be attenuated; its middle stands for it.
        double[] depth = [.. sum.Select((s, i) => s > 0 ? moment[i] / s : middle[i % sections])];
        return ([.. sum.Select((s, i) => s / energy[i / sections])], depth);
    }

    private static double[] Middles(CalorimeterDetector detector)
    {
        double end = 0;
        return [.. detector.Sections.Select(s =>
        {
            double length = s.Layers * s.Slabs.Sum(slab => slab.Thickness.ToDouble());
            end += length;
            return end - (length / 2);
        })];
    }
}
