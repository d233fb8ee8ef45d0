using CoDesign.Detectors.Configuration;

namespace CoDesign.Detectors.Geometries;

/// <summary>A kind of detector: the format of its file, what is checked beyond it, and how it is put
/// together.</summary>
public abstract class GeometryKind
{
    private protected GeometryKind()
    {
    }

    /// <summary>The word at the key "kind" of its files.</summary>
    public abstract string Word { get; }

    /// <summary>The format of its files.</summary>
    public abstract ObjectSchema Schema { get; }

    /// <summary>Quantities of the whole detector that a constraint may refer to.</summary>
    public abstract DetectorQuantities WholeQuantities { get; }

    /// <summary>Names that mean something in some of its expressions only, such as the "index" of a layer. Of the
    /// parameters an array may have such a name, because it stands for an element there anyway.</summary>
    internal virtual IReadOnlyCollection<string> LocalNames => [];

    /// <summary>Top-level keys whose expressions have names of their own; the kind checks them itself.</summary>
    internal virtual IReadOnlyCollection<string> LocalKeys => [];

    /// <summary>Reports what only this kind can judge.</summary>
    internal abstract void Check(GeometryReading reading);

    /// <summary>The geometry of a file without problems.</summary>
    internal abstract DetectorGeometry Assemble(GeometryReading reading);
}
