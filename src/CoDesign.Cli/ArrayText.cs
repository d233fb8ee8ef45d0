namespace CoDesign.Cli;

/// <summary>The values of an array of parameters on one line.</summary>
internal static class ArrayText
{
    // Values closer than this share of the largest are shown as one.
    private const double Same = 2e-3;

    /// <summary>"0 (3), 550 (6), 1100 (3) mm": each place with the number of elements there.</summary>
    /// <param name="values">The values, one or more.</param>
    /// <param name="unit">Their unit.</param>
    public static string Of(IEnumerable<double> values, string unit)
    {
        double[] ordered = [.. values.Order()];
        double near = Same * Math.Max(Math.Abs(ordered[0]), Math.Abs(ordered[^1]));
        List<List<double>> places = [[ordered[0]]];
        foreach (double value in ordered.Skip(1))
        {
            if (value - places[^1][^1] <= near)
            {
                places[^1].Add(value);
            }
            else
            {
                places.Add([value]);
            }
        }

        string text = string.Join(", ", places.Select(place =>
            place.Count == 1 ? $"{place[0]:G4}" : $"{place.Average():G4} ({place.Count})"));
        return $"{text} {unit}".TrimEnd();
    }
}
