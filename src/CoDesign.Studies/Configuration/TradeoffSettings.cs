namespace CoDesign.Studies.Configuration;

/// <summary>Settings of a trade-off between the objective and the limit of a constraint.</summary>
/// <param name="Constraint">The constraint whose limit is moved, by its place among the constraints.</param>
/// <param name="Levels">Limits as shares of the study's limit, falling.</param>
/// <param name="Steps">Steps of the gradient descent at each limit.</param>
/// <param name="Designs">Designs of the search for the front without gradients.</param>
public sealed record TradeoffSettings(int Constraint, IReadOnlyList<double> Levels, int Steps, int Designs);
