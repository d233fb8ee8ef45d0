using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Geometries;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>Turns a file without problems into a geometry.</summary>
internal sealed class CalorimeterAssembly(GeometryReading reading)
{
    public SamplingCalorimeterGeometry Assemble() => Assemble(reading.Root);

    private SamplingCalorimeterGeometry Assemble(ConfigNode root) => new()
    {
        Name = root.Get("name").Text,
        Description = root.Find("description")?.Text ?? "",
        Space = reading.Space(),
        Scope = reading.Scope,
        Sections = [.. root.Get("sections").Items.Select(Section)],
        CellSize = root.Get("cells").Get("size").Expression,
        CellCount = root.Get("cells").Get("count").WholeNumber,
        Area = root.Get("area").Expression,
        RangeCut = root.Get("range_cut").Number,
        Readout = Readout(root.Get("readout")),
        PowerPerChannel = root.Get("power").Get("per_channel").Expression,
        Cost = Cost(root.Get("cost")),
        Configuration = root,
    };

    private static ReadoutDescription Readout(ConfigNode node)
    {
        return new ReadoutDescription
        {
            Depth = node.Get("depth").Text == "summed" ? ReadoutDepth.Summed : ReadoutDepth.PerSection,
            LightYield = Value("light_yield"),
            ExcessNoiseFactor = Value("excess_noise_factor"),
            Gain = Value("gain"),
            ShapingTime = Value("shaping_time"),
            Capacitance = Value("capacitance"),
            LeakageCurrent = Value("leakage_current"),
            ParallelResistance = node.Find("parallel_resistance")?.Expression,
            SeriesNoise = Value("series_noise"),
            FlickerNoise = Value("flicker_noise"),
            Saturation = node.Find("saturation")?.Expression,
            FullScale = Value("full_scale"),
            Bits = Value("bits"),
            ZeroSuppression = Value("zero_suppression"),
            CalibrationNonuniformity = Value("calibration_nonuniformity"),
            AttenuationLength = node.Get("light_collection").Find("attenuation_length")?.Expression,
        };

        Expression Value(string key) => node.Get(key).Expression;
    }

    private static CostDescription Cost(ConfigNode node) => new()
    {
        Currency = node.Get("currency").Text,
        Date = node.Get("date").Text,
        Volume = node.Get("volume").Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Expression),
        LayerArea = node.Get("layer_area").Expression,
        PerChannel = node.Get("per_channel").Expression,
        PhotoElectron = node.Get("photo_electron").Expression,
        Power = node.Get("power").Expression,
        Fixed = node.Get("fixed").Expression,
    };

    private SectionDescription Section(ConfigNode node) => new()
    {
        Name = node.Get("name").Text,
        Layers = node.Get("layers").Expression,
        Absorber = node.Find("absorber") is { } absorber ? Layer(absorber) : null,
        Active = Layer(node.Get("active")),
        Passive = node.Find("passive") is { } passive ? Layer(passive) : null,
    };

    private LayerDescription Layer(ConfigNode node) =>
        new(reading.Material(node.Get("material")), node.Get("thickness").Expression);
}
