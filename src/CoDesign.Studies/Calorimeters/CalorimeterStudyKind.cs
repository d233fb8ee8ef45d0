using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Simulation;
using CoDesign.Simulation.Events;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Objectives;
using static CoDesign.Detectors.Configuration.Schema;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Studies of sampling calorimeters.</summary>
internal sealed class CalorimeterStudyKind : StudyKind
{
    /// <inheritdoc/>
    public override string Name => CalorimeterSchema.Kind;

    /// <inheritdoc/>
    public override StudyKeys Keys { get; } = new()
    {
        Events = CalorimeterStudySchema.Events(),
        Simulation = Record(
            Default("model", Choice("parametric"), "parametric", "Model that drives the gradient.")),
        Reconstruction = CalorimeterStudySchema.Reconstruction(),
        Term = CalorimeterStudySchema.Term(),
        Quantities = SamplingCalorimeterGeometry.WholeQuantities.Names,
        Judge = "monte-carlo",
        JudgeHelp = "electromagnetic showers particle by particle",
        JudgeEvents = 2048,
        QuickJudgeEvents = 256,
        MostJudgeEvents = 65536,
    };

    /// <inheritdoc/>
    public override CheckNotes Notes(Detector detector) => ShowerNotes.Of((CalorimeterDetector)detector);

    /// <inheritdoc/>
    public override StudyMethod? Read(ConfigNode root, DetectorGeometry? geometry, List<Problem> problems)
    {
        EventSource? events = Events(root.Find("events"), problems);
        if (geometry is not SamplingCalorimeterGeometry calorimeter || events is null || problems.Count > 0)
        {
            return null;
        }

        foreach (SectionDescription block in calorimeter.Sections.Where(s => s.Absorber is null))
        {
            problems.Add(root.Get("geometry").Problem($"section {block.Name} has no absorber; a study needs a sampling "
                + "calorimeter, a homogeneous block can be simulated: codesign simulate --model monte-carlo"));
        }

        ConfigNode[] terms = [.. root.Get("objective").Items];
        ObjectiveTerm[] objective = [.. terms.Select(Term)];
        foreach ((ConfigNode node, ObjectiveTerm term) in terms.Zip(objective))
        {
            if (term.Metric is MassResolution mass && mass.Fault(events.Energy) is { } fault)
            {
                problems.Add(node.Get("mass").Problem($"given {node.Get("mass").Text}, {fault}"));
            }
        }

        return new CalorimeterMethod(
            calorimeter, events, Network(root.Get("reconstruction")), new Objective(objective));
    }

    private static EventSource? Events(ConfigNode? node, List<Problem> problems)
    {
        if (node is not { IsValid: true } || SpectrumReader.Read(node.Find("energy"), problems) is not { } energy
            || node.Entries.Any(e => !e.Value.IsValid))
        {
            return null;
        }

        ParticleKind particle = node.Get("particle").Text == "gamma" ? ParticleKind.Gamma : ParticleKind.Electron;
        CheckEnergies(node.Get("energy"), particle, problems);
        return new EventSource
        {
            Particle = particle,
            Energy = energy,
            ImpactHalfWidth = node.Get("impact").Text == "cell" ? 0.5 : 0,
            MaximumAngle = node.Get("maximum_angle").Number,
        };
    }

    // A study's showers are those of the parametric model; where a judge is asked, the Monte Carlo holds there, too.
    private static void CheckEnergies(ConfigNode node, ParticleKind particle, List<Problem> problems)
    {
        foreach (ConfigNode value in node.Entries.SelectMany(
            e => e.Value.IsList ? e.Value.Items : (IEnumerable<ConfigNode>)[e.Value]))
        {
            if (ShowerValidity.Parametric.EnergyFault(particle, value.Number) is { } fault)
            {
                problems.Add(value.Problem($"given {value.Text}, {fault}"));
            }
        }
    }

    private static NetworkSettings? Network(ConfigNode node) => node.Variant != "network" ? null : new NetworkSettings
    {
        Width = node.Get("width").WholeNumber,
        Layers = node.Get("layers").WholeNumber,
        LearningRate = node.Get("learning_rate").Number,
        Batch = node.Get("batch").WholeNumber,
        Epochs = node.Get("epochs").WholeNumber,
        StepsPerDesignStep = node.Get("steps_per_design_step").WholeNumber,
    };

    private static ObjectiveTerm Term(ConfigNode node)
    {
        Metric metric = node.Variant switch
        {
            "energy_resolution" => new EnergyResolution(),
            "position_resolution" => new PositionResolution(),
            _ => new MassResolution { Mass = node.Get("mass").Number, Distance = node.Get("distance").Number },
        };
        return new ObjectiveTerm(metric, node.Get("requirement").Number, node.Get("weight").Number);
    }
}
