using CoDesign.Physics;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo.Processes;
using CoDesign.Simulation.MonteCarlo.Tables;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <content>Discrete interactions: they put secondaries on the stack and turn or end the track.</content>
internal sealed partial class ShowerWorker
{
    private const double Mass = PhysicalConstants.ElectronMass;

    // A discrete interaction of an electron or positron; false if it ended the track.
    private bool Collide(ref Track track, MaterialTables material, in LeptonNode at)
    {
        double process = _rng.Uniform() * at.Discrete;
        if (process < at.Annihilation)
        {
            AnnihilateInFlight(track);
            return false;
        }

        if (process < at.Annihilation + at.KnockOn)
        {
            KnockOn(ref track, material.Cuts.Electron);
        }
        else
        {
            Radiate(ref track, material);
        }

        return true;
    }

    private void KnockOn(ref Track track, double cut)
    {
        bool electron = track.Kind == ParticleKind.Electron;
        double energy = track.Energy;
        if (energy <= (electron ? 2 * cut : cut))
        {
            return;
        }

        double transfer = electron
            ? DeltaRaySampler.Moller(energy, cut, ref _rng) : DeltaRaySampler.Bhabha(energy, cut, ref _rng);
        (double sinPhi, double cosPhi) = _rng.Azimuth();
        Emit(track, ParticleKind.Electron, transfer, DeltaRaySampler.CosineOfDelta(energy, transfer), cosPhi, sinPhi);
        // Seen from the incoming particle, both outgoing ones obey the same two-body kinematics.
        track.Energy = energy - transfer;
        track.Turn(DeltaRaySampler.CosineOfDelta(energy, track.Energy), -cosPhi, -sinPhi);
    }

    private void Radiate(ref Track track, MaterialTables material)
    {
        double energy = track.Energy;
        if (energy <= material.Cuts.Photon)
        {
            return;
        }

        double photon = material.Bremsstrahlung.SampleEnergy(energy, Math.Log(energy), ref _rng);
        double cosTheta = ModifiedTsaiAngle.Sample(energy, ref _rng);
        double sinTheta = Math.Sqrt((1 - cosTheta) * (1 + cosTheta));
        (double sinPhi, double cosPhi) = _rng.Azimuth();
        Emit(track, ParticleKind.Gamma, photon, cosTheta, cosPhi, sinPhi);
        // The nucleus takes little momentum: the electron goes where the photon's momentum leaves it.
        double momentum = Math.Sqrt(energy * (energy + (2 * Mass)));
        double across = photon * sinTheta, along = momentum - (photon * cosTheta);
        track.Energy = energy - photon;
        track.Turn(along / Math.Sqrt((across * across) + (along * along)), -cosPhi, -sinPhi);
    }

    private void AnnihilateInFlight(in Track track)
    {
        double first = AnnihilationInFlight.Sample(
            track.Energy, ref _rng, out double cosine, out double second, out double otherCosine);
        (double sinPhi, double cosPhi) = _rng.Azimuth();
        Emit(track, ParticleKind.Gamma, first, cosine, cosPhi, sinPhi);
        Emit(track, ParticleKind.Gamma, second, otherCosine, -cosPhi, -sinPhi);
    }

    private void AnnihilateAtRest(in Track track)
    {
        double cosine = (2 * _rng.Uniform()) - 1;
        (double sinPhi, double cosPhi) = _rng.Azimuth();
        Emit(track, ParticleKind.Gamma, Mass, cosine, cosPhi, sinPhi);
        Emit(track, ParticleKind.Gamma, Mass, -cosine, -cosPhi, -sinPhi);
    }

    private void Interact(in Track photon, MaterialTables material)
    {
        double energy = photon.Energy, log = Math.Log(energy);
        PhotonProcess process = material.Photon.Choose(energy, log, _rng.Uniform());
        switch (process)
        {
            case PhotonProcess.PairProduction:
                MakePair(photon, material, material.Photon.ChooseElement(process, energy, log, _rng.Uniform()));
                break;
            case PhotonProcess.Compton:
                ScatterCompton(photon);
                break;
            default:
                Absorb(photon, material.AtomicNumbers[
                    material.Photon.ChooseElement(process, energy, log, _rng.Uniform())]);
                break;
        }
    }

    private void MakePair(in Track photon, MaterialTables material, int element)
    {
        double available = photon.Energy - (2 * Mass);
        double share = material.PairSharing[element].Sample(photon.Energy, ref _rng);
        double electron = Math.Clamp((share * photon.Energy) - Mass, 0, available), positron = available - electron;
        (double sinPhi, double cosPhi) = _rng.Azimuth();
        Emit(photon, ParticleKind.Electron, electron, ModifiedTsaiAngle.Sample(electron, ref _rng), cosPhi, sinPhi);
        Emit(photon, ParticleKind.Positron, positron, ModifiedTsaiAngle.Sample(positron, ref _rng), -cosPhi, -sinPhi);
    }

    private void ScatterCompton(in Track photon)
    {
        double energy = photon.Energy;
        double scattered = KleinNishina.Sample(energy, ref _rng, out double cosine);
        (double sinPhi, double cosPhi) = _rng.Azimuth();
        double transfer = energy - scattered;
        if (transfer > 0)
        {
            double momentum = Math.Sqrt(transfer * (transfer + (2 * Mass)));
            double electronCosine = Math.Clamp((energy - (scattered * cosine)) / momentum, -1, 1);
            Emit(photon, ParticleKind.Electron, transfer, electronCosine, -cosPhi, -sinPhi);
        }

        Emit(photon, ParticleKind.Gamma, scattered, cosine, cosPhi, sinPhi);
    }

    private void Absorb(in Track photon, int z)
    {
        double binding = Photoelectric.BindingEnergy(z, photon.Energy);
        double electron = photon.Energy - binding;
        scorer.Deposit(photon.Slab, photon.X, photon.Y, photon.Z, binding);
        (double sinPhi, double cosPhi) = _rng.Azimuth();
        Emit(photon, ParticleKind.Electron, electron, PhotoElectronAngle.Sample(electron, ref _rng), cosPhi, sinPhi);
    }

    // Puts a secondary on the stack, or its energy into the slab if it is below the tracking cut.
    private void Emit(in Track parent, ParticleKind kind, double energy, double cosTheta, double cosPhi, double sinPhi)
    {
        if (energy <= TrackingCut && kind != ParticleKind.Positron)
        {
            scorer.Deposit(parent.Slab, parent.X, parent.Y, parent.Z, energy);
            return;
        }

        Track secondary = parent;
        secondary.Kind = kind;
        secondary.Energy = energy;
        secondary.Turn(cosTheta, cosPhi, sinPhi);
        _stack.Push(secondary);
    }
}
