namespace CoDesign.Studies.Calorimeters;

/// <summary>A design as the judge and the gradient's model see it on the same primaries.</summary>
/// <param name="MonteCarlo">The judge's showers.</param>
/// <param name="Model">The model's showers.</param>
/// <param name="MonteCarloEvents">The judge's showers, reconstructed.</param>
/// <param name="ModelEvents">The model's.</param>
internal sealed record JudgedDesign(
    JudgedSample MonteCarlo, JudgedSample Model, JudgedEvents MonteCarloEvents, JudgedEvents ModelEvents);
