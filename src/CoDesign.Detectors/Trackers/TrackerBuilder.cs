using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Trackers;

/// <summary>Evaluates a geometry at a design.</summary>
internal sealed class TrackerBuilder(TrackerGeometry geometry, Design design)
{
    private readonly DesignQuantities _quantities = new(geometry.Scope, design);

    public TrackerDetector Build()
    {
        BuiltGroup[] groups = [
            .. geometry.Groups.Select(group => new LayerGroupBuilder(geometry, group, _quantities, design).Build()),
        ];
        var layout = Layout(groups);
        var power = Total(groups, group => group.Power);
        var breakdown = Costs(groups, power);
        int[] measuring = [
            .. Enumerable.Range(0, layout.Count).Where(i => layout.MeasuresU[i] || layout.MeasuresV[i]),
        ];
        return new TrackerDetector
        {
            Geometry = geometry,
            Design = design,
            Layout = layout,
            Groups = groups,
            Planes = Scalar(measuring.Length),
            Area = Total(groups, group => group.Area),
            RadiationLengths = layout.RadiationLengths.sum(),
            InnerPosition = layout.Position.select(0, measuring[0]),
            OuterPosition = layout.Position.select(0, measuring[^1]),
            MinimumGap = MinimumGap(layout.Position, measuring),
            Channels = Total(groups, group => group.Channels),
            Power = power,
            Cost = breakdown.Values.Aggregate((left, right) => left + right),
            CostBreakdown = breakdown,
            Quantities = _quantities,
        };
    }

    // Dead material such as a beam pipe is no plane.
    private Tensor MinimumGap(Tensor position, int[] measuring)
    {
        if (measuring.Length < 2)
        {
            return Scalar(double.PositiveInfinity);
        }

        using var indices = tensor([.. measuring.Select(i => (long)i)], dtype: int64, device: position.device);
        var measured = position.index_select(0, indices);
        return (measured.slice(0, 1, measuring.Length, 1) - measured.slice(0, 0, measuring.Length - 1, 1)).min();
    }

    private TrackerLayout Layout(BuiltGroup[] groups)
    {
        var position = cat([.. groups.Select(group => group.Position)]);
        int[] order = Order(position);
        using var indices = tensor([.. order.Select(i => (long)i)], dtype: int64, device: design.Theta.device);
        (BuiltGroup Group, int Index)[] all = [
            .. groups.SelectMany(group => Enumerable.Range(0, group.Count).Select(index => (group, index))),
        ];
        var layers = order.Select(i => all[i]).ToList();
        return new TrackerLayout
        {
            Shape = geometry.Shape,
            Field = _quantities.Evaluate(geometry.Field),
            HasField = geometry.HasField,
            BeamSpot = geometry.BeamSpot,
            Position = position.index_select(0, indices),
            ResolutionU = Sorted(group => group.ResolutionU),
            ResolutionV = Sorted(group => group.ResolutionV),
            MeasuresU = [.. layers.Select(layer => layer.Group.Group.MeasuresU)],
            MeasuresV = [.. layers.Select(layer => layer.Group.Group.MeasuresV)],
            SharedU = Shared(group => group.SharedU),
            SharedV = Shared(group => group.SharedV),
            Efficiency = Sorted(group => group.Efficiency),
            SensorEfficiency = Sorted(group => group.SensorEfficiency),
            RadiationLengths = Sorted(group => group.RadiationLengths),
            Thickness = Sorted(group => group.Thickness),
            IonisationLoss = Sorted(group => group.IonisationLoss),
            HalfExtentU = Sorted(group => group.HalfExtentU),
            HalfExtentV = Sorted(group => group.HalfExtentV),
            Readout = [.. layers.Select(layer => Readout(layer.Group.Readout, layer.Index))],
            Names = [.. layers.Select(layer => layer.Group.NameOf(layer.Index))],
        };

        SharedHits Shared(Func<BuiltGroup, SharedHits> part) =>
            new(Sorted(group => part(group).Probability), Sorted(group => part(group).Variance));

        Tensor Sorted(Func<BuiltGroup, Tensor> part) => cat([.. groups.Select(part)]).index_select(0, indices);
    }

    // Layers at one place keep the order of the file.
    private static int[] Order(Tensor position)
    {
        using var scope = NewDisposeScope();
        double[] values = position.detach().cpu().contiguous().data<double>().ToArray();
        return [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
    }

    private static TrackerReadout? Readout(TrackerReadout? group, int index) => group is null ? null : group with
    {
        PitchU = group.PitchU.select(0, index),
        PitchV = group.PitchV.select(0, index),
        Signal = group.Signal.select(0, index),
        Noise = group.Noise.select(0, index),
        Threshold = group.Threshold.select(0, index),
        ChargeWidth = group.ChargeWidth.select(0, index),
        ChargeStep = group.ChargeStep.select(0, index),
        TimeResolution = group.TimeResolution.select(0, index),
        NoiseOccupancy = group.NoiseOccupancy.select(0, index),
    };

    private Dictionary<string, Tensor> Costs(BuiltGroup[] groups, Tensor power)
    {
        var costs = groups[0].Costs.Keys.ToDictionary(part => part, part => Total(groups, group => group.Costs[part]));
        costs["power"] = _quantities.Evaluate(geometry.Cost.Power) * power;
        costs["fixed"] = _quantities.Evaluate(geometry.Cost.Fixed);
        return costs;
    }

    private static Tensor Total(BuiltGroup[] groups, Func<BuiltGroup, Tensor> part) =>
        cat([.. groups.Select(part)]).sum();

    private Tensor Scalar(double value) => tensor(value, dtype: float64, device: design.Theta.device);
}
