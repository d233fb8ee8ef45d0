using CoDesign.Detectors.Configuration;
using CoDesign.Simulation;
using CoDesign.Simulation.Events;
using CoDesign.Studies.Configuration;
using static CoDesign.Detectors.Configuration.Schema;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Keys of a study of a sampling calorimeter.</summary>
internal static class CalorimeterStudySchema
{
    public static ObjectSchema Events()
    {
        ShowerValidity model = ShowerValidity.Parametric;
        QuantitySchema energy = Quantity(
            $"[{Shown(model.Lowest(ParticleKind.Electron), "MeV")}, {Shown(model.Highest, "GeV")}]");
        return Record(
            Required("particle", Choice("e-", "gamma"), "Primary particle."),
            Required(
                "energy", SpectrumReader.Schema(energy, "energies"),
                "Energy: one of fixed, list, uniform, log_uniform."),
            Default("impact", Choice("cell", "centre"), "cell", "Impact over the central cell, or at its centre."),
            Default("maximum_angle", Quantity($"[0 deg, {Shown(model.LargestAngle, "deg")}]"), "0 deg", "Largest polar angle of incidence."));
    }

    private static string Shown(double value, string unit) => CoDesign.Physics.Quantity.Format(value, unit);

    public static VariantSchema Reconstruction() => new(
        "model",
        new Dictionary<string, ObjectSchema>
        {
            ["linear"] = Record(),
            ["network"] = Record(
                Default("width", WholeNumber("[4, 1024]"), "64", "Neurons per hidden layer."),
                Default("layers", WholeNumber("[1, 8]"), "2", "Hidden layers."),
                Default("learning_rate", Number("(0, 1]"), "0.003", "Adam's learning rate."),
                Default("batch", WholeNumber("[32, 65536]"), "512", "Events per training step."),
                Default(
                    "epochs", WholeNumber("[1, 10000]"), "30",
                    "Passes over the training events of a fit from scratch."),
                Default("steps_per_design_step", WholeNumber("[1, 1000]"), "4",
                    "Training steps between two steps of the design.")),
        },
        "linear",
        "linear: weighted least squares in closed form; network: a network that knows the design.");

    public static VariantSchema Term()
    {
        static SchemaKey[] Common(string bounds) =>
        [
            Required("requirement", Quantity(bounds), "What is required: the metric is divided by it."),
            Default("weight", Number("(0, inf)"), "1", "Weight among the terms."),
        ];
        return new VariantSchema(
            "metric",
            new Dictionary<string, ObjectSchema>
            {
                ["energy_resolution"] = Record(Common("(0 %, 100 %]")),
                ["position_resolution"] = Record(Common("(0 mm, 1 m]")),
                ["mass_resolution"] = Record(
                [
                    .. Common("(0 %, 100 %]"),
                    Required("mass", Quantity("[1 MeV, 1 TeV]"), "Mass of the particle that decays to two photons."),
                    Required("distance", Quantity("[1 cm, 1000 m]"), "Distance from the decay to the calorimeter."),
                ]),
            },
            null,
            "energy_resolution, position_resolution or mass_resolution.");
    }
}
