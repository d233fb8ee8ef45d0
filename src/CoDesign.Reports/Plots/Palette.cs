namespace CoDesign.Reports.Plots;

/// <summary>Colours that stay apart for colour-blind readers (Okabe and Ito, Color Universal Design, 2008).</summary>
internal static class Palette
{
    public const string Baseline = "#6b7280";
    public const string Optimum = "#0072B2";
    public const string Blue = "#0072B2";
    public const string Orange = "#E69F00";
    public const string Green = "#009E73";
    public const string Vermilion = "#D55E00";
    public const string Purple = "#CC79A7";
    public const string Sky = "#56B4E9";

    /// <summary>Colours of the repeated optimisations in turn.</summary>
    public static readonly string[] Cycle = [Blue, Orange, Green, Purple, Vermilion, Sky];

    /// <summary>From blue over white to orange-red, for values of either sign.</summary>
    public static readonly ColorStop[] Diverging = [new(0, "#2166ac"), new(0.5, "#f7f7f7"), new(1, "#c2410c")];

    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot"];

    /// <summary>Line of the repeated optimisation so numbered.</summary>
    public static string Replica(int index) => Cycle[index % Cycle.Length];

    /// <summary>Dash that tells replicas of one colour apart.</summary>
    public static string ReplicaDash(int index) => Dashes[index / Cycle.Length % Dashes.Length];

    /// <summary>The colour, transparent.</summary>
    /// <param name="color">"#rrggbb".</param>
    /// <param name="alpha">Opacity in [0, 1].</param>
    public static string Faint(string color, double alpha)
    {
        int Part(int start) => Convert.ToInt32(color.Substring(start, 2), 16);
        return $"rgba({Part(1)},{Part(3)},{Part(5)},{alpha:0.##})";
    }
}
