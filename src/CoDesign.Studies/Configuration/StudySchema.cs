using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Kinds;
using static CoDesign.Detectors.Configuration.Schema;

namespace CoDesign.Studies.Configuration;

/// <summary>The format of a study file, version 1, as data.</summary>
public static class StudySchema
{
    /// <summary>The version of the format that this program reads.</summary>
    public const int Version = 1;

    /// <summary>The schema of the whole file for a kind of detector.</summary>
    /// <param name="keys">Keys that depend on the kind.</param>
    public static ObjectSchema With(StudyKeys keys) => Record(
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
        Default("device", Choice("auto", "cpu", "cuda"), "auto",
            "Where networks are trained and applied; auto takes a GPU if this build can use one. All else runs on the processor."),
        Required("events", keys.Events, "Primaries."),
        Default("simulation", keys.Simulation, "{}", "Simulation."),
        Default("reconstruction", keys.Reconstruction, "{}", "Reconstruction."),
        Required("objective", List(keys.Term, 1), "Terms of the objective: metrics over their requirements."),
        Default("constraints", Map(Constraint(keys.Quantities), "constraint"), "{}", "What the design must keep to."),
        Default("published", List(PublishedReader.Schema), "[]",
            "Published numbers of the detector that the baseline is after; the report compares them with the simulation."),
        Default("optimizer", Optimizer(), "{}", "Gradient descent."),
        Optional("outer", Record(
            Default("trials", Trials, "24", "Structures simulated: one gradient descent each, the baseline's first. Those without a feasible design cost no "
                + "events and do not count."),
            Default("steps", TrialSteps, "60", "Steps of the descent of each."),
            Optional("parameters", List(Text, 1),
                "Integer parameters to choose this way, too; choices and numbers of layers always are."),
            Default("designs", WholeNumber("[10, 1000]"), "100",
                "Designs of the Bayesian search without gradients that it is compared with, at equal cost in simulated events.")),
            "Chooses what has no gradient (materials, numbers of layers) by Bayesian optimisation around the gradient "
            + "descent."),
        Optional("tradeoff", Record(
            Required("constraint", Text, "Name of the constraint whose limit is moved, such as cost."),
            Required("levels", List(Number("(0, 100]"), 2, 40), "Limits to optimise for, as shares of the study's limit."),
            Default("steps", TrialSteps, "100", "Steps of the descent at each limit."),
            Default("designs", WholeNumber("[10, 1000]"), "100",
                "Designs of the Bayesian search for the front without gradients, at equal cost in simulated events.")),
            "Optimises once for each of several limits: what the objective costs, and what each saving loses."),
        Default("searches", Record(
            Default("events_per_design", EventCount, "4096", "Events per design of the random and Sobol searches.")),
            "{}", "Searches at equal cost in simulated events."),
        Default("evaluation", Evaluation("16384", "32768", "5"), "{}", "Final evaluation on fresh events."),
        Optional("judge", Record(
            Required("simulation", Choice(keys.Judge), $"The independent simulation: {keys.JudgeHelp}."),
            Default(
                "events", JudgeEvents(keys), $"{keys.JudgeEvents}",
                "Simulated events at the baseline and as many at the optimum, a multiple of 64.")),
            "Judges baseline and optimum by a simulation that had no part in the optimisation."),
        Default("quick", Record(
            Default("steps", Steps, "60", "Steps with --quick."),
            Default("batch", EventCount, "1024", "Events per step with --quick."),
            Default("replicas", Replicas, "3", "Repeated optimisations with --quick."),
            Default("events_per_design", EventCount, "2048", "Events per searched design with --quick."),
            Default("evaluation", Evaluation("4096", "8192", "5"), "{}", "Final evaluation with --quick."),
            Default("trials", Trials, "8", "Structures of the outer loop with --quick."),
            Default("trial_steps", TrialSteps, "30", "Steps for each structure, and for each limit of a trade-off, with --quick."),
            Default("designs", WholeNumber("[10, 1000]"), "40", "Designs of the Bayesian searches without gradients with --quick."),
            Default(
                "judge_events", JudgeEvents(keys), $"{keys.QuickJudgeEvents}",
                "Events per judged design with --quick, a multiple of 64; --set judge.events sets both.")),
            "{}", "What --quick replaces: the same study, fewer events and steps, larger errors."));

    private static SchemaNode Steps => WholeNumber("[1, 100000]");

    // Fewer could not be checked on the way.
    private static IntegerSchema TrialSteps => WholeNumber("[6, 100000]");

    private static SchemaNode Trials => WholeNumber("[3, 1000]");

    private static SchemaNode Replicas => WholeNumber("[2, 50]");

    private static IntegerSchema EventCount => WholeNumber("[256, 1048576]");

    // In multiples of 64: 32 groups of pairs, whose scatter is the error.
    private static IntegerSchema JudgeEvents(StudyKeys keys) => WholeNumber($"[256, {keys.MostJudgeEvents}]");

    private static ObjectSchema Evaluation(string training, string test, string seeds) => Record(
        Default(
            "seeds", WholeNumber("[2, 100]"), seeds,
            "Repetitions with fresh events and a reconstruction from scratch."),
        Default("training_events", EventCount, training, "Events the reconstruction is fitted to, per seed."),
        Default("test_events", EventCount, test, "Events the numbers come from, per seed."));

    private static ObjectSchema ParameterOverride() => Record(
        Optional("min", new QuantitySchema(null), "Lower bound."),
        Optional("max", new QuantitySchema(null), "Upper bound."),
        // A quantity, or the word of a choice; the geometry checks which.
        Optional("baseline", new ExpressionSchema(null), "Value in the baseline design, or the word of a choice."),
        Default("fixed", Flag, "false", "Keep the parameter at its baseline."));

    private static ObjectSchema Constraint(IEnumerable<string> quantities) => Record(
        Required("expression", Text, $"Expression of parameters, derived, {string.Join(", ", quantities)}."),
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
