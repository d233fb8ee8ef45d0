using CoDesign.Detectors.Geometries;

namespace CoDesign.Studies.Kinds;

/// <summary>The detectors that a model was calibrated with.</summary>
/// <param name="Description">The domain in words.</param>
/// <param name="Outside">What of a detector is outside; empty when nothing is.</param>
internal sealed record ModelDomain(string Description, Func<Detector, IReadOnlyList<string>> Outside);
