using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>How trials of the outer loop are told apart: by colour, shape and dash, so that one is enough.</summary>
internal static class TrialStyle
{
    public const string Finished = "finished";
    public const string GivenUp = "given up";
    public const string Failed = "no design";
    public const string FailedColor = "#4b5563";
    public const string Dark = "#111827";

    /// <summary>Kinds in drawing order.</summary>
    public static readonly IReadOnlyList<string> Kinds = [Failed, GivenUp, Finished];

    /// <summary>The kind of a trial, in words.</summary>
    public static string Kind(StructureSummary trial) => trial.Status switch
    {
        "finished" => Finished,
        "stopped" => GivenUp,
        _ => Failed,
    };

    /// <summary>plotly's name of the shape of a kind.</summary>
    public static string Symbol(string kind) => kind switch
    {
        Finished => "circle",
        GivenUp => "diamond-open",
        _ => "x",
    };

    /// <summary>plotly's name of the dash of a kind.</summary>
    public static string Dash(string kind) => kind switch
    {
        Finished => "solid",
        GivenUp => "dot",
        _ => "dash",
    };

    /// <summary>The colour of a kind where colour does not show the objective.</summary>
    public static string Color(string kind) => kind switch
    {
        Finished => Palette.Blue,
        GivenUp => Palette.Vermilion,
        _ => FailedColor,
    };

    /// <summary>The recommended trial in the legend.</summary>
    public static string Recommended(OuterSummary outer) => $"recommended, trial {outer.Best}";

    /// <summary>An axis of the numbers of trials.</summary>
    public static Axis Numbers(OuterSummary outer) => Axis.Linear("trial") with
    {
        Range = [-0.7, outer.Trials.Count - 0.3],
        TickVals = [.. NiceTicks.Between(0, Math.Max(outer.Trials.Count - 1, 1), 6).Where(t => t == Math.Round(t))],
    };
}
