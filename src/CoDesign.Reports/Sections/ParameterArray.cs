namespace CoDesign.Reports.Sections;

/// <summary>Parameters that are the elements of one array, such as position_1 to position_40.</summary>
/// <param name="Prefix">Their name without the number.</param>
/// <param name="Names">Names of the elements in order of their numbers.</param>
internal sealed record ParameterArray(string Prefix, IReadOnlyList<string> Names)
{
    /// <summary>"position_1 … position_40".</summary>
    public string Label => $"{Names[0]} … {Names[^1]}";

    /// <summary>Numbers of the elements, for axes.</summary>
    public double[] Numbers => [.. Names.Select(name => (double)ParameterGroups.NumberOf(name))];
}
