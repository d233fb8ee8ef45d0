using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Physics;
using static CoDesign.Detectors.Configuration.Schema;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>The format of a geometry file of kind sampling-calorimeter, version 1, as data.</summary>
public static class CalorimeterSchema
{
    /// <summary>The version of the format that this program reads.</summary>
    public const int Version = 1;

    /// <summary>The word at the key "kind".</summary>
    public const string Kind = "sampling-calorimeter";

    /// <summary>The schema of the whole file.</summary>
    public static ObjectSchema Root { get; } = Record([
        .. CommonSchema.Head(Version, Kind),
        Required("sections", List(Section(), 1), "Sections in the order of the beam."),
        Required("cells", Cells(), "Transverse cells."),
        Default("area", Expression("(0 m2, inf)"), "1 m2",
            "Front area, for cost, channels and power; the Monte Carlo's stack is a square of this area."),
        Default("range_cut", Quantity("(0 mm, 100 mm]"), "0.7 mm",
            "Range below which the Monte Carlo makes no secondaries; their energy stays with the track."),
        Required("readout", Readout(), "Sensors and electronics."),
        Default("power", Record(
            Default("per_channel", Expression("[0 W, inf)"), "0 W", "Power drawn by one channel.")),
            "{}", "Power model."),
        Required("cost", Cost(), "Cost model."),
    ]);

    private static ObjectSchema Section() => Record(
        Required("name", Text, "Name of the section."),
        Required("layers", Expression("[1, 10000]"), "Number of layers, rounded to a whole number."),
        Optional("absorber", Layer(),
            "Absorber of each layer, upstream of the active material; none in a homogeneous block, which only the "
            + "Monte Carlo simulates."),
        Required("active", Layer(), "Active material of each layer."),
        Optional("passive", Layer(), "Further material of each layer, downstream of the active one."));

    private static ObjectSchema Layer() => Record(
        Required("material", Text, "A material of the catalogue or of this file, or a choice parameter."),
        Required("thickness", Expression("(0 mm, inf)"), "Thickness along the beam."));

    private static ObjectSchema Cells() => Record(
        Required("size", Expression("(0 mm, inf)"), "Side of a square cell."),
        Default("count", WholeNumber("[1, 99]"), "5", "Cells per side around the impact point, odd."));

    private static ObjectSchema Readout() => Record(
        Default("depth", Choice("summed", "per-section"), "summed", "One channel per tower, or one per section."),
        Required("light_yield", Expression("(0 1/MeV, inf)"),
            "Photo-electrons per energy deposited in the active material."),
        Default("excess_noise_factor", Expression("[1, inf)"), "1", "Excess noise factor of the multiplication."),
        Default("gain", Expression("(0, inf)"), "1", "Multiplication before the amplifier."),
        Required("shaping_time", Expression("(0 ns, inf)"), "Peaking time of the shaper (CR-RC)."),
        Required("capacitance", Expression("[0 pF, inf)"), "Capacitance at the input of the amplifier."),
        Default("leakage_current", Expression("[0 nA, inf)"), "0 nA",
            "Leakage current before multiplication; its shot noise is multiplied like the signal."),
        Optional("parallel_resistance", Expression("(0 ohm, inf)"), "Parallel resistance; none if absent."),
        Required("series_noise", Expression("[0 nV/sqrt(Hz), inf)"), "Series noise e_n of the amplifier."),
        Default("flicker_noise", Expression("[0 V^2, inf)"), "0 V^2", "Coefficient A_f of the 1/f noise."),
        Optional("saturation", Expression("(0, inf)"),
            "Photo-electrons (or pixels) at which the response saturates; none if absent."),
        Required("full_scale", Expression("(0 GeV, inf)"),
            "Upper end of the ADC range: energy of a shower that one channel may hold. The range in photo-electrons is "
            + "this times the visible fraction of the stack and light_yield; check prints it."),
        Required("bits", Expression("[1, 32]"), "Bits of the ADC."),
        Default("zero_suppression", Expression("[0, inf)"), "0", "Threshold in standard deviations of the noise."),
        Default("calibration_nonuniformity", Expression("[0, 1)"), "0", "Spread of the calibration per cell, rms."),
        Default("light_collection", Record(
            Optional("attenuation_length", Expression("(0 mm, inf)"),
                "Length over which collected light falls by 1/e along the depth; none if absent.")),
            "{}", "Collection of light."));

    private static ObjectSchema Cost() => Record(
        Required("currency", Choice("EUR", "USD", "CHF"), "The currency of every price in this file."),
        Required("date", Text, "Date of the prices."),
        Default("volume", Map(new ExpressionSchema(PerVolume, Bounds.Parse("[0 EUR/cm3, inf)")), "material"), "{}",
            "Price per volume of a material; one that is not listed costs nothing."),
        Default("layer_area", Expression("[0 EUR/m2, inf)"), "0", "Handling of each layer per area."),
        Default("per_channel", Expression("[0 EUR, inf)"), "0", "Price of one channel."),
        Default("photo_electron", Expression("[0 EUR, inf)"), "0",
            "Price per channel of each photo-electron/MeV of light yield."),
        Default("power", Expression("[0 EUR/W, inf)"), "0", "Price of power and cooling."),
        Default("fixed", Expression("[0 EUR, inf)"), "0", "Price of the rest."));

    private static Dimension PerVolume => Dimension.OfMoney / Dimension.OfLength.Power(3);
}
