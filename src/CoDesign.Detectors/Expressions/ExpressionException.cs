namespace CoDesign.Detectors.Expressions;

/// <summary>An expression that cannot be read, or whose dimensions do not fit; the message is for the user.</summary>
/// <param name="message">What is wrong, in words a physicist can act on.</param>
public sealed class ExpressionException(string message) : Exception(message);
