using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;
using TorchSharp;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>Evaluates a geometry at a design.</summary>
internal sealed class CalorimeterBuilder(SamplingCalorimeterGeometry geometry, Design design)
{
    private readonly DesignQuantities _quantities = new(geometry.Scope, design);

    public CalorimeterDetector Build()
    {
        CalorimeterSection[] sections = [.. geometry.Sections.Select(Section)];
        var slabs = sections
            .SelectMany(section => section.Slabs, (section, slab) => (section.Layers, Slab: slab))
            .ToList();
        var depth = Sum(slabs.Select(pair => pair.Slab.Thickness * (double)pair.Layers));
        var radiationLengths = Sum(
            slabs.Select(pair => pair.Slab.Thickness * (pair.Layers / pair.Slab.Material.RadiationLength)));
        var readout = Readout(geometry.Readout);
        var size = Value(geometry.CellSize);
        var area = Value(geometry.Area);
        var channelsPerTower = readout.Depth == ReadoutDepth.Summed ? 1 : sections.Length;
        var channels = area / (size * size) * (double)channelsPerTower;
        var power = new PowerModel(geometry.PowerPerChannel, _quantities).Total(channels);
        var breakdown = new CostModel(geometry.Cost, _quantities)
            .Breakdown(sections, area, channels, readout.LightYield, power);
        return new CalorimeterDetector
        {
            Geometry = geometry,
            Design = design,
            Sections = sections,
            CellSize = size,
            CellCount = geometry.CellCount,
            Area = area,
            Depth = depth,
            RadiationLengths = radiationLengths,
            Readout = readout,
            Channels = channels,
            Power = power,
            Cost = Sum(breakdown.Values),
            CostBreakdown = breakdown,
            Quantities = _quantities,
        };
    }

    private CalorimeterSection Section(SectionDescription section)
    {
        var layers = (int)Math.Round(geometry.Scope.Evaluate(section.Layers, design.Value));
        if (layers < 1)
        {
            throw new InvalidOperationException(
                $"section {section.Name} has {layers} layers at this design; bound {section.Layers} from below");
        }

        return new CalorimeterSection
        {
            Name = section.Name,
            Layers = layers,
            Absorber = section.Absorber is { } absorber ? Layer(absorber) : null,
            Active = Layer(section.Active),
            Passive = section.Passive is { } passive ? Layer(passive) : null,
        };
    }

    private CalorimeterLayer Layer(LayerDescription layer) => new(layer.Material.In(design), Value(layer.Thickness));

    private CalorimeterReadout Readout(ReadoutDescription readout) => new()
    {
        Depth = readout.Depth,
        LightYield = Value(readout.LightYield),
        ExcessNoiseFactor = Value(readout.ExcessNoiseFactor),
        Gain = Value(readout.Gain),
        ShapingTime = Value(readout.ShapingTime),
        Capacitance = Value(readout.Capacitance),
        LeakageCurrent = Value(readout.LeakageCurrent),
        ParallelResistance = Optional(readout.ParallelResistance),
        SeriesNoise = Value(readout.SeriesNoise),
        FlickerNoise = Value(readout.FlickerNoise),
        Saturation = Optional(readout.Saturation),
        FullScale = Value(readout.FullScale),
        Bits = Value(readout.Bits),
        ZeroSuppression = Value(readout.ZeroSuppression),
        CalibrationNonuniformity = Value(readout.CalibrationNonuniformity),
        AttenuationLength = Optional(readout.AttenuationLength),
    };

    private torch.Tensor Value(Expression expression) => _quantities.Evaluate(expression);

    private torch.Tensor? Optional(Expression? expression) => expression is null ? null : Value(expression);

    private static torch.Tensor Sum(IEnumerable<torch.Tensor> parts) => parts.Aggregate((left, right) => left + right);
}
