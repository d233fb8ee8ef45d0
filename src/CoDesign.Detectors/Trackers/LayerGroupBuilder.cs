using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Trackers;

/// <summary>Evaluates a group of layers at a design.</summary>
internal sealed class LayerGroupBuilder(
    TrackerGeometry geometry, LayerGroup group, DesignQuantities quantities, Design design)
{
    private readonly LayerValues _values = new(
        quantities, design, group.Name, (int)Math.Round(geometry.Scope.Evaluate(group.Count, design.Value)));

    public BuiltGroup Build()
    {
        var position = _values.Evaluate(group.Position);
        var (pitchU, pitchV) = (Optional(group.PitchU), Optional(group.PitchV));
        var electronics = _values.With(Names(position, pitchU, pitchV));
        var readout = group is { Measures: true, NeedsReadout: true } && geometry.Readout is { } description
            && pitchU is not null && pitchV is not null
            ? new LayerElectronics(description, electronics).Read(pitchU, pitchV) with
            {
                GivesU = group.ResolutionU is null,
                GivesV = group.ResolutionV is null,
            }
            : null;
        var (halfU, halfV) = (Optional(group.HalfWidth), Optional(group.HalfLength));
        var area = Area(position, halfU, halfV);
        var density = PowerDensity(electronics, pitchU, pitchV);
        var channels = pitchU is null || pitchV is null ? zeros_like(area) : area / (pitchU * pitchV);
        var materials = Materials(density, electronics);
        var efficiency = _values.Evaluate(group.Efficiency);
        var (resolutionU, sharedU) = Resolution(group.MeasuresU, group.ResolutionU, readout, pitchU);
        var (resolutionV, sharedV) = Resolution(group.MeasuresV, group.ResolutionV, readout, pitchV);
        var unbounded = _values.Constant(double.PositiveInfinity);
        return new BuiltGroup
        {
            Group = group,
            Count = _values.Count,
            Position = position,
            ResolutionU = resolutionU,
            ResolutionV = resolutionV,
            SharedU = sharedU,
            SharedV = sharedV,
            SensorEfficiency = efficiency,
            Efficiency = readout is null ? efficiency : efficiency * LayerElectronics.Efficiency(readout),
            RadiationLengths = materials.RadiationLengths,
            Thickness = materials.Thickness,
            IonisationLoss = materials.IonisationLoss,
            HalfExtentU = halfU ?? unbounded,
            HalfExtentV = halfV ?? unbounded,
            Area = area,
            Channels = channels,
            Power = density * area,
            Costs = Costs(electronics, area, channels),
            Readout = readout,
            PitchOverExtent = PitchOverExtent(position, (pitchU, halfU), (pitchV, halfV)),
            SensorThickness = Optional(group.Sensor?.Thickness),
        };
    }

    // Around a barrel the extent in u is the circumference.
    private Tensor? PitchOverExtent(
        Tensor position, (Tensor? Pitch, Tensor? Half) u, (Tensor? Pitch, Tensor? Half) v)
    {
        if (u.Pitch is null || v.Pitch is null || v.Half is null)
        {
            return null;
        }

        Tensor? around = geometry.Shape == TrackerShape.Barrel ? 2 * Math.PI * position
            : u.Half is null ? null : 2 * u.Half;
        return around is null ? null : maximum(u.Pitch / around, v.Pitch / (2 * v.Half));
    }

    private Dictionary<string, Tensor> Names(Tensor position, Tensor? pitchU, Tensor? pitchV)
    {
        var names = new Dictionary<string, Tensor> { ["position"] = position };
        Add("pitch_u", pitchU);
        Add("pitch_v", pitchV);
        Add("thickness", Optional(group.Sensor?.Thickness));
        return names;

        void Add(string name, Tensor? value)
        {
            if (value is not null)
            {
                names.Add(name, value);
            }
        }
    }

    // Planes are rectangles, 4 w l; layers of a barrel are cylinders, 2 pi r 2 l.
    private Tensor Area(Tensor position, Tensor? halfU, Tensor? halfV)
    {
        var isBarrel = geometry.Shape == TrackerShape.Barrel;
        if (!group.Measures || halfV is null || (halfU is null && !isBarrel))
        {
            return _values.Constant(0);
        }

        var width = halfU is null ? 2 * Math.PI * position : 2 * halfU;
        return width * 2 * halfV * _values.Evaluate(group.AreaFactor);
    }

    private Tensor PowerDensity(LayerValues electronics, Tensor? pitchU, Tensor? pitchV)
    {
        if (!group.Measures)
        {
            return _values.Constant(0);
        }

        var density = electronics.Evaluate(geometry.Power.PerArea);
        return pitchU is null || pitchV is null
            ? density
            : density + (electronics.Evaluate(geometry.Power.PerChannel) / (pitchU * pitchV));
    }

    private LayerMaterials Materials(Tensor powerDensity, LayerValues electronics)
    {
        var materials = new LayerMaterials(_values.Constant(0));
        IEnumerable<LayerMaterial?> slabs = [group.Sensor, .. group.Supports];
        foreach (var slab in slabs.OfType<LayerMaterial>())
        {
            materials.Add(slab.Material.In(design), _values.Evaluate(slab.Thickness));
        }

        if (group.Measures && geometry.Power.Cooling is { } cooling)
        {
            materials.Add(cooling.Material.In(design), electronics.Evaluate(cooling.Thickness) * powerDensity);
        }

        return materials;
    }

    private Dictionary<string, Tensor> Costs(LayerValues electronics, Tensor area, Tensor channels)
    {
        var cost = geometry.Cost;
        var zero = _values.Constant(0);
        return new()
        {
            ["sensors"] = group.Measures ? electronics.Evaluate(cost.SensorArea) * area : zero,
            ["channels"] = group is { Measures: true, PitchU: not null }
                ? electronics.Evaluate(cost.PerChannel) * channels : zero,
            ["layers"] = group.Measures ? electronics.Evaluate(cost.PerLayer) : zero,
        };
    }

    // What is not measured has no resolution; 1 mm keeps its unused numbers finite.
    private (Tensor Resolution, SharedHits Shared) Resolution(
        bool isMeasured, Expression? given, TrackerReadout? readout, Tensor? pitch)
    {
        if (isMeasured && given is null)
        {
            return readout is not null && pitch is not null
                ? LayerElectronics.Resolution(readout, pitch)
                : throw new InvalidOperationException($"{group.Name} has neither resolution nor electronics");
        }

        var resolution = isMeasured && given is not null ? _values.Evaluate(given) : _values.Constant(1);
        return (resolution, new SharedHits(_values.Constant(0), resolution.square()));
    }

    private Tensor? Optional(Expression? expression) => expression is null ? null : _values.Evaluate(expression);
}
