namespace CoDesign.Optimization.Exchange;

/// <summary>Coordinates that mean the same and have the same bounds, such as the places of like planes.</summary>
/// <param name="Coordinates">Their numbers in the point, two or more.</param>
/// <param name="Minimum">Lower bound.</param>
/// <param name="Maximum">Upper bound.</param>
public sealed record ExchangeGroup(IReadOnlyList<int> Coordinates, double Minimum, double Maximum);
