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

    // The step limit of multiple scattering near faces (Geant4's UseSafety, range factor 0.04, safety factor 0.6): it
    // is set anew in each slab and grows with the transport mean free path where that is above 1 mm.
    private const double ScatteringRangeShare = 0.04;
    private const double SafetyShare = 0.6;
    private const double LongTransportPath = 1 * Units.Mm;
    private const double LimitSpread = 0.17; // uniform, 10 % rms: no step pattern shows up in depth

    // Losses below this share of the energy are the loss rate times the length.
    private const double LinearLoss = 0.01;

    private void TransportLepton(ref Track track)
    {
        var step = new LeptonStep
        {
            Charge = track.Kind == ParticleKind.Positron ? 1 : -1,
            ToDiscrete = _rng.Exponential(),
            Entered = true,
        };
        while (track.Energy > TrackingCut)
        {
            _chargedSteps++;
            LookUp(ref step, track);
            Limit(ref step);
            Propagate(ref step, track);
            Lose(ref step, ref track);
            if (step.Face == NoFace && track.Energy <= TrackingCut)
            {
                track.Move(step.Straight);
                break;
            }

            Scatter(step, ref track);
            step.Entered = step.Face != NoFace;
            if (step.Entered ? !Cross(ref track, step.Face) : step.Discrete && !TryCollide(ref step, ref track))
            {
                return;
            }
        }

        Stop(track);
    }

    private void LookUp(ref LeptonStep step, in Track track)
    {
        step.Material = materials[geometry.Material[track.Slab]];
        step.Table = step.Charge < 0 ? step.Material.Electron : step.Material.Positron;
        step.Start = track.Energy;
        step.At = step.Table.At(track.Energy, out step.Bin);
        step.Safety = Safety(track);
    }

    // Length by the limits of the loss, of multiple scattering and of discrete interactions.
    private void Limit(ref LeptonStep step)
    {
        ref readonly LeptonNode at = ref step.At;
        step.Length = at.Range > FinalRange
            ? (RangeShare * at.Range) + (FinalRange * (1 - RangeShare) * (2 - (FinalRange / at.Range))) : at.Range;
        if (step.Entered)
        {
            double share = ScatteringRangeShare * (at.TransportPath > LongTransportPath
                ? 0.75 + (0.25 * at.TransportPath / LongTransportPath) : 1);
            step.SlabLimit = share * Math.Max(at.Range, at.TransportPath);
            step.SmallestStep = step.Material.Scattering.SmallestStep(step.Start, at.TransportPath, step.Charge);
        }

        // A particle that cannot reach a face needs no fine steps.
        if (at.Range * step.Material.Scattering.LargestDistance > step.Safety)
        {
            double limit = Math.Max(Math.Max(step.SlabLimit, SafetyShare * step.Safety), step.SmallestStep);
            if (limit < step.Length)
            {
                double spread = 1 + (LimitSpread * ((2 * _rng.Uniform()) - 1));
                step.Length = Math.Min(step.Length, Math.Max(limit * spread, step.SmallestStep));
            }
        }

        step.Discrete = step.ToDiscrete < step.Length * at.Majorant;
        if (step.Discrete)
        {
            step.Length = step.ToDiscrete / at.Majorant;
        }
    }

    // Straight length, cut at the next face.
    private void Propagate(ref LeptonStep step, in Track track)
    {
        CurvedPath path = Path(step);
        step.Straight = path.Straight;
        step.Face = NoFace;
        if (step.Straight >= step.Safety)
        {
            double distance = DistanceToFace(track, out int next);
            if (distance <= step.Straight)
            {
                (step.Straight, step.Face, step.Discrete) = (distance, next, false);
                step.Length = path.LengthTo(distance, step.Length);
            }
        }

        step.ToDiscrete -= step.Length * step.At.Majorant;
    }

    private static CurvedPath Path(in LeptonStep step)
    {
        ref readonly LeptonNode at = ref step.At;
        if (CurvedPath.IsShort(step.Length, at.Range))
        {
            return CurvedPath.Short(step.Length, at.TransportPath);
        }

        if (step.Start < PhysicalConstants.ElectronMass || step.Length >= at.Range)
        {
            CurvedPath rest = CurvedPath.ToRest(at.Range, at.TransportPath);
            return step.Length >= at.Range ? rest : rest.Part(step.Length);
        }

        double end = step.Table.EnergyOfRange(Math.Max(at.Range - step.Length, 0.01 * at.Range), step.Bin);
        return CurvedPath.Falling(
            step.Length, at.TransportPath, step.Table.TransportPath(Math.Max(end, OctaveGrid.Lowest)));
    }

    // The fluctuating loss, deposited half way.
    private void Lose(ref LeptonStep step, ref Track track)
    {
        step.MeanEnd = MeanEnd(step);
        double largest = Math.Min(step.Material.Cuts.Electron, step.Charge < 0 ? step.Start / 2 : step.Start);
        double loss = step.MeanEnd <= 0 ? step.Start : Math.Min(
            step.Start, step.Material.Fluctuation.Sample(step.Start - step.MeanEnd, step.Start, largest, ref _rng));
        double half = 0.5 * step.Straight;
        scorer.Deposit(
            track.Slab, track.X + (half * track.U), track.Y + (half * track.V), track.Z + (half * track.W), loss);
        track.Energy = step.Start - loss;
    }

    private static double MeanEnd(in LeptonStep step)
    {
        if (step.Length >= step.At.Range)
        {
            return 0;
        }

        double loss = step.At.Loss * step.Length;
        return loss > LinearLoss * step.Start
            ? step.Table.EnergyOfRange(step.At.Range - step.Length, step.Bin) : step.Start - loss;
    }

    // A candidate of a discrete interaction, drawn at the start's majorant, happens with the cross section at the end;
    // false if it ended the track.
    private bool TryCollide(ref LeptonStep step, ref Track track)
    {
        step.ToDiscrete = _rng.Exponential();
        LeptonNode after = step.Table.At(track.Energy, out _);
        return _rng.Uniform() * step.At.Majorant >= after.Discrete || Collide(ref track, step.Material, after);
    }

    // A particle that is slower than the tracking cut.
    private void Stop(in Track track)
    {
        scorer.Deposit(track.Slab, track.X, track.Y, track.Z, track.Energy);
        if (track.Kind == ParticleKind.Positron)
        {
            AnnihilateAtRest(track);
        }
    }
}
