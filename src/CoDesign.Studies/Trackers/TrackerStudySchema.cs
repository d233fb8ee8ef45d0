using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Configuration;
using static CoDesign.Detectors.Configuration.Schema;

namespace CoDesign.Studies.Trackers;

/// <summary>Keys of a study of a tracker.</summary>
internal static class TrackerStudySchema
{
    /// <summary>Particles by their word: one, or both charges in turn.</summary>
    public static string[] Particles { get; } =
        ["mu", "mu-", "mu+", "pi", "pi-", "pi+", "e", "e-", "e+"];

    public static ObjectSchema Events() => Record(
        Default("particle", Choice(Particles), "mu", "Particle; without a sign both charges in turn."),
        Optional(
            "transverse_momentum", SpectrumReader.Schema(Momentum, "momenta"),
            "Momentum across the field axis; this or momentum: one of fixed, list, uniform, log_uniform."),
        Optional(
            "momentum", SpectrumReader.Schema(Momentum, "momenta"),
            "The whole momentum: one of fixed, list, uniform, log_uniform."),
        Optional("polar_angle", Directions(Quantity("[0 deg, 180 deg]"), "angles"),
            "Angle to the beam axis; this or pseudorapidity: one of fixed, list, uniform."),
        Optional("pseudorapidity", Directions(Quantity("[-6, 6]"), "pseudorapidities"),
            "-ln tan(polar angle / 2): one of fixed, list, uniform."),
        Optional("azimuth", Quantity("[-360 deg, 360 deg]"),
            "Azimuth around the beam axis, from x towards y; uniform if absent."));

    public static ObjectSchema Simulation() => Record(
        Default(
            "model", Choice("covariance", "tracks"), "covariance",
            "Model that drives the gradient: exact propagation of covariance, or sampled hits."));

    public static ObjectSchema Reconstruction() => Record();

    public static VariantSchema Term()
    {
        SchemaKey[] Common(string bounds) =>
        [
            Required("requirement", Quantity(bounds), "What is required: the metric is divided by it."),
            Default("weight", Number("(0, inf)"), "1", "Weight among the terms."),
        ];
        SchemaKey[] Averaged(string bounds) =>
        [
            .. Common(bounds),
            Default("average", Choice("rms", "geometric"), "rms",
                "Over the tracks: root mean square, or geometric mean, in which rare badly measured tracks weigh as one."),
        ];
        return new VariantSchema(
            "metric",
            new Dictionary<string, ObjectSchema>
            {
                ["curvature_error"] = Record(Averaged("(0 1/m, inf)")),
                ["momentum_resolution"] = Record(Averaged("(0 %, inf)")),
                ["transverse_impact"] = Record(Averaged("(0 um, inf)")),
                ["longitudinal_impact"] = Record(Averaged("(0 um, inf)")),
                ["azimuth_resolution"] = Record(Averaged("(0 mrad, inf)")),
                ["polar_resolution"] = Record(Averaged("(0 mrad, inf)")),
                ["time_resolution"] = Record(Common("(0 ns, inf)")),
                ["inefficiency"] = Record(
                [
                    .. Common("(0 %, inf)"),
                    Default("minimum_hits", WholeNumber("[1, 100]"), "4", "Least number of layers with a hit."),
                ]),
            },
            null,
            "What is to be small.");
    }

    private static QuantitySchema Momentum => Quantity("[1 MeV, 1e9 GeV]");

    private static ObjectSchema Directions(QuantitySchema value, string noun) => Record(
        Optional("fixed", value, $"One of the {noun} alone."),
        Optional("list", List(value, 1), $"{noun} in turn."),
        Optional("uniform", List(value, 2, 2), $"Flat between two {noun}."));
}
