using CoDesign.Reports.Numbers;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The words of choices. A summary gives most values of a choice as an index, which means nothing to a reader;
/// its words stand beside some of them.</summary>
internal sealed class ChoiceWords
{
    private const string Choice = "choice";
    private const string Unnamed = "another choice";

    private readonly Dictionary<string, SortedDictionary<double, string>> _words = [];

    private ChoiceWords(StudySummary summary)
    {
        foreach (DesignSummary design in new[] { summary.Baseline, summary.Optimum })
        {
            foreach ((string name, ParameterSummary parameter) in design.Parameters.Where(p => IsChoice(p.Value)))
            {
                _words.TryAdd(name, []);
                Learn(name, parameter.Value, parameter.Word);
            }
        }

        foreach (SliceSummary slice in summary.Outer?.Slices ?? [])
        {
            foreach ((double value, string label) in slice.Values.Zip(slice.Labels))
            {
                Learn(slice.Parameter, value, label);
            }
        }

        foreach (StructureSummary trial in summary.Outer?.Trials ?? [])
        {
            Learn(trial.Structure, trial.Words);
        }

        foreach (FrontPoint point in (summary.Tradeoff?.Gradient.Points ?? []).Concat(
            summary.Tradeoff?.Search.Points ?? []))
        {
            Learn(point.Parameters, point.Words);
        }
    }

    /// <summary>All words that a summary tells.</summary>
    public static ChoiceWords Of(StudySummary summary) => new(summary);

    public static bool IsChoice(ParameterSummary parameter) => parameter.Kind == Choice;

    /// <summary>The word of a value of a choice; never its index.</summary>
    public string Word(string name, double value) => !double.IsFinite(value) ? NumberText.Unavailable
        : _words.GetValueOrDefault(name)?.GetValueOrDefault(value) ?? Unnamed;

    /// <summary>A place for each value between the bounds, "" where no word is known.</summary>
    public IReadOnlyList<string> All(string name, ParameterSummary parameter) =>
        [.. Enumerable.Range(0, Count(parameter)).Select(i =>
            _words.GetValueOrDefault(name)?.GetValueOrDefault(parameter.Bounds[0] + i) ?? "")];

    /// <summary>The same for a choice; nothing for a number.</summary>
    public IReadOnlyList<string> Labels(string name, ParameterSummary parameter) =>
        IsChoice(parameter) ? All(name, parameter) : [];

    /// <summary>"lead, iron, tungsten"; "lead, iron or another of 5" where not all words are known.</summary>
    public string Allowed(string name, ParameterSummary parameter)
    {
        string[] known = [.. All(name, parameter).Where(word => word.Length > 0)];
        return known.Length == Count(parameter) ? string.Join(", ", known)
            : $"{string.Join(", ", known)} or another of {Count(parameter)}";
    }

    private static int Count(ParameterSummary parameter) =>
        (int)Math.Round(parameter.Bounds[1] - parameter.Bounds[0]) + 1;

    private void Learn(IReadOnlyDictionary<string, double> values, IReadOnlyDictionary<string, string> words)
    {
        foreach ((string name, string word) in words)
        {
            Learn(name, values.GetValueOrDefault(name, double.NaN), word);
        }
    }

    private void Learn(string name, double value, string? word)
    {
        if (word is not null && double.IsFinite(value) && _words.TryGetValue(name, out var known))
        {
            known[value] = word;
        }
    }
}
