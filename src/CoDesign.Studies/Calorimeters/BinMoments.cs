namespace CoDesign.Studies.Calorimeters;

/// <summary>Sums of an energy bin, from which resolutions and their errors follow; they add up over seeds.</summary>
/// <param name="Count">Events.</param>
/// <param name="Energy">Sum of true energies [MeV].</param>
/// <param name="Ratio">Sums of (E_rec/E - 1)^k, k = 1 to 4.</param>
/// <param name="Position2">Sum of squared position errors of both coordinates [mm2].</param>
/// <param name="Position4">Sum of their fourth powers [mm4].</param>
/// <param name="Mass">Pairs whose geometric mean energy is in the bin: count, sum of energies [MeV], sum of squared
/// and of fourth powers of m_rec/m - 1; empty without a mass term.</param>
internal sealed record BinMoments(
    double Count, double Energy, double[] Ratio, double Position2, double Position4, double[] Mass)
{
    /// <summary>Bins as named arrays.</summary>
    public static IReadOnlyDictionary<string, double[]> ToArrays(BinMoments[] bins)
    {
        var arrays = new Dictionary<string, double[]>
        {
            ["count"] = [.. bins.Select(b => b.Count)],
            ["energy"] = [.. bins.Select(b => b.Energy)],
            ["position2"] = [.. bins.Select(b => b.Position2)],
            ["position4"] = [.. bins.Select(b => b.Position4)],
        };
        for (int k = 0; k < 4; k++)
        {
            int power = k;
            arrays[$"ratio{k + 1}"] = [.. bins.Select(b => b.Ratio[power])];
            if (bins[0].Mass.Length > 0)
            {
                arrays[$"mass{k}"] = [.. bins.Select(b => b.Mass[power])];
            }
        }

        return arrays;
    }

    /// <summary>Bins from named arrays.</summary>
    public static BinMoments[] Of(IReadOnlyDictionary<string, double[]> arrays) =>
    [
        .. Enumerable.Range(0, arrays["count"].Length).Select(b => new BinMoments(
            arrays["count"][b], arrays["energy"][b],
            [.. Enumerable.Range(1, 4).Select(k => arrays[$"ratio{k}"][b])],
            arrays["position2"][b], arrays["position4"][b],
            arrays.ContainsKey("mass0") ? [.. Enumerable.Range(0, 4).Select(k => arrays[$"mass{k}"][b])] : [])),
    ];
}
