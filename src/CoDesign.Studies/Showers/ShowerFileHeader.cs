using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Space;
using CoDesign.Hdf5;
using CoDesign.Physics;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Studies.Runs;

namespace CoDesign.Studies.Showers;

/// <summary>What a file of showers says about itself.</summary>
internal static class ShowerFileHeader
{
    /// <summary>Version of the layout of the file.</summary>
    public const long FormatVersion = 1;

    /// <summary>One sentence for each dataset of the events.</summary>
    public static IReadOnlyDictionary<string, string> Descriptions { get; } = new Dictionary<string, string>
    {
        ["energy"] = "kinetic energy of the primary, [events]",
        ["active"] = "energy in active material, [events, layers]",
        ["passive"] = "energy in passive material, [events, layers]",
        ["leakage"] = "energy that left through the front, back and side faces, [events, 3]: kinetic energy, and for "
            + "positrons 2 m_e c^2 more",
        ["active_radial_moment"] = "sum of E r^2 in active material, r from the axis, [events, layers]",
        ["depth_moment"] = "sum of E z in all material, z behind the front face, [events, layers]",
        ["charged_steps"] = "transport steps of electrons and positrons, [events]",
        ["photon_steps"] = "transport steps of photons, [events]",
        ["ring_active"] = "energy in active material by ring around the axis, [events, rings]; ring i is from "
            + "ring_edges_mm[i] to ring_edges_mm[i + 1], the last takes all beyond",
        ["ring_total"] = "energy in all material by ring around the axis, [events, rings]; ring i is from "
            + "ring_edges_mm[i] to ring_edges_mm[i + 1], the last takes all beyond",
    };

    public static void Write(Hdf5Group root, ShowerRequest request, SlabBox stack)
    {
        root.SetAttribute("format", "codesign-showers");
        root.SetAttribute("format_version", FormatVersion);
        root.SetAttribute("complete", false); // until it is
        root.SetAttribute("events_requested", (long)request.Events);
        root.SetAttribute("model", ShowerWords.Of(request.Model));
        root.SetAttribute("particle", ShowerWords.Of(request.Particle));
        root.SetAttribute("energy_MeV", request.Energy);
        root.SetAttribute("seed", request.Seed);
        root.SetAttribute("threads", (long)request.Threads);
        root.SetAttribute("range_cut_mm", request.Geometry.RangeCut);
        root.SetAttribute("transverse_mm", stack.Transverse);
        root.SetAttribute("geometry", ConfigWriter.Write(request.Geometry.Configuration));
        root.SetAttribute("version", Provenance.Version); // with the commit, where the build knew it
        root.SetAttribute("command_line", request.CommandLine);
        root.SetAttribute("started", request.Started);
        if (request.Scoring.RingEdges.Count > 1)
        {
            root.SetAttribute("ring_edges_mm", request.Scoring.RingEdges.ToArray());
        }

        WriteParameters(root, request);
        WriteMaterials(root, stack);
        WriteSlabs(root, stack);
    }

    // The value of each parameter with its unit: "2.3 mm".
    private static void WriteParameters(Hdf5Group root, ShowerRequest request)
    {
        using Hdf5Group group = root.CreateGroup("parameters");
        foreach (DesignParameter parameter in request.Geometry.Space.Parameters)
        {
            group.SetAttribute(parameter.Name, parameter.Format(parameter.Baseline));
        }
    }

    private static void WriteMaterials(Hdf5Group root, SlabBox stack)
    {
        using Hdf5Group group = root.CreateGroup("materials");
        foreach (Material material in stack.Slabs.Select(s => s.Material).DistinctBy(m => m.Name))
        {
            using Hdf5Group own = group.CreateGroup(material.Name);
            own.SetAttribute("density_g_cm3", material.DensityGramPerCm3);
            own.SetAttribute("radiation_length_mm", material.RadiationLength);
            own.SetAttribute("mean_excitation_energy_eV", material.MeanExcitationEnergy / Units.EV);
            own.SetAttribute("elements", [.. material.Composition.Select(c => c.Element.Symbol)]);
            own.SetAttribute("mass_fractions", material.Composition.Select(c => c.MassFraction).ToArray());
        }
    }

    private static void WriteSlabs(Hdf5Group root, SlabBox stack)
    {
        double[] thickness = [.. stack.Slabs.Select(s => s.Thickness)];
        var start = new double[thickness.Length];
        for (int i = 1; i < start.Length; i++)
        {
            start[i] = start[i - 1] + thickness[i - 1];
        }

        using (Hdf5Group slabs = root.CreateGroup("slabs"))
        {
            slabs.Write("start", start, unit: "mm");
            slabs.Write("thickness", thickness, unit: "mm");
            slabs.Write("layer", stack.Slabs.Select(s => s.Layer).ToArray());
            slabs.Write("active", stack.Slabs.Select(s => s.Role == SlabRole.Active).ToArray());
            slabs.WriteStrings("material", [.. stack.Slabs.Select(s => s.Material.Name)]);
        }

        int[] first = [.. stack.Slabs.Index().GroupBy(s => s.Item.Layer).Select(g => g.First().Index)];
        using Hdf5Group layers = root.CreateGroup("layers");
        layers.Write("start", [.. first.Select(i => start[i])], unit: "mm");
        layers.Write(
            "thickness", [.. stack.Slabs.GroupBy(s => s.Layer).Select(g => g.Sum(s => s.Thickness))], unit: "mm");
    }
}
