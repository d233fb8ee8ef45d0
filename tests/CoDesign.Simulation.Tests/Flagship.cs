using CoDesign.Detectors.Calorimeters;

namespace CoDesign.Simulation.Tests;

/// <summary>The LHCb-like shashlik of the repository.</summary>
internal static class Flagship
{
    /// <summary>Folder of the repository, found upwards from the tests.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The geometry.</summary>
    /// <param name="overrides">Changes as "key.path=value".</param>
    public static SamplingCalorimeterGeometry Geometry(params string[] overrides)
    {
        string file = Path.Combine(Root, "geometries", "ecal-shashlik.yaml");
        return CalorimeterGeometryLoader.Load(file, File.ReadAllText(file), overrides);
    }

    /// <summary>The baseline detector.</summary>
    /// <inheritdoc cref="Geometry"/>
    public static CalorimeterDetector Baseline(params string[] overrides)
    {
        SamplingCalorimeterGeometry geometry = Geometry(overrides);
        return geometry.Build(geometry.Space.Baseline());
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "geometries", "ecal-shashlik.yaml")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not lie in the repository");
    }
}
