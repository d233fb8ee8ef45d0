using CoDesign.Detectors.Geometries;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Kinds;
using TorchSharp;

namespace CoDesign.Studies.Runs;

/// <summary>What is worth knowing of a geometry or a study that is not wrong.</summary>
public static class FileNotes
{
    /// <summary>Notes on a geometry at its baseline.</summary>
    /// <param name="geometry">The geometry.</param>
    public static CheckNotes Of(DetectorGeometry geometry)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return StudyKind.Find(geometry.Kind) is { } kind
            ? kind.Notes(geometry.Build(geometry.Space.Baseline())) : CheckNotes.None;
    }

    /// <summary>Notes on a study and its geometry at the baseline; simulates a few events.</summary>
    /// <param name="study">The study.</param>
    public static CheckNotes Of(Study study)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return Of(study.Geometry).And(study.Method.Notes(study));
    }
}
