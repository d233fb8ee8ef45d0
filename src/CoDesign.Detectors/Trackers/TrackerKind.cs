using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;

namespace CoDesign.Detectors.Trackers;

/// <summary>Files of kind tracker.</summary>
public sealed class TrackerKind : GeometryKind
{
    /// <inheritdoc/>
    public override string Word => TrackerSchema.Kind;

    /// <inheritdoc/>
    public override ObjectSchema Schema => TrackerSchema.Root;

    /// <inheritdoc/>
    public override DetectorQuantities WholeQuantities => TrackerGeometry.WholeQuantities;

    internal override IReadOnlyCollection<string> LocalNames => LayerCases.Names;

    internal override IReadOnlyCollection<string> LocalKeys => ["layers", "readout", "power", "cost"];

    internal override void Check(GeometryReading reading) => new TrackerChecker(reading).Check();

    internal override DetectorGeometry Assemble(GeometryReading reading) => new TrackerAssembly(reading).Assemble();
}
