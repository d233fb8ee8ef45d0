using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Physics;
using static CoDesign.Detectors.Configuration.Schema;

namespace CoDesign.Detectors.Trackers;

/// <summary>The format of a geometry file of kind tracker, version 1, as data.</summary>
public static class TrackerSchema
{
    /// <summary>The version of the format that this program reads.</summary>
    public const int Version = 1;

    /// <summary>The word at the key "kind".</summary>
    public const string Kind = "tracker";

    /// <summary>The schema of the whole file.</summary>
    public static ObjectSchema Root { get; } = Record([
        .. CommonSchema.Head(Version, Kind),
        Required("shape", Choice("planes", "barrel"),
            "Planes across the beam axis z (a field is a dipole along y), or a barrel around it (a solenoid along z)."),
        Default("field", Record(
            Default("strength", Expression("[0 T, inf)"), "0 T", "Magnetic field; 0 T is none.")),
            "{}", "Uniform magnetic field, whose direction the shape gives."),
        Default("beam_spot", Record(Width("x"), Width("y"), Width("z")), "{}",
            "Gaussian widths of the region around the origin where tracks begin."),
        Required("layers", List(Layer(), 1), "Groups of like layers, in any order."),
        Optional("readout", Readout(),
            "Electronics of every layer that measures; needed where a resolution follows from the pitch."),
        Default("power", Power(), "{}", "Power and its cooling."),
        Default("cost", Cost(), "{}", "Cost model."),
    ]);

    private static Dimension PowerPerArea =>
        Dimension.OfEnergy / Dimension.OfTime / Dimension.OfLength.Power(2);

    private static SchemaKey Width(string axis) =>
        Default(axis, Quantity("[0 mm, inf)"), "0 mm", $"Width along {axis}, standard deviation.");

    private static ObjectSchema Layer() => Record(
        Required("name", Text, "Name of the group."),
        Default("count", Expression("[1, 1000]"), "1",
            "Number of layers, rounded to a whole number; expressions below may refer to it as count, to the number "
            + "of each layer from 1 as index, and to its element of an array by the bare name of the array."),
        Required("position", Expression(Dimension.OfLength), "z of a plane, radius of a barrel's layer."),
        Optional("half_width", Expression("(0 mm, inf)"), "Half width in x of a plane; no edge if absent."),
        Optional("half_length", Expression("(0 mm, inf)"),
            "Half height in y of a plane, half length in z of a barrel's layer; no edge if absent."),
        Default("measures", Choice("both", "u", "v", "none"), "both",
            "Coordinates: u is x of a plane and r-phi of a barrel, v is y of a plane and z of a barrel; none is dead "
            + "material."),
        Default("pitch", Pair("(0 mm, inf)", "Pitch; strips have the extent of the layer where it is absent."), "{}",
            "Segmentation; without any the layer has no channels."),
        Default("resolution", Pair("(0 mm, inf)", "Resolution, standard deviation; from the pitch if absent."), "{}",
            "Resolution where it is given."),
        Optional("sensor", Slab(), "The sensor."),
        Default("supports", List(Slab()), "[]", "Support, services, shields and other dead material."),
        Default("efficiency", Expression("[0, 1]"), "1", "Probability of a hit apart from the threshold."),
        Default("area_factor", Expression("(0, inf)"), "1",
            "Area of sensors over that of the layer, above 1 where they overlap; for cost, channels and power."));

    private static ObjectSchema Pair(string bounds, string description) => Record(
        Optional("u", Expression(bounds), $"{description} In u."),
        Optional("v", Expression(bounds), $"{description} In v."));

    private static ObjectSchema Slab() => Record(
        Required("material", Text, "A material of the catalogue or of this file, or a choice parameter."),
        Required("thickness", Expression("[0 mm, inf)"), "Thickness at normal incidence, averaged over the layer."));

    private static VariantSchema Readout()
    {
        SchemaKey[] common = [
            Optional("signal", Expression("(0 e, inf)"),
                "Charge of a minimum-ionising particle at normal incidence; charge_per_length times the sensor's "
                + "thickness if absent."),
            // Most probable loss in 150 um of silicon 272 eV/um, 3.68 eV per pair: 73.8 pairs/um, less in thinner and
            // more in thicker sensors. Source: Bichsel, Rev. Mod. Phys. 60 (1988) 663.
            Default("charge_per_length", Expression("(0 e/um, inf)"), "73 e/um",
                "Charge per path; the default is the most probable one in about 150 um of silicon."),
            Default("charge_width", Expression("[0 mm, inf)"), "0 mm", "Width of the charge cloud by diffusion, rms."),
            Required("shaping_time", Expression("(0 ns, inf)"), "Peaking time of the shaper (CR-RC)."),
            Required("capacitance", Expression("[0 pF, inf)"), "Capacitance at the input of the amplifier."),
            Default("leakage_current", Expression("[0 nA, inf)"), "0 nA", "Leakage current of a channel."),
            Optional("parallel_resistance", Expression("(0 ohm, inf)"), "Parallel resistance; none if absent."),
            Required("series_noise", Expression("[0 nV/sqrt(Hz), inf)"), "Series noise e_n of the amplifier."),
            Default("flicker_noise", Expression("[0 V^2, inf)"), "0 V^2", "Coefficient A_f of the 1/f noise."),
            Required("threshold", Expression("[0 e, inf)"), "Threshold of a channel."),
            Optional("rise_time", Expression("(0 ns, inf)"),
                "Time in which the signal rises, for the time stamp; the shaping time if absent."),
            Default("tdc_bin", Expression("[0 ns, inf)"), "0 ns", "Step of the time stamp."),
        ];
        return Variant(
            "mode",
            "binary",
            "What is read of a channel: whether it passes the threshold, or its charge.",
            ("binary", Record(common)),
            ("adc", Record([
                .. common,
                Required("bits", Expression("[1, 32]"), "Bits of the ADC; may be relaxed to a real number."),
                Required("full_scale", Expression("(0 e, inf)"), "Upper end of the ADC range."),
            ])));
    }

    private static ObjectSchema Power() => Record(
        Default("per_channel", Expression("[0 W, inf)"), "0 W", "Power drawn by one channel."),
        Default("per_area", Expression("[0 W/cm2, inf)"), "0 W/cm2", "Power drawn per area of sensors."),
        Optional("cooling", Record(
            Required("material", Text, "A material of the catalogue or of this file, or a choice parameter."),
            Default("thickness_per_power",
                new ExpressionSchema(Dimension.OfLength / PowerPerArea, Bounds.Parse("[0, inf)")), "0",
                "Thickness for each power per area, averaged over the layer.")),
            "Material in every layer that measures, which grows with its power per area."));

    private static ObjectSchema Cost() => Record(
        Default("currency", Choice("EUR", "USD", "CHF"), "EUR", "The currency of every price in this file."),
        Default("date", Text, "undated", "Date of the prices."),
        Default("sensor_area", Expression("[0 EUR/cm2, inf)"), "0", "Price of sensors per area."),
        Default("per_channel", Expression("[0 EUR, inf)"), "0", "Price of one channel."),
        Default("per_layer", Expression("[0 EUR, inf)"), "0", "Price of one layer that measures."),
        Default("power", Expression("[0 EUR/W, inf)"), "0", "Price of power and cooling."),
        Default("fixed", Expression("[0 EUR, inf)"), "0", "Price of the rest."));
}
