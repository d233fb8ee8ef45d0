using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Geometries;

namespace CoDesign.Detectors.Trackers;

/// <summary>Turns a file without problems into a geometry.</summary>
internal sealed class TrackerAssembly
{
    private readonly GeometryReading _reading;
    private readonly TrackerShape _shape;
    private readonly LayerGroupReader _groups;

    public TrackerAssembly(GeometryReading reading)
    {
        _reading = reading;
        _shape = reading.Root.Get("shape").Text == "planes" ? TrackerShape.Planes : TrackerShape.Barrel;
        _groups = new LayerGroupReader(reading, _shape);
    }

    public TrackerGeometry Assemble()
    {
        var root = _reading.Root;
        var spot = root.Get("beam_spot");
        return new TrackerGeometry
        {
            Name = root.Get("name").Text,
            Description = root.Find("description")?.Text ?? "",
            Space = _reading.Space(),
            Scope = _reading.Scope,
            Shape = _shape,
            Field = root.Get("field").Get("strength").Expression,
            BeamSpot = new BeamSpot(spot.Get("x").Number, spot.Get("y").Number, spot.Get("z").Number),
            Groups = [.. root.Get("layers").Items.Select(_groups.Read)],
            Readout = root.Find("readout") is { } readout ? Readout(readout) : null,
            Power = Power(root.Get("power")),
            Cost = Cost(root.Get("cost")),
            Configuration = root,
        };
    }

    private static TrackerReadoutDescription Readout(ConfigNode node)
    {
        return new TrackerReadoutDescription
        {
            MeasuresCharge = node.Variant == "adc",
            Signal = node.Find("signal")?.Expression
                ?? Expression.Parse($"({Value("charge_per_length")}) * thickness"),
            ChargeWidth = Value("charge_width"),
            ShapingTime = Value("shaping_time"),
            Capacitance = Value("capacitance"),
            LeakageCurrent = Value("leakage_current"),
            ParallelResistance = node.Find("parallel_resistance")?.Expression,
            SeriesNoise = Value("series_noise"),
            FlickerNoise = Value("flicker_noise"),
            Threshold = Value("threshold"),
            Bits = node.Find("bits")?.Expression,
            FullScale = node.Find("full_scale")?.Expression,
            RiseTime = node.Find("rise_time")?.Expression ?? Value("shaping_time"),
            TimeStep = Value("tdc_bin"),
        };

        Expression Value(string key) => node.Get(key).Expression;
    }

    private static TrackerCostDescription Cost(ConfigNode node) => new()
    {
        Currency = node.Get("currency").Text,
        Date = node.Get("date").Text,
        SensorArea = node.Get("sensor_area").Expression,
        PerChannel = node.Get("per_channel").Expression,
        PerLayer = node.Get("per_layer").Expression,
        Power = node.Get("power").Expression,
        Fixed = node.Get("fixed").Expression,
    };

    private TrackerPowerDescription Power(ConfigNode node) => new()
    {
        PerChannel = node.Get("per_channel").Expression,
        PerArea = node.Get("per_area").Expression,
        Cooling = node.Find("cooling") is { } cooling ? _groups.Material(cooling, "thickness_per_power") : null,
    };
}
