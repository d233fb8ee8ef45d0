using CoDesign.Detectors.Geometries;
using CoDesign.Physics;
using TorchSharp;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>What a sampling calorimeter must keep to be one: at least one cell on its face, layers that can be made, a
/// depth that fits into a hall.</summary>
internal static class CalorimeterLimits
{
    private const double ThinnestLayer = 1 * Units.Um;
    private const double LargestDepth = 100 * Units.Metre;

    public static IReadOnlyList<DetectorLimit> Of(SamplingCalorimeterGeometry geometry) =>
    [
        new("side of a cell over that of the face", Value("cells.size / sqrt(area)", Dimension.None, CellOverFace), 1,
            IsUpper: true, "")
        {
            Node = root => root.Get("cells").Get("size"),
        },
        new("depth of the calorimeter", Value("depth", Dimension.OfLength, detector => detector.Depth), LargestDepth,
            IsUpper: true, "m")
        {
            Node = root => root.Get("sections"),
        },
        .. geometry.Sections.SelectMany((section, i) => Layers(section, i)),
    ];

    private static IEnumerable<DetectorLimit> Layers(SectionDescription section, int index)
    {
        if (section.Absorber is not null)
        {
            yield return Layer(section.Name, index, "absorber", s => s.Absorber);
        }

        yield return Layer(section.Name, index, "active", s => s.Active);
    }

    private static DetectorLimit Layer(
        string section, int index, string role, Func<CalorimeterSection, CalorimeterLayer?> layer) =>
        new($"thickness of the {role} layers of {section}",
            Value("thickness", Dimension.OfLength, detector => layer(detector.Sections[index])?.Thickness
                ?? throw new InvalidOperationException($"section {section} has no {role} layer")),
            ThinnestLayer, IsUpper: false, "um")
        {
            Node = root => root.Get("sections").Items[index].Get(role).Get("thickness"),
        };

    private static torch.Tensor CellOverFace(CalorimeterDetector detector) => detector.CellSize / detector.Area.sqrt();

    private static ConstraintExpression Value(
        string text, Dimension dimension, Func<CalorimeterDetector, torch.Tensor> value) =>
        new(text, dimension, detector => value((CalorimeterDetector)detector));
}
