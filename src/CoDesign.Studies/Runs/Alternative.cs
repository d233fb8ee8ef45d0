namespace CoDesign.Studies.Runs;

/// <summary>Another design as good as the optimum.</summary>
/// <param name="Origin">How it was found.</param>
/// <param name="Theta">Values, internal units.</param>
/// <param name="Objective">Its objective on the validation events.</param>
/// <param name="Difference">Objective over that of the optimum, minus 1.</param>
/// <param name="Error">Standard error of the difference.</param>
internal sealed record Alternative(string Origin, double[] Theta, double Objective, double Difference, double Error);
