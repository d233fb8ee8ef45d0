namespace CoDesign.Studies.Showers;

/// <summary>Where the time of a simulation went [s].</summary>
/// <param name="Preparation">Tables.</param>
/// <param name="Simulation">Events.</param>
/// <param name="Writing">The file.</param>
internal readonly record struct ShowerTimes(double Preparation, double Simulation, double Writing);
