using CoDesign.Physics;
using CoDesign.Simulation.MonteCarlo.Processes;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <content>Multiple scattering: turns a lepton at the end of its step and displaces it.</content>
internal sealed partial class ShowerWorker
{
    private const double DisplacementCorrelation = 2.160;

    // 1 - exp(-2.160 pi)
    private static readonly double InPlane = 1 - Math.Exp(-DisplacementCorrelation * Math.PI);

    private void Scatter(in LeptonStep step, ref Track track)
    {
        const double NoStep = 1e-9 * Units.Mm;
        track.Move(step.Straight);
        if (step.Length <= NoStep || step.MeanEnd <= TrackingCut)
        {
            return;
        }

        double startPath = step.At.TransportPath, endPath = startPath;
        if (step.Start - step.MeanEnd > LinearLoss * step.Start)
        {
            endPath = step.Table.TransportPath(step.MeanEnd);
        }

        double meanPath = Math.Abs(endPath - startPath) > 0.01 * startPath
            ? (startPath - endPath) / Math.Log(startPath / endPath) : startPath;
        double cosTheta = step.Material.Scattering.Sample(
            new ScatteringStep(
                step.Length, step.Start, step.MeanEnd, startPath, meanPath, step.SmallestStep, step.Charge),
            ref _rng);
        if (!(Math.Abs(cosTheta) < 1))
        {
            return;
        }

        (double sinPhi, double cosPhi) = _rng.Azimuth();
        if (step.Face == NoFace)
        {
            Displace(step, ref track, cosPhi, sinPhi);
        }

        track.Turn(cosTheta, cosPhi, sinPhi);
    }

    // Lateral displacement of the end of the step. Its largest value is the leg of the right triangle of the true and
    // the straight length, of which it is 0.73 in the mean; the angle to the plane of scattering has an exponential
    // density. Both are Urban's fits to simulations of single scattering (Geant4, Urban's model, lateral displacement).
    private void Displace(in LeptonStep step, ref Track track, double cosPhi, double sinPhi)
    {
        const double MeanShare = 0.73, Negligible = 1e-6 * Units.Mm, Margin = 0.99;
        double largest = Math.Sqrt(Math.Max(0, (step.Length - step.Straight) * (step.Length + step.Straight)));
        double r = Math.Min(MeanShare * largest, Margin * Safety(track));
        if (r < Negligible)
        {
            return;
        }

        double psi = -Math.Log(1 - (_rng.Uniform() * InPlane)) / DisplacementCorrelation;
        (double sin, double cos) = Math.SinCos(psi);
        if (_rng.Uniform() < 0.5)
        {
            sin = -sin;
        }

        (double x, double y, double z) = track.Direction(
            r * ((cosPhi * cos) - (sinPhi * sin)), r * ((sinPhi * cos) + (cosPhi * sin)), 0);
        track.X += x;
        track.Y += y;
        track.Z += z;
    }
}
