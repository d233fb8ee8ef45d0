namespace CoDesign.Studies.Results;

/// <summary>Where the designs of a run lie with respect to the domain in which the model of the gradient was
/// calibrated.</summary>
/// <param name="Domain">The domain in words.</param>
/// <param name="Baseline">What of the baseline is outside; empty when nothing is.</param>
/// <param name="Optimum">The same of the optimum.</param>
/// <param name="Steps">Steps of the optimisations.</param>
/// <param name="StepsOutside">Those at a design outside.</param>
public sealed record DomainSummary(
    string Domain, IReadOnlyList<string> Baseline, IReadOnlyList<string> Optimum, int Steps, int StepsOutside)
{
    /// <summary>Where the designs lie, in a sentence.</summary>
    public string Statement()
    {
        string steps = $"{Steps - StepsOutside} of {Steps} steps of the optimisations";
        return Baseline.Count + Optimum.Count + StepsOutside == 0
            ? $"Baseline, optimum and {steps} are in the domain in which the model was calibrated: {Domain}."
            : $"The baseline is {Place(Baseline)}, the optimum is {Place(Optimum)}, and {steps} were inside the domain in "
                + $"which the model was calibrated: {Domain}.";
    }

    /// <summary>What to be careful with; none when no design lies outside.</summary>
    public IEnumerable<string> Warnings()
    {
        foreach ((string name, IReadOnlyList<string> faults) in
            ((string, IReadOnlyList<string>)[])[("baseline", Baseline), ("optimum", Optimum)])
        {
            if (faults.Count > 0)
            {
                yield return $"The {name} is outside the domain in which the model was calibrated: "
                    + $"{string.Join("; ", faults)}. Its visible energy and sampling fluctuations are extrapolated.";
            }
        }

        if (StepsOutside > 0)
        {
            yield return $"{StepsOutside} of {Steps} steps of the optimisations were outside the domain in which the model "
                + "was calibrated.";
        }
    }

    private static string Place(IReadOnlyList<string> faults) => faults.Count == 0 ? "inside" : "outside";
}
