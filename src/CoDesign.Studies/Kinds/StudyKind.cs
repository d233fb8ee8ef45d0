using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Trackers;

namespace CoDesign.Studies.Kinds;

/// <summary>What a kind of detector adds to the format of a study file, and how that is read.</summary>
public abstract class StudyKind
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<StudyKind> All { get; } = [new CalorimeterStudyKind(), new TrackerStudyKind()];

    /// <summary>The word at the key "kind" of the geometry.</summary>
    public abstract string Name { get; }

    /// <summary>Keys of a study file that depend on the kind.</summary>
    public abstract StudyKeys Keys { get; }

    /// <summary>The schema of a study file with a geometry of this kind.</summary>
    public ObjectSchema Schema => field ??= StudySchema.With(Keys);

    /// <summary>The kind of a geometry; null if there is none.</summary>
    /// <param name="name">The word at its key "kind".</param>
    public static StudyKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>What a check says of a detector of this kind whose file is not wrong.</summary>
    /// <param name="detector">The detector at its baseline.</param>
    public abstract CheckNotes Notes(Detector detector);

    /// <summary>Reads what the kind adds to a study.</summary>
    /// <param name="root">The study, checked against <see cref="Schema"/>; parts of it may be invalid.</param>
    /// <param name="geometry">Its geometry, of this kind; null when it cannot be read, which is a problem
    /// already.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The method; null, with a problem, when it cannot be made.</returns>
    public abstract StudyMethod? Read(ConfigNode root, DetectorGeometry? geometry, List<Problem> problems);
}
