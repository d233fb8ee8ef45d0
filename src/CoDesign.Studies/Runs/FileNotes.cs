using CoDesign.Detectors.Geometries;
using CoDesign.Physics;
using CoDesign.Physics.Materials;
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
        CheckNotes notes = StudyKind.Find(geometry.Kind) is { } kind
            ? kind.Notes(geometry.Build(geometry.Space.Baseline())) : CheckNotes.None;
        return new CheckNotes(
            [.. geometry.OwnMaterials.Select(Words)], [.. geometry.Doubts.Select(d => d.ToString())]).And(notes);
    }

    private static string Words(Material m) =>
        $"material {m.Name}: density {m.DensityGramPerCm3:G4} g/cm3, X0 {m.RadiationLength:G4} mm, critical energy "
        + $"{m.CriticalEnergy / Units.MeV:G4} MeV, nuclear interaction length {m.NuclearInteractionLength:G4} mm";

    /// <summary>Notes on a study and its geometry at the baseline; simulates a few events.</summary>
    /// <param name="study">The study.</param>
    public static CheckNotes Of(Study study)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        string[] limits = [.. study.Constraints.Select(c => c.Name)
            .Intersect(study.Geometry.Limits.Select(limit => limit.Name))
            .Select(name => $"a constraint is added, since the bounds allow designs that are no detectors: {name}")];
        return Of(study.Geometry).And(new CheckNotes(limits, [])).And(study.Method.Notes(study));
    }
}
