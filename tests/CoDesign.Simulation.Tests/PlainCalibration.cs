using CoDesign.Physics.Materials;
using CoDesign.Physics.Showers;

namespace CoDesign.Simulation.Tests;

/// <summary>The calibration of sampling stacks on plain numbers, to hold the tensors against.</summary>
internal static class PlainCalibration
{
    public static double ElectronToMip(TestStack stack)
    {
        (Material absorber, Material active, double loss, double mip) = Of(stack);
        double difference = absorber.EffectiveAtomicNumber - active.EffectiveAtomicNumber;
        return Math.Exp(-1.279 * 0.007 * difference * (1 - mip) * loss / (loss + 0.406));
    }

    public static double Variance(TestStack stack, SamplingMedium medium)
    {
        (Material absorber, Material active, double loss, double mip) = Of(stack);
        double period = 1 / medium.SamplingFrequency;
        return 1.024 * medium.CriticalEnergy * Math.Pow(period, 1.215) * Math.Exp(1.073) * Math.Pow(loss, -0.449)
            * Math.Pow(1 - mip, 1.736) * Math.Pow(absorber.EffectiveAtomicNumber / 82, 0.599)
            * Math.Pow(active.EffectiveAtomicNumber / 6, -0.076);
    }

    public static double AgeingSlope(TestStack stack, SamplingMedium medium)
    {
        (Material absorber, Material active, _, _) = Of(stack);
        double difference = absorber.EffectiveAtomicNumber - active.EffectiveAtomicNumber;
        return Math.Pow(medium.SamplingFrequency, -0.731) * (0.142 + (0.155 * 0.007 * difference));
    }

    private static (Material Absorber, Material Active, double Loss, double Mip) Of(TestStack stack)
    {
        Material absorber = MaterialCatalogue.Get(stack.Absorber), active = MaterialCatalogue.Get(stack.Active);
        double loss = stack.ActiveThickness * active.MinimumEnergyLoss;
        return (absorber, active, loss, loss / (loss + (stack.AbsorberThickness * absorber.MinimumEnergyLoss)));
    }
}
