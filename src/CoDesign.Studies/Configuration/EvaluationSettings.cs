namespace CoDesign.Studies.Configuration;

/// <summary>Settings of the final evaluation.</summary>
/// <param name="Seeds">Repetitions.</param>
/// <param name="TrainingEvents">Training events per seed.</param>
/// <param name="TestEvents">Test events per seed.</param>
public sealed record EvaluationSettings(int Seeds, int TrainingEvents, int TestEvents);
