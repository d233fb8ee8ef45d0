namespace CoDesign.Studies.Minimization;

/// <summary>How a program is called.</summary>
/// <param name="Text">Command line for /bin/sh.</param>
/// <param name="Directory">Folder it runs in.</param>
/// <param name="PerCall">Whether it is started anew for each call; else it is kept and asked line by line.</param>
/// <param name="Timeout">Time limit of an answer, the start of the program included [s]; null for none.</param>
public sealed record ProgramCommand(string Text, string Directory, bool PerCall, double? Timeout);
