using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation;
using CoDesign.Simulation.Events;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Simulated showers in plain memory, as the journal keeps them; what follows from the primaries is left
/// out.</summary>
/// <param name="Visible">Energy in active material, [events, sections, cells] [MeV].</param>
/// <param name="SectionFraction">Fraction of the primary's energy in each section, [events, sections].</param>
/// <param name="SectionDepth">Mean depth of a section's energy [mm], [events, sections].</param>
/// <param name="VisibleFraction">Visible fraction that sets the range of the ADC.</param>
internal sealed record ShowerRecord(
    double[] Visible, double[] SectionFraction, double[] SectionDepth, double VisibleFraction)
{
    /// <summary>Copies showers out of tensors.</summary>
    public static ShowerRecord Of(Deposits deposits) => new(
        Values(deposits.Visible), Values(deposits.SectionFraction), Values(deposits.SectionDepth),
        deposits.VisibleFraction.ToDouble());

    /// <summary>Showers one after the other.</summary>
    public static ShowerRecord Join(IReadOnlyList<ShowerRecord> parts) => new(
        [.. parts.SelectMany(p => p.Visible)], [.. parts.SelectMany(p => p.SectionFraction)],
        [.. parts.SelectMany(p => p.SectionDepth)], parts[0].VisibleFraction);

    /// <summary>The showers of these primaries again, in the scope of the call.</summary>
    /// <param name="detector">The detector they were simulated in.</param>
    /// <param name="events">Their primaries.</param>
    public Deposits Deposits(CalorimeterDetector detector, EventBatch events)
    {
        double side = detector.CellSize.ToDouble();
        long n = events.Count, sections = detector.Sections.Count, cells = detector.CellCount * detector.CellCount;
        return new Deposits
        {
            Visible = Tensor(Visible).reshape(n, sections, cells),
            Energy = Tensor(events.Energy),
            ImpactX = side * Tensor(events.ImpactX),
            ImpactY = side * Tensor(events.ImpactY),
            SectionFraction = Tensor(SectionFraction).reshape(n, sections),
            SectionDepth = Tensor(SectionDepth).reshape(n, sections),
            VisibleFraction = tensor(VisibleFraction, ScalarType.Float64),
        };
    }

    private static Tensor Tensor(double[] values) => tensor(values, dtype: ScalarType.Float64);

    private static double[] Values(Tensor t) => t.detach().contiguous().data<double>().ToArray();
}
