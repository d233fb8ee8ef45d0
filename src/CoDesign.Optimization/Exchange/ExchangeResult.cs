namespace CoDesign.Optimization.Exchange;

/// <summary>What an exchange search found.</summary>
/// <param name="Point">The best point.</param>
/// <param name="Value">The function there.</param>
/// <param name="Evaluations">Evaluations of the function.</param>
/// <param name="Moves">Accepted moves.</param>
public sealed record ExchangeResult(double[] Point, double Value, int Evaluations, int Moves);
