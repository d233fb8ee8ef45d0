using CoDesign.Simulation.MonteCarlo.Tables;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <content>Photons: straight from slab to slab until the sampled number of mean free paths is used up.</content>
internal sealed partial class ShowerWorker
{
    private void TransportPhoton(ref Track track)
    {
        if (track.Energy < TrackingCut)
        {
            scorer.Deposit(track.Slab, track.X, track.Y, track.Z, track.Energy);
            return;
        }

        double paths = _rng.Exponential();
        int bin = OctaveGrid.Bin(track.Energy, out double fraction);
        while (true)
        {
            _photonSteps++;
            MaterialTables material = materials[geometry.Material[track.Slab]];
            double perLength = material.PhotonInteractions(bin, fraction);
            double length = paths / perLength;
            double distance = DistanceToFace(track, out int face);
            if (length < distance)
            {
                track.Move(length);
                Interact(track, material);
                return;
            }

            track.Move(distance);
            paths -= distance * perLength;
            if (!Cross(ref track, face))
            {
                return;
            }
        }
    }
}
