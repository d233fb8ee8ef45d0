namespace CoDesign.Studies.Objectives;

/// <summary>An objective on a sample of events.</summary>
/// <param name="Value">Value.</param>
/// <param name="Error">Standard error from the scatter of the groups.</param>
/// <param name="Groups">Objective of each group of events, in event order.</param>
public sealed record MeasuredObjective(double Value, double Error, double[] Groups);
