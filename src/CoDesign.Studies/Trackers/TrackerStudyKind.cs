using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Tracks;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Objectives;
using TorchSharp;

namespace CoDesign.Studies.Trackers;

/// <summary>Studies of trackers.</summary>
internal sealed class TrackerStudyKind : StudyKind
{
    /// <inheritdoc/>
    public override string Name => TrackerSchema.Kind;

    /// <inheritdoc/>
    public override StudyKeys Keys { get; } = new()
    {
        Events = TrackerStudySchema.Events(),
        Simulation = TrackerStudySchema.Simulation(),
        Reconstruction = TrackerStudySchema.Reconstruction(),
        Term = TrackerStudySchema.Term(),
        Quantities = TrackerGeometry.WholeQuantities.Names,
        Judge = "tracks",
        JudgeHelp = "tracks through the exact helix with scattering and energy loss, hard readout, Kalman fit",
        JudgeEvents = 65536,
        QuickJudgeEvents = 16384,
        MostJudgeEvents = 4194304,
    };

    /// <inheritdoc/>
    public override CheckNotes Notes(Detector detector) => CheckNotes.None;

    /// <inheritdoc/>
    public override StudyMethod? Read(ConfigNode root, DetectorGeometry? geometry, List<Problem> problems)
    {
        if (geometry is not TrackerGeometry tracker)
        {
            return null;
        }

        TrackSource? source = Events(root.Find("events"), tracker, problems);
        ConfigNode[] terms = [.. root.Get("objective").Items];
        CheckTerms(terms, tracker, problems);
        return source is null || problems.Count > 0 ? null : new TrackerMethod(
            tracker, source,
            root.Get("simulation").Get("model").Text == "tracks" ? TrackModel.Tracks : TrackModel.Covariance,
            new Objective([.. terms.Select(Term)]));
    }

    private static TrackSource? Events(ConfigNode? node, TrackerGeometry geometry, List<Problem> problems)
    {
        if (node is not { IsValid: true } || node.Entries.Any(e => !e.Value.IsValid)
            || OneOf(node, ["transverse_momentum", "momentum"], problems) is not { } momentum
            || OneOf(node, ["polar_angle", "pseudorapidity"], problems) is not { } direction
            || SpectrumReader.Read(node.Get(momentum), problems) is not { } spectrum
            || Direction(node.Get(direction), direction == "polar_angle", problems) is not { } polar)
        {
            return null;
        }

        CheckDirection(node.Get(direction), polar, geometry.Shape, problems);
        string word = node.Get("particle").Text;
        string[] names = word[^1] is '+' or '-' ? [word] : [word + "-", word + "+"];
        Particle[] particles = [.. names.Select(name => Particle.Find(name)!)]; // the schema lets known names through
        CheckMomentum(node.Get(momentum), spectrum, word, particles[0].Mass, problems);
        return new TrackSource
        {
            Shape = geometry.Shape,
            BeamSpot = geometry.BeamSpot,
            Particles = particles,
            Momentum = spectrum,
            MomentumKind = momentum == "momentum" ? MomentumKind.Total : MomentumKind.Transverse,
            Polar = polar,
            Azimuth = node.Find("azimuth")?.Number,
        };
    }

    private static string? OneOf(ConfigNode node, string[] keys, List<Problem> problems)
    {
        string[] given = [.. keys.Where(key => node.Find(key) is not null)];
        if (given.Length == 1)
        {
            return given[0];
        }

        problems.Add(node.Problem($"given {given.Length} of {string.Join(" and ", keys)}, must be one of them"));
        return null;
    }

    private static PolarSpectrum? Direction(ConfigNode node, bool isAngle, List<Problem> problems)
    {
        if (SpectrumReader.Form(node, "value", ["fixed", "list", "uniform"], problems) is not var (form, values))
        {
            return null;
        }

        return (form == "uniform", isAngle) switch
        {
            (true, true) => PolarSpectrum.AngleBetween(values[0], values[1]),
            (true, false) => PolarSpectrum.PseudorapidityBetween(values[0], values[1]),
            (false, true) => PolarSpectrum.Angles(values),
            _ => PolarSpectrum.Pseudorapidities(values),
        };
    }

    // A track whose momentum is lower ends where it begins.
    private static void CheckMomentum(
        ConfigNode node, EnergySpectrum spectrum, string particle, double mass, List<Problem> problems)
    {
        const double Step = 0.1 * Units.MeV;
        double least = MeanLoss.SlowestBetaGamma * mass;
        if (spectrum.Minimum < least)
        {
            string given = Quantity.Format(spectrum.Minimum, "MeV");
            string shown = Quantity.Format(Math.Ceiling(least / Step) * Step, "MeV");
            problems.Add(node.Problem(
                $"given {given}, must be at least {shown} (beta gamma {MeanLoss.SlowestBetaGamma}) for {particle}"));
        }
    }

    // Planes are not reached by tracks across the beam, a barrel not by tracks along it.
    private static void CheckDirection(ConfigNode node, PolarSpectrum polar, TrackerShape shape, List<Problem> problems)
    {
        const double Least = 1 * Units.Degree, Most = 75 * Units.Degree;
        if (shape == TrackerShape.Planes && polar.Maximum > Most)
        {
            problems.Add(node.Problem(
                $"reaches {polar.Maximum / Units.Degree:0.#} deg to the beam; planes need tracks within 75 deg of it"));
        }

        if (shape == TrackerShape.Barrel && (polar.Minimum < Least || polar.Maximum > Math.PI - Least))
        {
            problems.Add(node.Problem($"reaches from {polar.Minimum / Units.Degree:0.###} to "
                + $"{polar.Maximum / Units.Degree:0.###} deg to the beam axis; a barrel needs tracks between 1 and 179 deg"));
        }
    }

    private static void CheckTerms(ConfigNode[] terms, TrackerGeometry geometry, List<Problem> problems)
    {
        foreach (ConfigNode term in terms.Where(t => t.IsValid))
        {
            if (!geometry.HasField && term.Variant is "curvature_error" or "momentum_resolution")
            {
                problems.Add(term.Problem($"{term.Variant} needs a magnetic field, which the geometry has not"));
            }

            string coordinate = term.Variant is "longitudinal_impact" or "polar_resolution" ? "v" : "u";
            if (term.Variant is not ("inefficiency" or "time_resolution")
                && !geometry.Groups.Any(g => coordinate == "v" ? g.MeasuresV : g.MeasuresU))
            {
                problems.Add(term.Problem($"{term.Variant} needs layers that measure {coordinate}, which the geometry has not"));
            }

            if (term.Variant == "inefficiency" && term.Find("minimum_hits") is { IsValid: true } hits
                && hits.WholeNumber > Layers(geometry))
            {
                problems.Add(hits.Problem(
                    $"given {hits.WholeNumber}, must be at most {Layers(geometry)}, the number of layers that measure"));
            }

            if (term.Variant == "time_resolution" && !geometry.Groups.Any(g => g is { Measures: true, NeedsReadout: true }))
            {
                problems.Add(term.Problem("time_resolution needs layers with a pitch and a readout, which the geometry has not"));
            }
        }
    }

    private static int Layers(TrackerGeometry geometry)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return (int)geometry.Build(geometry.Space.Baseline()).Planes.ToDouble();
    }

    private static ObjectiveTerm Term(ConfigNode node)
    {
        TrackMetric metric = node.Variant == "inefficiency"
            ? TrackMetrics.Inefficiency(node.Get("minimum_hits").WholeNumber)
            : TrackMetrics.Resolutions.First(m => m.Name == node.Variant);
        metric = node.Find("average")?.Text == "geometric" ? TrackMetrics.Geometric(metric) : metric;
        return new ObjectiveTerm(metric, node.Get("requirement").Number, node.Get("weight").Number);
    }
}
