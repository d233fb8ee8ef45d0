namespace CoDesign.Detectors.Configuration;

/// <summary>Finds the word a user probably meant.</summary>
public static class NearMiss
{
    /// <summary>The closest candidate within about one error per three letters, or null.</summary>
    /// <param name="given">The misspelt word.</param>
    /// <param name="candidates">The allowed words; the first of equally close ones wins.</param>
    public static string? Find(string given, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(candidates);
        var limit = Math.Max(1, (given.Length + 1) / 3);
        return candidates
            .Select(candidate => (Word: candidate, Distance: Distance(Fold(given), Fold(candidate))))
            .Where(pair => pair.Distance <= limit && AreWordsNear(Fold(given), Fold(pair.Word)))
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Word)
            .FirstOrDefault();
    }

    /// <summary>"; did you mean x?" or nothing, to end a message with.</summary>
    /// <param name="given">The misspelt word.</param>
    /// <param name="candidates">The allowed words.</param>
    public static string Suffix(string given, IEnumerable<string> candidates) =>
        Find(given, candidates) is { } word ? $"; did you mean {word}?" : "";

    /// <summary>Number of insertions, deletions, substitutions and swaps of neighbours between two words.</summary>
    /// <remarks>Optimal string alignment (Damerau 1964): a swapped pair is one typing error, not two.</remarks>
    public static int Distance(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                var substitution = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(substitution, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }

    // time_resolution is no misspelt mass_resolution: each word of the two must be near its counterpart.
    private static bool AreWordsNear(string given, string candidate)
    {
        string[] a = given.Split('_'), b = candidate.Split('_');
        return a.Length != b.Length || a.Zip(b).All(w => Distance(w.First, w.Second) <= Math.Max(1, (w.Second.Length + 1) / 3));
    }

    private static string Fold(string word) => word.ToLowerInvariant().Replace('-', '_');
}
