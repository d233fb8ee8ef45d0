namespace CoDesign.Studies.Results;

/// <summary>The machine-readable result of a study: <c>summary.json</c>. Keys in snake_case; a change of meaning raises
/// <see cref="CurrentSchema"/>.</summary>
public sealed record StudySummary
{
    /// <summary>Version of this schema.</summary>
    public const int CurrentSchema = 4;

    /// <summary>Version of the schema the file was written with.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Name of the study.</summary>
    public required string Name { get; init; }

    /// <summary>What the study is about, in the words of its file.</summary>
    public required string Description { get; init; }

    /// <summary>The result in one sentence.</summary>
    public required string Verdict { get; init; }

    /// <summary>Whether this was a quick run: fewer events and steps, larger errors.</summary>
    public required bool Quick { get; init; }

    /// <summary>What the objective is, in words, and its terms.</summary>
    public required ObjectiveSummary Objective { get; init; }

    /// <summary>The baseline design, evaluated on fresh events with the hard readout.</summary>
    public required DesignSummary Baseline { get; init; }

    /// <summary>The optimum, evaluated in the same way on the same events.</summary>
    public required DesignSummary Optimum { get; init; }

    /// <summary>What found the optimum, in words: the study's own optimisation, or a search that beat it.</summary>
    public string FoundBy { get; init; } = "";

    /// <summary>Relative reduction of the objective, 1 - optimum / baseline.</summary>
    public required GainSummary Gain { get; init; }

    /// <summary>What an independent simulation says of both designs; null when the study asks for none.</summary>
    public JudgeSummary? Judge { get; init; }

    /// <summary>Constraints by name.</summary>
    public required IReadOnlyDictionary<string, ConstraintSummary> Constraints { get; init; }

    /// <summary>Directional derivative by autograd against common-random-number differences, halfway between baseline
    /// and optimum.</summary>
    public required GradientCheckSummary GradientCheck { get; init; }

    /// <summary>Key of the study's own optimisation among the searches: "gradient", or "nested" with an outer
    /// loop.</summary>
    public required string OwnSearch { get; init; }

    /// <summary>What the outer loop found; null when the study has none.</summary>
    public OuterSummary? Outer { get; init; }

    /// <summary>The objective against a limit; null when the study does not ask for it.</summary>
    public TradeoffSummary? Tradeoff { get; init; }

    /// <summary>Searches at equal cost in simulated events: "random", "sobol", the study's own, and with an outer loop
    /// "outer_only" (a Bayesian search of all parameters) and "inner_only" (gradients alone, the baseline's
    /// structure).</summary>
    public required IReadOnlyDictionary<string, SearchSummary> Searches { get; init; }

    /// <summary>Change of the objective when one parameter moves.</summary>
    public required IReadOnlyList<SensitivitySummary> Sensitivities { get; init; }

    /// <summary>Directions along the constraints in which the objective changes least, flattest first.</summary>
    public required IReadOnlyList<FlatDirectionSummary> FlatDirections { get; init; }

    /// <summary>The repeated optimisations: other seeds, fresh events, other starts.</summary>
    public required IReadOnlyList<ReplicaSummary> Replicas { get; init; }

    /// <summary>Published numbers beside the simulated baseline.</summary>
    public required IReadOnlyList<PublishedSummary> Published { get; init; }

    /// <summary>Other designs as good as the optimum, such as its mirror image; empty when there is none.</summary>
    public required IReadOnlyList<AlternativeSummary> Alternatives { get; init; }

    /// <summary>Where the designs lie in the domain in which the model was calibrated; null for a model that was
    /// not, and in summaries of versions that did not say it.</summary>
    public DomainSummary? Domain { get; init; }

    /// <summary>What the models leave out.</summary>
    public required IReadOnlyList<string> NotModelled { get; init; }

    /// <summary>What a reader should be careful with.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Resources used.</summary>
    public required ResourceSummary Cost { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required ProvenanceSummary Provenance { get; init; }
}
