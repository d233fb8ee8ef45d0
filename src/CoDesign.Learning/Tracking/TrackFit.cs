using CoDesign.Simulation.Tracks;

namespace CoDesign.Learning.Tracking;

/// <summary>A fitted track; parameters at its vertex in the order of <see cref="TrackParameter"/>.</summary>
/// <param name="Deviation">Estimate less truth, [5] [mm, rad, 1/mm, mm, 1].</param>
/// <param name="Covariance">What the fit claims of it, [5, 5] in row order; zero for what is taken as known
/// (<see cref="FittedParameters"/>).</param>
/// <param name="ChiSquared">chi2 at the estimate.</param>
/// <param name="HitsU">Measurements of u in the fit.</param>
/// <param name="HitsV">Measurements of v in the fit.</param>
/// <param name="DegreesOfFreedom">Measurements less parameters.</param>
public sealed record TrackFit(
    double[] Deviation, double[] Covariance, double ChiSquared, int HitsU, int HitsV, int DegreesOfFreedom)
{
    /// <summary>Variance that the fit claims of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public double Variance(TrackParameter parameter) => Covariance[(int)parameter * 6];
}
