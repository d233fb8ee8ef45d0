namespace CoDesign.Studies.Minimization;

/// <summary>Wall-clock times [s].</summary>
/// <param name="Total">From start to end, interruptions left out.</param>
/// <param name="Evaluating">Of the program, summed over trials; with several at a time more than the total.</param>
/// <param name="Suggesting">Of the search.</param>
public sealed record MinimizationSeconds(double Total, double Evaluating, double Suggesting);
