namespace CoDesign.Reports.Sections;

/// <summary>Names of files as words for readers.</summary>
internal static class Names
{
    /// <summary>"mass_resolution" as "mass resolution".</summary>
    public static string Words(string name) => name.Replace('_', ' ');

    /// <summary>"mass_resolution" as "Mass resolution".</summary>
    public static string Title(string name) =>
        name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + Words(name[1..]);

    /// <summary>A search's key as readers know it: "sobol" as "Sobol", "outer_only" as "outer loop only".</summary>
    public static string Search(string key) => key switch
    {
        "sobol" => "Sobol",
        "nested" => "nested",
        "outer_only" => "outer loop only",
        "inner_only" => "inner gradients only",
        _ => Words(key),
    };

    /// <summary>The expression's relation as a sign.</summary>
    public static string Sign(string relation) => relation switch
    {
        "at_most" => "≤",
        "at_least" => "≥",
        "equal" => "=",
        _ => relation,
    };

    /// <summary>"1 seed", "5 seeds".</summary>
    public static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
