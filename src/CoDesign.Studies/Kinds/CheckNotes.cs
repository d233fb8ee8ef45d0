namespace CoDesign.Studies.Kinds;

/// <summary>What a check says of a file that is not wrong.</summary>
/// <param name="Facts">What a user may want to compare with what was meant.</param>
/// <param name="Warnings">What to be careful with.</param>
public sealed record CheckNotes(IReadOnlyList<string> Facts, IReadOnlyList<string> Warnings)
{
    /// <summary>Nothing to say.</summary>
    public static CheckNotes None { get; } = new([], []);

    /// <summary>Both one after the other, each sentence once.</summary>
    public CheckNotes And(CheckNotes other) =>
        new([.. Facts.Concat(other.Facts).Distinct()], [.. Warnings.Concat(other.Warnings).Distinct()]);
}
