using CoDesign.Detectors.Configuration;

namespace CoDesign.Studies.Kinds;

/// <summary>Keys of a study file that depend on the kind of detector.</summary>
public sealed record StudyKeys
{
    /// <summary>Where events come from, the key "events".</summary>
    public required SchemaNode Events { get; init; }

    /// <summary>The key "simulation".</summary>
    public required SchemaNode Simulation { get; init; }

    /// <summary>The key "reconstruction".</summary>
    public required SchemaNode Reconstruction { get; init; }

    /// <summary>A term of the objective, an item of the key "objective".</summary>
    public required SchemaNode Term { get; init; }

    /// <summary>Names of quantities of the whole detector, for the help on constraints.</summary>
    public required IReadOnlyCollection<string> Quantities { get; init; }

    /// <summary>The word at the key "judge.simulation".</summary>
    public required string Judge { get; init; }

    /// <summary>What the judge simulates.</summary>
    public required string JudgeHelp { get; init; }

    /// <summary>Events of the judge, unless the study says otherwise.</summary>
    public required int JudgeEvents { get; init; }

    /// <summary>The same with --quick.</summary>
    public required int QuickJudgeEvents { get; init; }

    /// <summary>Most events of the judge.</summary>
    public required int MostJudgeEvents { get; init; }
}
