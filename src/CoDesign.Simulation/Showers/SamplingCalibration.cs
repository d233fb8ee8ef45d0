using CoDesign.Physics;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Showers;

/// <summary>How a sampling stack differs from the closed forms, fitted to the embedded Monte Carlo.</summary>
/// <remarks>
/// <para>
/// Every constant is of tests/calibration/fit.py, fitted to tests/calibration/stacks.csv: 72 stacks at 1 GeV (900
/// electrons each) and 24 of them at 10 GeV (200 each), lead, tungsten, iron or copper of 0.5-10 mm with polystyrene,
/// liquid argon or silicon of 0.5-10 mm, periods of 0.05-2 X0, range cut 0.7 mm, made by tests/calibration/scan.py. Two
/// thirds were fitted. On the third held out: visible energy 1.9 % rms, sigma/E 3.6 % (of which the Monte Carlo's own
/// statistics are 3.2 %), mean depth 0.09 X0. Nothing was fitted to a measurement, or to another program.
/// </para>
/// <para>
/// Outside these ranges the forms keep their limits: e/mip tends to 1 for vanishing active layers and for a stack
/// that is all active, where the fluctuation vanishes too. Constants written with a unit have it. Differentiable in
/// every thickness.
/// </para>
/// </remarks>
public static class SamplingCalibration
{
    // 3.2 % at Ec in MeV and E in GeV: Rossi; Amaldi, Phys. Scr. 23 (1981) 409, eq. 4.9.
    private const double RossiCoefficient = 0.032;

    /// <summary>e/mip: response to electrons over that to minimum-ionising particles.</summary>
    /// <param name="atomicNumberDifference">Z of the absorber less that of the active material.</param>
    /// <param name="mipFraction">Share f of a minimum-ionising particle's loss that is in active layers.</param>
    /// <param name="activeLoss">Loss L of a minimum-ionising particle in an active layer [MeV].</param>
    /// <remarks>ln(e/mip) = -1.28 * 0.007 (Zp - Za) (1 - f) L / (L + 0.41 MeV). Grindhammer and Peters have 1 / (1 +
    /// 0.007 (Zp - Za)) for all thicknesses; the photo-electrons of the absorber reach through thin layers.</remarks>
    public static Tensor ElectronToMip(Tensor atomicNumberDifference, Tensor mipFraction, Tensor activeLoss) =>
        (-1.279 * 0.007 * atomicNumberDifference * (1 - mipFraction) * activeLoss / (activeLoss + 0.406)).exp();

    /// <summary>(sigma/E)^2 E [MeV] of the visible energy: Rossi's count of crossings, corrected.</summary>
    /// <param name="criticalEnergy">Critical energy Ec of the stack [MeV].</param>
    /// <param name="period">Period t [X0].</param>
    /// <param name="mipFraction">Share f of a minimum-ionising particle's loss that is in active layers.</param>
    /// <param name="activeLoss">Loss L of a minimum-ionising particle in an active layer [MeV].</param>
    /// <param name="absorberNumber">Atomic number Zp of the absorber.</param>
    /// <param name="activeNumber">Atomic number Za of the active material.</param>
    /// <remarks>(3.2 %)^2 GeV Ec t * 2.92 (L/MeV)^-0.449 (1 - f)^1.736 (Zp/82)^0.599 (Za/6)^-0.076 t^0.215. The
    /// correction stands for what the count leaves out: oblique paths, electrons that stop in a layer, Landau
    /// fluctuations in thin ones.</remarks>
    public static Tensor Variance(
        Tensor criticalEnergy, Tensor period, Tensor mipFraction, Tensor activeLoss, Tensor absorberNumber,
        Tensor activeNumber) =>
        RossiCoefficient * RossiCoefficient * Units.GeV * criticalEnergy * period
        * (1.073 - (0.449 * activeLoss.log()) + (1.736 * (1 - mipFraction).log())
            + (0.599 * (absorberNumber / 82).log()) - (0.076 * (activeNumber / 6).log())
            + (0.215 * period.log())).exp();

    /// <summary>How e/mip falls along a shower: k in e/mip(u) ~ 1 - k u/T, u the depth and T the
    /// maximum.</summary>
    /// <param name="atomicNumberDifference">Z of the absorber less that of the active material.</param>
    /// <param name="period">Period t [X0].</param>
    /// <returns>k = t^0.731 (0.142 + 0.155 * 0.007 (Zp - Za)).</returns>
    /// <remarks>Soft photons, which are absorbed where they are, take over from electrons as a shower ages.</remarks>
    public static Tensor AgeingSlope(Tensor atomicNumberDifference, Tensor period) =>
        period.pow(0.731) * (0.142 + (0.155 * 0.007 * atomicNumberDifference));

    /// <summary>Change of alpha by coarse sampling, to be added to Grindhammer and Peters' homogeneous form.</summary>
    /// <param name="period">Period t [X0].</param>
    public static Tensor ShapeChange(Tensor period) => -0.165 * period;

    /// <summary>1 / sigma(ln T), where the homogeneous form has -1.4 + 1.26 ln y.</summary>
    /// <param name="logY">ln y, y = E/Ec.</param>
    public static Tensor InverseMaximumWidth(Tensor logY) => 0.468 + (0.922 * logY);
}
