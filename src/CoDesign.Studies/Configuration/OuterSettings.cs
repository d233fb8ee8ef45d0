namespace CoDesign.Studies.Configuration;

/// <summary>Settings of the outer loop, which chooses the parameters that are structural.</summary>
/// <param name="Trials">Structures tried, 3 or more.</param>
/// <param name="Steps">Steps of the gradient descent of each.</param>
/// <param name="Designs">Designs of the search without gradients that it is compared with.</param>
public sealed record OuterSettings(int Trials, int Steps, int Designs);
