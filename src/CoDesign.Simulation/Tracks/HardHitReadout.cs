using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Random;
using TorchSharp;

namespace CoDesign.Simulation.Tracks;

/// <summary>Readout of tracks as the electronics does it, without gradient: a crossing becomes a measured position and
/// the error that the readout claims, or no hit.</summary>
/// <remarks>Where a resolution is given it holds, as a Gaussian. The two coordinates are read
/// independently, each with the full charge. Where the strips of a layer lie is drawn anew for each crossing, as no
/// detector's layers are aligned to a fraction of a pitch: strips of equal phase in layers at equal distances would make
/// the errors of a straight track depend on each other.</remarks>
public sealed class HardHitReadout
{
    private readonly TrackerSurfaces _surfaces;
    private readonly StripSegmentation?[] _stripsU;
    private readonly StripSegmentation?[] _stripsV;

    /// <summary>Prepares the layers.</summary>
    /// <param name="layout">The tracker.</param>
    /// <param name="surfaces">The same layers as numbers.</param>
    public HardHitReadout(TrackerLayout layout, TrackerSurfaces surfaces)
    {
        _surfaces = surfaces;
        var known = new Dictionary<(double, double, StripChain), StripSegmentation>();
        _stripsU = [.. layout.Readout.Select((r, i) =>
            surfaces.MeasuresU[i] && r is { GivesU: true } ? Strips(r, r.PitchU, known) : null)];
        _stripsV = [.. layout.Readout.Select((r, i) =>
            surfaces.MeasuresV[i] && r is { GivesV: true } ? Strips(r, r.PitchV, known) : null)];
        Noise = [.. layout.Readout.Select(r => r is null ? default : new NoiseDensity(
            r.NoiseOccupancy.ToDouble(), r.PitchU.ToDouble(), r.PitchV.ToDouble()))];
    }

    /// <summary>Hits of noise by layer.</summary>
    public IReadOnlyList<NoiseDensity> Noise { get; }

    /// <summary>Error of u that a hit of noise of one strip would claim [mm].</summary>
    /// <param name="layer">The layer.</param>
    public double TypicalErrorU(int layer) => _stripsU[layer]?.Error(1, 1) ?? _surfaces.ResolutionU[layer];

    /// <summary>Error of v that a hit of noise of one strip would claim [mm].</summary>
    /// <param name="layer">The layer.</param>
    public double TypicalErrorV(int layer) => _stripsV[layer]?.Error(1, 1) ?? _surfaces.ResolutionV[layer];

    /// <summary>Reads the crossings of a track.</summary>
    /// <param name="path">Its true way.</param>
    /// <param name="random">Its random numbers.</param>
    /// <param name="hits">Result.</param>
    public void Read(TrackPath path, ref TransportRandom random, MeasuredHits hits)
    {
        hits.Clear();
        for (int i = 0; i < path.Crossed; i++)
        {
            if (!path.Inside[i] || random.Uniform() >= _surfaces.SensorEfficiency[i])
            {
                continue;
            }

            if (_surfaces.MeasuresU[i])
            {
                (hits.U[i], hits.SigmaU[i]) = Measure(
                    path.U[i], path.Obliquity[i], _stripsU[i], _surfaces.ResolutionU[i], ref random);
            }

            if (_surfaces.MeasuresV[i])
            {
                (hits.V[i], hits.SigmaV[i]) = Measure(
                    path.V[i], path.Obliquity[i], _stripsV[i], _surfaces.ResolutionV[i], ref random);
            }
        }
    }

    private static (double Position, double Sigma) Measure(
        double position, double obliquity, StripSegmentation? strips, double resolution, ref TransportRandom random)
    {
        if (strips is null)
        {
            return (position + (resolution * random.Normal()), resolution);
        }

        double shift = strips.Pitch * random.Uniform();
        StripCluster cluster = strips.Read(position + shift, obliquity, ref random);
        return cluster.Strips == 0
            ? (0, 0) : (cluster.Position - shift, strips.Error(cluster.Strips, obliquity));
    }

    // Equal layers share their calibration.
    private static StripSegmentation Strips(
        TrackerReadout readout, torch.Tensor pitch,
        Dictionary<(double Pitch, double Width, StripChain Chain), StripSegmentation> known)
    {
        var chain = new StripChain(readout.Signal.ToDouble(), readout.Noise.ToDouble(), readout.Threshold.ToDouble(),
            readout.MeasuresCharge, readout.MeasuresCharge ? readout.ChargeStep.ToDouble() : 0);
        (double, double, StripChain) key = (pitch.ToDouble(), readout.ChargeWidth.ToDouble(), chain);
        if (!known.TryGetValue(key, out StripSegmentation? strips))
        {
            known[key] = strips = new StripSegmentation(key.Item1, key.Item2, chain);
        }

        return strips;
    }
}
