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

    /// <summary>From blue over white to orange, pale enough for black text.</summary>
    private static readonly string[] BlueToOrange = ["#74aed6", "#f7f7f7", "#f0a070"];

    /// <summary>From dark blue to pale ochre, ever lighter: also in grey and for colour-blind readers.</summary>
    private static readonly string[] Lightening = ["#08306b", "#1f6f9f", "#4f9f98", "#93b36a", "#d6b656"];

    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot"];

    /// <summary>Line of the repeated optimisation so numbered.</summary>
    public static string Replica(int index) => Cycle[index % Cycle.Length];

    /// <summary>Dash that tells replicas of one colour apart.</summary>
    public static string ReplicaDash(int index) => Dashes[index / Cycle.Length % Dashes.Length];

    /// <summary>A colour for a share in [0, 1]: dark at 0, light at 1.</summary>
    public static string Sequential(double share) => Between(Lightening, share);

    /// <summary>A colour for a value in [-1, 1], behind black text: blue below 0, orange above.</summary>
    public static string Diverging(double value) => Between(BlueToOrange, (value + 1) / 2);

    private static string Between(string[] colors, double share)
    {
        double place = Math.Clamp(double.IsFinite(share) ? share : 1, 0, 1) * (colors.Length - 1);
        int from = Math.Min((int)place, colors.Length - 2);
        int Mixed(int start) => (int)Math.Round(Part(colors[from], start)
            + ((place - from) * (Part(colors[from + 1], start) - Part(colors[from], start))));
        return $"#{Mixed(1):x2}{Mixed(3):x2}{Mixed(5):x2}";
    }

    /// <summary>The colour, transparent.</summary>
    /// <param name="color">"#rrggbb".</param>
    /// <param name="alpha">Opacity in [0, 1].</param>
    public static string Faint(string color, double alpha) =>
        $"rgba({Part(color, 1)},{Part(color, 3)},{Part(color, 5)},{alpha:0.##})";

    private static int Part(string color, int start) => Convert.ToInt32(color.Substring(start, 2), 16);
}
