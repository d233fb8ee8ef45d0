namespace CoDesign.Studies.Results;

/// <summary>A design as good as the optimum.</summary>
/// <param name="Origin">How it was found: "mirror image" or "replica 2".</param>
/// <param name="Objective">Objective on the events that choose among the replicas.</param>
/// <param name="Difference">Objective over that of the optimum, minus 1.</param>
/// <param name="Error">Standard error of the difference.</param>
/// <param name="Parameters">Values by parameter in the parameters' units.</param>
/// <param name="Layout">What it looks like.</param>
public sealed record AlternativeSummary(
    string Origin, double Objective, double Difference, double Error,
    IReadOnlyDictionary<string, double> Parameters, LayoutSummary Layout);
