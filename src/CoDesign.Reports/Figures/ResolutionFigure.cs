using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>Energy resolution before and after with the fitted sigma/E = a/sqrt(E) (+) b (+) c/E.</summary>
internal static class ResolutionFigure
{
    private const int Samples = 120;

    public static Plot Make(CurveSummary before, CurveSummary after, ResolutionFitSummary beforeFit,
        ResolutionFitSummary afterFit)
    {
        var curves = CurveFigure.Make(before, after);
        return curves with
        {
            Data =
            [
                .. curves.Data,
                Fit(before, beforeFit, CurveFigure.BaselineLine, "fit, baseline"),
                Fit(after, afterFit, CurveFigure.OptimumLine, "fit, optimum"),
            ],
            Layout = curves.Layout with { Height = 420 },
        };
    }

    /// <summary>Value of the fit [%] at an energy [GeV].</summary>
    public static double Evaluate(ResolutionFitSummary fit, double energyGev)
    {
        var stochastic = fit.Stochastic.Value / Math.Sqrt(energyGev);
        var noise = fit.Noise.Value / energyGev;
        return Math.Sqrt(stochastic * stochastic + fit.Constant.Value * fit.Constant.Value + noise * noise);
    }

    private static Trace Fit(CurveSummary curve, ResolutionFitSummary fit, Stroke line, string name)
    {
        if (curve.Points.Count == 0)
        {
            return Trace.Lines([], [], line, name);
        }

        var low = Math.Log(curve.Points.Min(point => point.EnergyGev));
        var high = Math.Log(curve.Points.Max(point => point.EnergyGev));
        double[] energies = [.. Enumerable.Range(0, Samples)
            .Select(i => Math.Exp(low + (high - low) * i / (Samples - 1)))];
        var scale = curve.Unit == "%" ? 1 : 0.01;
        return Trace.Lines(energies, [.. energies.Select(energy => scale * Evaluate(fit, energy))], line, name);
    }
}
