using CoDesign.Detectors.Configuration;
using static CoDesign.Detectors.Configuration.Schema;

namespace CoDesign.Studies.Configuration;

/// <summary>The format of a study file, version 1, as data.</summary>
public static class StudySchema
{
    /// <summary>The version of the format that this program reads.</summary>
    public const int Version = 1;

    /// <summary>The schema of the whole file.</summary>
    public static ObjectSchema Root { get; } = Record(
        Format(Version),
        Required("name", Text, "Name of the study; its results go to runs/NAME."),
        Default("description", Text, "no description", "What the study asks."),
        Required("geometry", Text, "Geometry file, relative to this file."),
        Default("parameters", Map(ParameterOverride(), "parameter"), "{}",
            "Changes to the geometry's parameters for this study."),
        Default("seed", WholeNumber("[0, 2000000000]"), "1", "Seed of every random number of the study."),
        Default(
            "threads", WholeNumber("[1, 64]"), "2",
            "Threads. Events are the same for any number; sums over them may differ in the last digits."),
        Required("events", Events(), "Primaries."),
        Default("simulation", Record(Default("model", Choice("parametric"), "parametric", "Model that drives the gradient.")),
            "{}", "Simulation."),
        Default("reconstruction", Reconstruction(), "{}", "Reconstruction of energy and impact."),
        Required("objective", List(Term(), 1), "Terms of the objective: metrics over their requirements."),
        Default("constraints", Map(Constraint(), "constraint"), "{}", "What the design must keep to."),
        Default("optimizer", Optimizer(), "{}", "Gradient descent."),
        Default("searches", Record(
            Default("events_per_design", EventCount, "4096", "Events per design of the random and Sobol searches.")),
            "{}", "Searches at equal cost in simulated events."),
        Default("evaluation", Evaluation("16384", "32768", "5"), "{}", "Final evaluation on fresh events."),
        Optional("judge", Record(
            Required("simulation", Choice("monte-carlo"), "The independent simulation: electromagnetic showers "
                + "particle by particle."),
            Default("events", JudgeEvents, "2048", "Simulated showers at the baseline and as many at the optimum.")),
            "Judges baseline and optimum by a simulation that had no part in the optimisation."),
        Default("quick", Record(
            Default("steps", Steps, "60", "Steps with --quick."),
            Default("batch", EventCount, "1024", "Events per step with --quick."),
            Default("replicas", Replicas, "3", "Repeated optimisations with --quick."),
            Default("events_per_design", EventCount, "2048", "Events per searched design with --quick."),
            Default("evaluation", Evaluation("4096", "8192", "5"), "{}", "Final evaluation with --quick."),
            Default(
                "judge_events", JudgeEvents, "256",
                "Showers per judged design with --quick; --set judge.events sets both.")),
            "{}", "What --quick replaces: the same study, fewer events and steps, larger errors."));

    private static SchemaNode Steps => WholeNumber("[1, 100000]");

    private static SchemaNode Replicas => WholeNumber("[2, 50]");

    private static IntegerSchema EventCount => WholeNumber("[256, 1048576]");

    // In multiples of 64: 32 groups of pairs, whose scatter is the error.
    private static IntegerSchema JudgeEvents => WholeNumber("[256, 65536]");

    private static ObjectSchema Evaluation(string training, string test, string seeds) => Record(
        Default(
            "seeds", WholeNumber("[2, 100]"), seeds,
            "Repetitions with fresh events and a reconstruction from scratch."),
        Default("training_events", EventCount, training, "Events the reconstruction is fitted to, per seed."),
        Default("test_events", EventCount, test, "Events the numbers come from, per seed."));

    private static ObjectSchema ParameterOverride() => Record(
        Optional("min", new QuantitySchema(null), "Lower bound."),
        Optional("max", new QuantitySchema(null), "Upper bound."),
        Optional("baseline", new QuantitySchema(null), "Value in the baseline design."),
        Default("fixed", Flag, "false", "Keep the parameter at its baseline."));

    private static ObjectSchema Events()
    {
        QuantitySchema energy = Quantity("[500 MeV, 1 TeV]");
        return Record(
            Required("particle", Choice("e-", "gamma"), "Primary particle."),
            Required("energy", Record(
                Optional("fixed", energy, "One energy."),
                Optional("list", List(energy, 1), "Energies in turn."),
                Optional("uniform", List(energy, 2, 2), "Flat between two energies."),
                Optional("log_uniform", List(energy, 2, 2), "Flat in the logarithm between two energies.")),
                "Energy: one of fixed, list, uniform, log_uniform."),
            Default("impact", Choice("cell", "centre"), "cell", "Impact over the central cell, or at its centre."),
            Default("maximum_angle", Quantity("[0 deg, 25 deg]"), "0 deg", "Largest polar angle of incidence."));
    }

    private static VariantSchema Reconstruction() => new(
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

    private static VariantSchema Term()
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

    private static ObjectSchema Constraint() => Record(
        Required(
            "expression", Text, "Expression of parameters, derived, depth, radiation_lengths, cost, channels, power."),
        Optional("at_most", Text, "Upper limit: an expression, or the word baseline."),
        Optional("at_least", Text, "Lower limit: an expression, or the word baseline."),
        Optional("equal", Text, "Required value: an expression, or the word baseline."));

    private static ObjectSchema Optimizer() => Record(
        Default("steps", Steps, "200", "Steps of each optimisation."),
        Default("batch", EventCount, "4096", "Simulated events per step."),
        Default("learning_rate", Number("(0, 10]"), "0.2", "Adam's learning rate in the unconstrained parameters."),
        Default(
            "penalty", Number("(0, 1000]"), "2",
            "Penalty of a violated constraint, in units of the objective; no multiplier gets larger."),
        Default("replicas", Replicas, "5", "Repeated optimisations: other seeds, other starts."),
        Default(
            "start_spread", Number("[0, 5]"), "0.5", "Spread of the starts around the baseline, unconstrained units."));
}
