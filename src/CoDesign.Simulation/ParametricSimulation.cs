using CoDesign.Detectors.Calorimeters;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Showers;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Simulation;

/// <summary>Parametric electromagnetic showers in a sampling calorimeter, differentiable in every dimension.</summary>
/// <remarks>
/// <para>
/// Longitudinal shape and its correlated fluctuations: Grindhammer and Peters, hep-ex/0001020, homogeneous form, in the
/// stack's average medium, which is what the energy of absorber and active layers together follows; their sampling form
/// is of the visible energy, whose earlier maximum here comes from e/mip that falls along the shower. Lateral shape:
/// their sampling form. Energy per layer by integrating the profile; visible energy by the mip fraction and e/mip of
/// each section. Photons convert after an exponential depth of mean 9/7 X0 and then develop as an electron and a
/// positron. Sampling fluctuations: the visible energy of a section is gamma distributed, independent between sections;
/// cells share it with fluctuations of their own (<see cref="LateralFluctuations"/>). e/mip, its fall, the fluctuations
/// and two corrections of the shape are fitted to the embedded Monte Carlo (<see cref="SamplingCalibration"/>). Valid
/// for 0.5 GeV to 300 GeV (1 GeV for photons) and stacks whose sections do not differ wildly in Z.
/// </para>
/// <para>
/// Not modelled: albedo, dead regions, material in front, Landau tails, saturation of light (Birks).
/// </para>
/// </remarks>
public sealed class ParametricSimulation : ISimulation
{
    // Mean depth before a photon converts: 9/7 X0, the high-energy limit (PDG, Passage of particles, eq. 34.31).
    private const double ConversionDepth = 9.0 / 7.0;

    // A photon's two electrons fluctuate independently: their mean varies less by 1/sqrt(N), N = 1 / <x^2 + (1-x)^2>
    // = 1.5 for a flat sharing x of the energy.
    private static readonly double PairSharing = 1 / Math.Sqrt(1.5);

    // Its electron and positron share its energy; a shower's mean depth goes with ln E, so that the pair develops like
    // one electron of exp(<x ln x + (1-x) ln (1-x)>) = exp(-1/2) of the energy, x flat.
    private static readonly double PairEnergy = Math.Exp(-0.5);

    // No shower falls off more slowly than its most penetrating photons: the minimum of the attenuation coefficient is
    // 0.042 cm2/g in lead (3.5 MeV) and 0.040 cm2/g in tungsten, 0.27 per X0 in both (NIST XCOM). Below it the
    // log-normal fluctuations would make showers of hundreds of X0.
    private const double SlowestFall = 0.27;

    // The linear fall of e/mip must end before it is negative; no more than some 1e-3 of a shower is that late.
    private const double LeastResponse = 0.3;

    // Grindhammer and Peters' radii are narrower than what the embedded Monte Carlo sees: fitted, with the constants of
    // LateralFluctuations, to the energy beyond lines at 5 to 20 mm from the impact (tests/calibration/shares.csv).
    private const double CoreScale = 1.15;
    private const double TailScale = 1.5;

    // Their tail goes on to widen with depth, where the Monte Carlo's does not: beyond this depth, in units of the
    // maximum's, the energy outside 5 x 5 cells would fluctuate four times as much.
    private const double WidestTail = 1.5;

    // A profile needs alpha > 1 to have a maximum; fluctuations fall below this less than once in 10^3 events at 1 GeV.
    private const double SmallestAlpha = 1.05;

    /// <inheritdoc/>
    public Deposits Simulate(CalorimeterDetector detector, EventBatch events)
    {
        using DisposeScope scope = NewDisposeScope();
        int count = events.Count;
        var stack = new StackProperties(detector);
        ShowerDevelopment shower = Develop(stack, events);
        Tensor energy = events.Energy.ToTensor(count);
        Tensor side = detector.CellSize;
        Tensor x = side * events.ImpactX.ToTensor(count), y = side * events.ImpactY.ToTensor(count);
        (Tensor X, Tensor Y) axis = LateralFluctuations.Wander(x, y, energy, stack, events);
        Tensor cells = Lateral(shower, events, axis, side, detector.CellCount);
        Tensor inSection = energy.unsqueeze(1) * shower.Fraction;
        Tensor shares = LateralFluctuations.Share(cells, inSection, stack, events);
        Tensor visible = Fluctuate(inSection * shower.Response * stack.VisibleFraction, stack, events);
        return new Deposits
        {
            Visible = (visible.unsqueeze(2) * shares).MoveToOuterDisposeScope(),
            Energy = energy.MoveToOuterDisposeScope(),
            ImpactX = x.MoveToOuterDisposeScope(),
            ImpactY = y.MoveToOuterDisposeScope(),
            SectionFraction = shower.Fraction.MoveToOuterDisposeScope(),
            SectionDepth = shower.Length.MoveToOuterDisposeScope(),
            VisibleFraction = stack.StackVisibleFraction.MoveToOuterDisposeScope(),
        };
    }

    /// <summary>Shape of each shower along and across the stack.</summary>
    /// <param name="stack">Effective media.</param>
    /// <param name="events">Primaries.</param>
    internal static ShowerDevelopment Develop(StackProperties stack, EventBatch events)
    {
        int count = events.Count;
        Tensor energy = events.Energy.ToTensor(count);
        bool photon = events.Particle == ParticleKind.Gamma;
        Tensor logY = ((photon ? PairEnergy : 1) * energy / stack.StackCriticalEnergy).log();

        var shape = new double[count * 2];
        events.Streams.Normals(events.First, count, 2, RandomPurpose.ShowerShape, shape);
        (Tensor alpha, Tensor maximum) = Shape(stack, logY, shape.ToTensor(count, 2), photon ? PairSharing : 1);
        Tensor beta = ((alpha - 1) / maximum).clamp_min(SlowestFall);
        double[] start = photon ? ConversionDepths(events) : new double[count];
        (Tensor fraction, Tensor moment) =
            LongitudinalProfile.Apply(alpha, beta, stack.LayerBoundaries, start, events.Slant, stack.Group);

        // Depth of the section's energy after the start of the shower; 1e-12 covers sections before the start.
        Tensor depth = moment / (fraction + 1e-12);
        (Tensor core, Tensor tail, Tensor mixture) = Radial(stack, energy, depth / maximum.unsqueeze(1));
        Tensor response = Ageing(stack, alpha, beta, maximum, depth);
        return new ShowerDevelopment(fraction, response, Position(stack, events, depth, start), core, tail, mixture);
    }

    /// <summary>Fraction of a section's energy in each cell of a grid around the origin, [events, sections,
    /// cells].</summary>
    /// <param name="shower">Shape of the showers.</param>
    /// <param name="events">Primaries.</param>
    /// <param name="impact">Impact on the front face, [events] [mm].</param>
    /// <param name="cellSize">Side of a cell [mm].</param>
    /// <param name="cellCount">Cells per side.</param>
    internal static Tensor Lateral(
        ShowerDevelopment shower, EventBatch events, (Tensor X, Tensor Y) impact, Tensor cellSize, int cellCount)
    {
        Tensor x = impact.X.unsqueeze(1) + (shower.Length * events.SlopeX.ToTensor(events.Count, 1));
        Tensor y = impact.Y.unsqueeze(1) + (shower.Length * events.SlopeY.ToTensor(events.Count, 1));
        return LateralProfile.Apply(shower.Core, shower.Tail, shower.Mixture, x, y, cellSize, cellCount);
    }

    /// <summary>Adds sampling fluctuations: the visible energy of a section is gamma distributed.</summary>
    /// <param name="visible">Mean visible energy, [events, sections] [MeV].</param>
    /// <param name="stack">Effective media.</param>
    /// <param name="events">Primaries.</param>
    internal static Tensor Fluctuate(Tensor visible, StackProperties stack, EventBatch events)
    {
        int sections = (int)visible.shape[1];
        var normals = new double[events.Count * sections];
        events.Streams.Normals(events.First, events.Count, sections, RandomPurpose.Sampling, normals);
        return GammaNoise.Apply(visible.unsqueeze(2), stack.SamplingVariance * stack.VisibleFraction, normals)
            .squeeze(2);
    }

    // ln T and ln alpha of each event, correlated, [events].
    private static (Tensor Alpha, Tensor Maximum) Shape(
        StackProperties stack, Tensor logY, Tensor normals, double scale)
    {
        Tensor meanMaximum = logY - 0.812;
        Tensor meanAlpha = 0.81 + ((0.458 + (2.26 / stack.StackAtomicNumber)) * logY)
            + SamplingCalibration.ShapeChange(1 / stack.StackSamplingFrequency);
        Tensor sigmaMaximum = Width(SamplingCalibration.InverseMaximumWidth(logY));
        Tensor sigmaAlpha = Width((0.86 * logY) - 0.58);
        Tensor rho = 0.705 - (0.023 * logY);
        Tensor first = normals.select(1, 0);
        Tensor second = (rho * first) + ((1 - rho.square()).sqrt() * normals.select(1, 1));
        Tensor maximum = (meanMaximum.log() + (scale * sigmaMaximum * first)).exp();
        Tensor alpha = (meanAlpha.log() + (scale * sigmaAlpha * second)).exp();
        return (alpha.clamp_min(SmallestAlpha), maximum);
    }

    // e/mip of a section's energy over that of the whole shower, [events, sections]: 1 - k (u - mean u) / T. Linear in
    // the depth, so that its mean over a section is that at the section's mean depth, and over the whole shower 1.
    private static Tensor Ageing(StackProperties stack, Tensor alpha, Tensor beta, Tensor maximum, Tensor depth)
    {
        Tensor late = (depth - (alpha / beta).unsqueeze(1)) / maximum.unsqueeze(1);
        return (1 - (stack.AgeingSlope * late)).clamp_min(LeastResponse);
    }

    // 1 / x, at most 0.5 as in GFlash: the fits diverge towards the critical energy.
    private static Tensor Width(Tensor inverse) => 1 / inverse.clamp_min(2);

    private static double[] ConversionDepths(EventBatch events)
    {
        // The shape's normals use words 0 and 1 of the event's first block; the conversion has a block of its own.
        var uniform = new double[events.Count * 5];
        events.Streams.Uniforms(events.First, events.Count, 5, RandomPurpose.ShowerShape, uniform);
        return [.. Enumerable.Range(0, events.Count).Select(e => -ConversionDepth * Math.Log(uniform[(e * 5) + 4]))];
    }

    // Mean depth of a section's energy behind the front face [mm], [events, sections].
    private static Tensor Position(StackProperties stack, EventBatch events, Tensor depth, double[] start)
    {
        Tensor alongAxis = (depth + start.ToTensor(events.Count, 1)) / events.Slant.ToTensor(events.Count, 1);
        return stack.SectionStartLength + ((alongAxis - stack.SectionStart) * stack.RadiationLength);
    }

    // Radii [mm] and core fraction at a depth tau in units of the shower maximum, [events, sections].
    private static (Tensor Core, Tensor Tail, Tensor Mixture) Radial(StackProperties stack, Tensor energy, Tensor tau)
    {
        Tensor logE = (energy / Units.GeV).log().unsqueeze(1);
        Tensor z = stack.StackAtomicNumber, perFrequency = 1 / stack.StackSamplingFrequency;
        Tensor deficit = 1 - stack.StackRadialElectronToMip;
        Tensor early = perFrequency * (-tau).exp();
        Tensor core = 0.0251 + (0.00319 * logE) + ((0.1162 - (0.000381 * z)) * tau)
            - (0.0203 * deficit) + (0.0397 * early);
        Tensor tail = ((0.659 - (0.00309 * z)) * ((-2.59 * (tau - 0.645)).exp()
            + ((0.3585 + (0.0421 * logE)) * (tau.clamp_max(WidestTail) - 0.645)).exp())) - (0.14 * deficit) - (0.495 * early);
        Tensor bend = ((0.401 + (0.00187 * z)) - tau) / (1.313 - (0.0686 * logE));
        Tensor mixture = ((2.632 - (0.00094 * z)) * (bend - bend.exp()).exp())
            + (deficit * (0.348 - (0.642 * perFrequency * (-(tau - 1).square()).exp())));

        // The fit's expressions leave their physical range only where no energy is (far before or behind the maximum).
        return (
            CoreScale * core.clamp_min(0.005) * stack.MoliereRadius,
            TailScale * tail.clamp(0.05, 20) * stack.MoliereRadius, mixture.clamp(0, 1));
    }
}
