using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo.Processes;
using CoDesign.Simulation.MonteCarlo.Tables;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <content>Electrons and positrons: condensed steps with continuous loss and multiple scattering between discrete
/// interactions and faces.</content>
internal sealed partial class ShowerWorker
{
    // Tracks below this energy stop where they are: their range is below a micrometre in matter.
    private const double TrackingCut = 1 * Units.KeV;

    // A step may use this share of the range, and all of it once the range is below the final range: Geant4's step
    // function for electrons, (0.2, 1 mm).
    private const double RangeShare = 0.2;
    private const double FinalRange = 1 * Units.Mm;

    // The step limit of multiple scattering near faces (Geant4's UseSafety, range factor 0.04, safety factor 0.6): it is
    // set anew in each slab and grows with the transport mean free path where that is above 1 mm.
    private const double ScatteringRangeShare = 0.04;
    private const double SafetyShare = 0.6;
    private const double LongTransportPath = 1 * Units.Mm;
    private const double LimitSpread = 0.17; // uniform, 10 % rms: no step pattern shows up in depth

    // Losses below this share of the energy are the loss rate times the length.
    private const double LinearLoss = 0.01;

    private void TransportLepton(ref Track track)
    {
        int charge = track.Kind == ParticleKind.Positron ? 1 : -1;
        double toDiscrete = _rng.Exponential();
        bool entered = true;
        double slabLimit = 0, smallestStep = 0;
        while (true)
        {
            if (track.Energy <= TrackingCut)
            {
                Stop(ref track);
                return;
            }

            _chargedSteps++;
            MaterialTables material = materials[geometry.Material[track.Slab]];
            LeptonTable table = charge < 0 ? material.Electron : material.Positron;
            LeptonNode at = table.At(track.Energy, out int bin);
            double safety = Safety(track);
            bool confined = at.Range * material.Scattering.LargestDistance <= safety;
            double length = at.Range > FinalRange
                ? (RangeShare * at.Range) + (FinalRange * (1 - RangeShare) * (2 - (FinalRange / at.Range))) : at.Range;
            if (entered)
            {
                entered = false;
                double share = ScatteringRangeShare * (at.TransportPath > LongTransportPath
                    ? 0.75 + (0.25 * at.TransportPath / LongTransportPath) : 1);
                slabLimit = share * Math.Max(at.Range, at.TransportPath);
                smallestStep = material.Scattering.SmallestStep(track.Energy, at.TransportPath, charge);
            }

            if (!confined)
            {
                double limit = Math.Max(Math.Max(slabLimit, SafetyShare * safety), smallestStep);
                if (limit < length)
                {
                    double spread = 1 + (LimitSpread * ((2 * _rng.Uniform()) - 1));
                    length = Math.Min(length, Math.Max(limit * spread, smallestStep));
                }
            }

            bool discrete = toDiscrete < length * at.Majorant;
            if (discrete)
            {
                length = toDiscrete / at.Majorant;
            }

            CurvedPath path = Path(table, at, track.Energy, bin, length);
            double straight = path.Straight;
            int face = NoFace;
            if (straight >= safety)
            {
                double distance = DistanceToFace(track, out int next);
                if (distance <= straight)
                {
                    (straight, face, discrete) = (distance, next, false);
                    length = path.LengthTo(straight, length);
                }
            }

            toDiscrete = discrete ? 0 : toDiscrete - (length * at.Majorant);
            double start = track.Energy;
            double mean = MeanEnd(table, at, start, bin, length);
            double loss = mean <= 0 ? start : Math.Min(start, material.Fluctuation.Sample(
                start - mean, start, Math.Min(material.Cuts.Electron, charge < 0 ? start / 2 : start), ref _rng));
            scorer.Deposit(
                track.Slab, track.X + (0.5 * straight * track.U), track.Y + (0.5 * straight * track.V),
                track.Z + (0.5 * straight * track.W), loss);
            track.Energy = start - loss;
            if (track.Energy <= TrackingCut && face == NoFace)
            {
                track.Move(straight);
                Stop(ref track);
                return;
            }

            Scatter(ref track, material, table, at, (start, mean), (length, straight), smallestStep, face, charge);
            if (face != NoFace)
            {
                entered = true;
                if (!Cross(ref track, face))
                {
                    return;
                }
            }
            else if (discrete)
            {
                toDiscrete = _rng.Exponential();
                LeptonNode after = table.At(track.Energy, out _);
                if (_rng.Uniform() * at.Majorant < after.Discrete && !Collide(ref track, material, after))
                {
                    return;
                }
            }
        }
    }

    private double Safety(in Track track)
    {
        double along = Math.Min(track.Z - geometry.Edge[track.Slab], geometry.Edge[track.Slab + 1] - track.Z);
        double across = geometry.HalfWidth - Math.Max(Math.Abs(track.X), Math.Abs(track.Y));
        return Math.Max(0, Math.Min(along, across));
    }

    private static CurvedPath Path(LeptonTable table, in LeptonNode at, double energy, int bin, double length)
    {
        if (CurvedPath.IsShort(length, at.Range))
        {
            return CurvedPath.Short(length, at.TransportPath);
        }

        if (energy < PhysicalConstants.ElectronMass || length >= at.Range)
        {
            CurvedPath rest = CurvedPath.ToRest(at.Range, at.TransportPath);
            return length >= at.Range ? rest : rest.Part(length);
        }

        double end = table.EnergyOfRange(Math.Max(at.Range - length, 0.01 * at.Range), bin);
        return CurvedPath.Falling(length, at.TransportPath, table.TransportPath(Math.Max(end, OctaveGrid.Lowest)));
    }

    // Mean energy at the end of a step.
    private static double MeanEnd(LeptonTable table, in LeptonNode at, double energy, int bin, double length)
    {
        if (length >= at.Range)
        {
            return 0;
        }

        double loss = at.Loss * length;
        return loss > LinearLoss * energy ? table.EnergyOfRange(at.Range - length, bin) : energy - loss;
    }

    private void Scatter(
        ref Track track, MaterialTables material, LeptonTable table, in LeptonNode at,
        (double Start, double End) energy, (double True, double Straight) length, double smallestStep, int face,
        int charge)
    {
        const double NoStep = 1e-9 * Units.Mm;
        if (length.True <= NoStep || energy.End <= TrackingCut)
        {
            track.Move(length.Straight);
            return;
        }

        double endPath = at.TransportPath;
        if (energy.Start - energy.End > LinearLoss * energy.Start)
        {
            endPath = table.TransportPath(energy.End);
        }

        double meanPath = Math.Abs(endPath - at.TransportPath) > 0.01 * at.TransportPath
            ? (at.TransportPath - endPath) / Math.Log(at.TransportPath / endPath) : at.TransportPath;
        var step = new ScatteringStep(
            length.True, energy.Start, energy.End, at.TransportPath, meanPath, smallestStep, charge);
        double cosTheta = material.Scattering.Sample(step, ref _rng);
        track.Move(length.Straight);
        if (!(Math.Abs(cosTheta) < 1))
        {
            return;
        }

        double phi = 2 * Math.PI * _rng.Uniform();
        if (face == NoFace)
        {
            Displace(ref track, length.True, length.Straight, phi);
        }

        (double sinPhi, double cosPhi) = Math.SinCos(phi);
        track.Turn(cosTheta, cosPhi, sinPhi);
    }

    // Lateral displacement of the end of the step. Its largest value is the leg of the right triangle of the true and the
    // straight length, of which it is 0.73 in the mean; the angle to the plane of scattering has an exponential density. Both
    // are Urban's fits to simulations of single scattering (Geant4, Urban's model, lateral displacement).
    private void Displace(ref Track track, double length, double straight, double phi)
    {
        const double MeanShare = 0.73, Correlation = 2.160, Negligible = 1e-6 * Units.Mm, Margin = 0.99;
        double largest = Math.Sqrt(Math.Max(0, (length - straight) * (length + straight)));
        double r = Math.Min(MeanShare * largest, Margin * Safety(track));
        if (r < Negligible)
        {
            return;
        }

        double psi = -Math.Log(1 - (_rng.Uniform() * InPlane)) / Correlation;
        (double sin, double cos) = Math.SinCos(_rng.Uniform() < 0.5 ? phi + psi : phi - psi);
        (double x, double y, double z) = track.Direction(r * cos, r * sin, 0);
        track.X += x;
        track.Y += y;
        track.Z += z;
    }

    // 1 - exp(-2.160 pi)
    private static readonly double InPlane = 1 - Math.Exp(-2.160 * Math.PI);

    // A particle that is slower than the tracking cut.
    private void Stop(ref Track track)
    {
        scorer.Deposit(track.Slab, track.X, track.Y, track.Z, track.Energy);
        if (track.Kind == ParticleKind.Positron)
        {
            AnnihilateAtRest(ref track);
        }
    }
}
