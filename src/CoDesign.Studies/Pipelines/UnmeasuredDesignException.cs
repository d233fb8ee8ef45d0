namespace CoDesign.Studies.Pipelines;

/// <summary>A design has no value: no event can be measured there, or the objective, a constraint or a gradient is not a
/// finite number. An optimisation counts it as not allowed and goes on elsewhere.</summary>
/// <param name="message">Why, in a sentence.</param>
public sealed class UnmeasuredDesignException(string message) : Exception(message);
