namespace CoDesign.Studies.Runs;

/// <summary>What one seed says of a design.</summary>
/// <param name="Objective">Objective.</param>
/// <param name="Terms">Metrics of the objective's terms, internal units.</param>
/// <param name="EnergyResolution">Relative energy resolution over the spectrum.</param>
/// <param name="PositionResolution">Position resolution over the spectrum [mm].</param>
/// <param name="Bins">Sums per energy bin.</param>
internal sealed record SeedResult(
    double Objective, double[] Terms, double EnergyResolution, double PositionResolution, BinMoments[] Bins);
