namespace CoDesign.Studies.Pipelines;

/// <summary>At a design no event can be measured, so that it has no objective.</summary>
/// <param name="message">Why, in a sentence.</param>
public sealed class UnmeasuredDesignException(string message) : Exception(message);
