using CoDesign.Physics;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>Angle of multiple scattering after a step in one material: Urban's model.</summary>
/// <remarks>
/// <para>
/// The density of u = cos theta is q [p g1(u) + (1 - p) g2(u)] + (1 - q)/2: g1 ~ exp(-(1 - u)/x), the Gaussian core of
/// width theta0; g2 ~ (b - u)^-c the single-scattering tail; the flat rest for back scattering. p follows from
/// continuity of the density and its slope where the core passes into the tail, q from the mean &lt;u&gt; =
/// exp(-t/lambda), lambda the transport mean free path. theta0 is Highland's with a correction in Z that Urban fitted
/// to electron scattering data (Hanson 1951 and later), as are the tail's parameters: where core and tail alone are
/// wider than the mean allows, q is 1 and the mean cosine is smaller than that.
/// </para>
/// <para>
/// Source: L. Urban, CERN-OPEN-2006-077; Geant4 Physics Reference Manual, "Multiple scattering", from which the fitted
/// constants are. Valid for steps of 1e-3 to 8 transport mean free paths.
/// </para>
/// </remarks>
internal sealed class UrbanScattering
{
    private const double LargestAngle = Math.PI / 6;
    private const double Isotropic = 8;             // transport paths after which the direction is forgotten
    private const double LargestEnergyLoss = 0.5;   // of the step: beyond it only the moments are kept
    private const double HighlandConstant = 13.6 * Units.MeV;

    private readonly double _perRadiationLength;
    private readonly double _theta1;
    private readonly double _theta2;
    private readonly double _tail1;
    private readonly double _tail2;
    private readonly double _tail3;
    private readonly double _tail4;
    private readonly double _stepA;
    private readonly double _stepB;
    private readonly double _smallStep;
    private readonly PositronCorrection _positron;

    /// <summary>Scattering in a material.</summary>
    /// <param name="material">The material.</param>
    public UrbanScattering(Material material)
    {
        double z = material.EffectiveAtomicNumber;
        _perRadiationLength = 1 / material.RadiationLength;
        double w = Math.Pow(z, 1.0 / 6), z13 = w * w;
        double core = 0.990395 + (w * (-0.168386 + (w * 0.093286)));
        _theta1 = core * (1 - (8.7780e-2 / z));
        _theta2 = core * (4.0780e-2 + (1.7315e-4 * z));
        _tail1 = 2.3785 - (z13 * (4.1981e-1 - (z13 * 6.3100e-2)));
        _tail2 = 4.7526e-1 + (z13 * (1.7694 - (z13 * 3.3885e-1)));
        _tail3 = 2.3683e-1 - (z13 * (1.8111 - (z13 * 3.2774e-1)));
        _tail4 = 1.7888e-2 + (z13 * (1.9659e-2 - (z13 * 2.6664e-3)));
        _stepA = 15.99 / (1 + (0.119 * z));
        _stepB = 4.390 / (1 + (0.079 * z));
        _smallStep = Math.Pow(z, 2.0 / 3);
        LargestDistance = 0.96280 - (0.084848 * Math.Sqrt(z)) + (0.0043769 * z);
        _positron = new PositronCorrection(z);
    }

    /// <summary>Largest straight distance that an electron gets, as a share of its range: Urban's fit.</summary>
    public double LargestDistance { get; }

    /// <summary>Step below which the angle is scaled down from this step's instead of computed [mm].</summary>
    /// <param name="energy">Kinetic energy [MeV].</param>
    /// <param name="transportPath">Transport mean free path [mm].</param>
    /// <param name="charge">-1 or +1.</param>
    public double SmallestStep(double energy, double transportPath, int charge)
    {
        const double SlowElectron = 5 * Units.KeV, Floor = 1e-8 * Units.Mm;
        double step = transportPath * 1e-3 / (2e-3 + (energy * (_stepA + (_stepB * energy))));
        double limit = (charge < 0 ? 0.87 : 0.70) * _smallStep * step;
        return Math.Max(energy < SlowElectron ? limit * 0.5 * (1 + (energy / SlowElectron)) : limit, Floor);
    }

    /// <summary>Cosine of the polar angle after a step.</summary>
    /// <param name="step">What the step was.</param>
    /// <param name="rng">The event's random numbers.</param>
    public double Sample(in ScatteringStep step, ref TransportRandom rng)
    {
        double tau = step.Length / step.MeanTransportPath;
        if (tau >= Isotropic)
        {
            return (2 * rng.Uniform()) - 1;
        }

        if (step.EndEnergy < (1 - LargestEnergyLoss) * step.StartEnergy)
        {
            return FromMoments(tau, ref rng);
        }

        double small = Math.Min(step.SmallestStep, 1 * Units.Mm);
        bool tiny = step.Length < small;
        double depth = (tiny ? small : step.Length) * _perRadiationLength, logDepth = Math.Log(depth);
        double theta0 = Theta0(step, depth, logDepth);
        if (tiny)
        {
            theta0 *= Math.Sqrt(step.Length / small);
        }

        if (theta0 > LargestAngle)
        {
            return FromMoments(tau, ref rng);
        }

        double x = TwiceVersine(theta0 * theta0);
        if (x < 1e-14)
        {
            return 1;
        }

        // Logarithms of transport mean free paths over X0; depth over them is tau.
        double logMean = Math.Log(step.MeanTransportPath * _perRadiationLength);
        double logPath = tiny ? Math.Log(step.StartTransportPath * _perRadiationLength) : logMean;
        double u = Math.Exp((logDepth - logPath) * (1.0 / 6));
        double xi = Math.Max(1.9, _tail1 + (u * (_tail2 + (_tail3 * u))) + (_tail4 * logMean));
        return CoreAndTail(x, xi, tau, ref rng);
    }

    // 4 sin^2(theta/2) of theta^2, good to 1e-8 up to the largest angle.
    private static double TwiceVersine(double square) =>
        square * (1 - (square * (1.0 / 12) * (1 - (square * (1.0 / 30) * (1 - (square * (1.0 / 56)))))));

    // x: squared width of the core; xi: where the core ends, in units of x; the tail's power is c = xi.
    private static double CoreAndTail(double x, double xi, double tau, ref TransportRandom rng)
    {
        double mean = Math.Exp(-tau);
        double c = Math.Abs(xi - 3) < 0.001 ? 3.001 : Math.Abs(xi - 2) < 0.001 ? 2.001 : xi;
        double c1 = c - 1, atEnd = Math.Exp(-xi), inCore = 1 - atEnd;
        double coreMean = 1 - ((1 - ((1 + xi) * atEnd)) * x / inCore);
        if (coreMean <= 0.999 * mean)
        {
            return FromMoments(tau, ref rng);
        }

        double b1 = 2 + ((c - xi) * x), bx = c * x;
        double d = Math.Exp(c1 * Math.Log(bx / b1));
        double tailMean = (1 - (xi * x) + d - ((bx - (b1 * d)) / (c - 2))) / (1 - d);
        double core = atEnd / inCore, tail = c1 / (c * (1 - d));
        double p = tail / (core + tail);
        double q = mean / ((p * coreMean) + ((1 - p) * tailMean));
        if (rng.Uniform() >= q)
        {
            return (2 * rng.Uniform()) - 1;
        }

        if (rng.Uniform() < p)
        {
            return 1 + (Math.Log(atEnd + (rng.Uniform() * inCore)) * x);
        }

        double share = (1 - d) * rng.Uniform();
        return 1 + (x * (c - xi - (c * Math.Exp(-Math.Log(share + d) / c1))));
    }

    // A density a (1 + u)^a-like with the right mean and mean square; what is left when the step is too long for the
    // model.
    private static double FromMoments(double tau, ref TransportRandom rng)
    {
        double mean = Math.Exp(-tau), meanSquare = (1 + (2 * Math.Exp(-2.5 * tau))) / 3;
        double a = ((2 * mean) + (9 * meanSquare) - 3) / ((2 * mean) - (3 * meanSquare) + 1);
        double p = (a + 2) * mean / a;
        return rng.Uniform() < p
            ? -1 + (2 * Math.Exp(Math.Log(rng.Uniform()) / (a + 1)))
            : -1 + (2 * rng.Uniform());
    }

    // Width of the core after a depth in radiation lengths.
    private double Theta0(in ScatteringStep step, double depth, double logDepth)
    {
        const double Mass = PhysicalConstants.ElectronMass;
        double start = step.StartEnergy, end = step.EndEnergy;
        double inverseBetaMomentum2 =
            (start + Mass) * (end + Mass) / (start * (start + (2 * Mass)) * end * (end + (2 * Mass)));
        if (step.Charge > 0)
        {
            double factor = _positron.Factor(Math.Sqrt(start * end) / Mass);
            depth *= factor;
            logDepth += Math.Log(factor);
        }

        double theta0 = HighlandConstant * Math.Sqrt(depth * inverseBetaMomentum2) * (_theta1 + (_theta2 * logDepth));
        return Math.Max(theta0, 0);
    }
}
