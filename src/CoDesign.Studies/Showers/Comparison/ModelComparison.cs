using CoDesign.Studies.Runs;

namespace CoDesign.Studies.Showers.Comparison;

/// <summary>Simulates designs with both models, energy by energy.</summary>
public static class ModelComparison
{
    /// <summary>Runs a comparison.</summary>
    /// <param name="request">What to compare.</param>
    /// <param name="report">Receives progress.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ComparisonSummary Run(
        ComparisonRequest request, Action<RunProgress> report, CancellationToken cancellation)
    {
        // Time goes with energy.
        double total = request.Designs.Count * request.Showers.Sum(s => s.Energy), done = 0;
        List<ComparisonRow> rows = [];
        for (int design = 0; design < request.Designs.Count; design++)
        {
            foreach (ShowerRequest shower in request.Showers)
            {
                rows.Add(new ComparisonRow(
                    design, shower.Energy, Response(request.At(shower, design, ShowerModel.Parametric)),
                    Response(request.At(shower, design, ShowerModel.MonteCarlo))));
                done += shower.Energy;
            }
        }

        ShowerRequest first = request.Showers[0];
        return new ComparisonSummary(
            first.Geometry.Name, ShowerWords.Of(first.Particle), first.Seed, [.. request.Designs.Select(Named)], rows);

        ModelResponse Response(ShowerRequest shower)
        {
            ShowerSummary summary = ShowerRun.Run(
                shower, p => Progress(shower, p), cancellation);
            cancellation.ThrowIfCancellationRequested(); // the summary is then one of fewer events
            return ModelResponse.Of(summary);
        }

        void Progress(ShowerRequest shower, RunProgress p)
        {
            if (shower.Model == ShowerModel.MonteCarlo)
            {
                report(p with { Fraction = (done + (shower.Energy * p.Fraction)) / total });
            }
        }

        IReadOnlyDictionary<string, string> Named(IReadOnlyList<double> values) =>
            request.Parameters.Zip(values).ToDictionary(p => p.First.Name, p => p.First.Format(p.Second));
    }
}
