using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using Xunit;

namespace CoDesign.Physics.Tests.Electromagnetic;

public sealed class CrossSectionTests
{
    private const double Thomson = 8 * Math.PI / 3
        * PhysicalConstants.ClassicalElectronRadius * PhysicalConstants.ClassicalElectronRadius;

    [Fact]
    public void FreeElectron_LowEnergy_IsThomson()
    {
        Assert.Equal(1, ComptonScattering.FreeElectron(1e-9) / Thomson, 8);
        // Where series and closed form meet; the step of energy is 1e-9.
        double limit = 0.01 * PhysicalConstants.ElectronMass;
        Assert.Equal(
            1, ComptonScattering.FreeElectron(limit * (1 - 1e-9)) / ComptonScattering.FreeElectron(limit), 7);
    }

    // Integral of the Klein-Nishina formula over the angle, by Simpson's rule.
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(100)]
    public void FreeElectron_IsIntegralOfDifferential(double energy)
    {
        double k = energy / PhysicalConstants.ElectronMass;
        double r2 = PhysicalConstants.ClassicalElectronRadius * PhysicalConstants.ClassicalElectronRadius;
        // In w = ln(1 + k(1 - cos)), e = exp(-w): d(cos) = exp(w)/k dw.
        double integral = Simpson(0, Math.Log(1 + (2 * k)), w =>
        {
            double e = Math.Exp(-w), t = (Math.Exp(w) - 1) / k;
            return Math.PI * r2 * e * e * (e + (1 / e) - (t * (2 - t))) * Math.Exp(w) / k;
        });
        Assert.Equal(1, ComptonScattering.FreeElectron(energy) / integral, 9);
    }

    // The fit may fall by its error, a few parts in a thousand, where it is nearly 1.
    [Fact]
    public void BindingFactor_RisesWithoutSteps()
    {
        foreach (int z in PeriodicTable.All.Select(e => e.AtomicNumber))
        {
            double before = ComptonScattering.BindingFactor(z, 2e-4);
            for (double energy = 2.1e-4; energy < 1e4; energy *= 1.05)
            {
                double factor = ComptonScattering.BindingFactor(z, energy);
                Assert.InRange(factor, before * (1 - 3e-3), 1);
                Assert.True(factor / before < 1.15);
                before = factor;
            }
        }
    }

    [Fact]
    public void Photoelectric_Edges_JumpUpAndHighEnergyFallsAsInverse()
    {
        foreach (int z in PeriodicTable.All.Select(e => e.AtomicNumber))
        {
            foreach (double edge in Photoelectric.Edges(z))
            {
                double jump = Photoelectric.CrossSection(z, edge) / Photoelectric.CrossSection(z, edge * (1 - 1e-9));
                Assert.InRange(jump, 1.005, 15);
                Assert.Equal(edge, Photoelectric.BindingEnergy(z, edge * (1 + 1e-9)));
                Assert.True(Photoelectric.BindingEnergy(z, edge * (1 - 1e-9)) < edge);
            }

            // Above 1 MeV: falls as 1/E in the end, without a step where the fit ends.
            Assert.InRange(Photoelectric.CrossSection(z, 1e6) / Photoelectric.CrossSection(z, 1e5), 0.0995, 0.1005);
            double end = z > 10 ? 0.999 : 0.7999;
            double step = Photoelectric.CrossSection(z, end * 1.0001) / Photoelectric.CrossSection(z, end);
            Assert.InRange(step, 0.999, 1.0001);
        }
    }

    // Edges of iron and lead [keV]: Bearden and Burr, Rev. Mod. Phys. 39, 125 (1967), which XCOM uses.
    [Theory]
    [InlineData(26, 0, 7.112)]
    [InlineData(82, 0, 88.0045)]
    [InlineData(82, 1, 15.8608)]
    [InlineData(82, 3, 13.0352)]
    public void Edges_AreThoseMeasured(int z, int index, double expectedKeV) =>
        Assert.Equal(1, Photoelectric.Edges(z)[index] / (expectedKeV * Units.KeV), 3);

    // XCOM's photoelectric cross sections of lead, tin and manganese [ln(barn)], in the form distributed with EGSnrc
    // (xcom_photo.data); those of lead and manganese above 1 MeV fixed the extrapolation, the others nothing.
    [Theory]
    [InlineData(82, 0.5, 3.34674)]
    [InlineData(82, 1, 1.82873)]
    [InlineData(82, 3, -0.09938)]
    [InlineData(82, 10, -1.72037)]
    [InlineData(82, 1000, -6.55148)]
    [InlineData(50, 0.02, 8.28677)]
    [InlineData(50, 1, -0.40587)]
    [InlineData(50, 2, -1.67879)]
    [InlineData(50, 5, -3.02208)]
    [InlineData(50, 1000, -8.67443)]
    [InlineData(25, 0.02, 7.60140)]
    [InlineData(25, 0.5, -1.99437)]
    [InlineData(25, 2, -4.86032)]
    [InlineData(25, 10, -6.98366)]
    [InlineData(25, 1000, -11.73632)]
    public void Photoelectric_IsThatOfXcom(int z, double energy, double logBarn) => Assert.InRange(
        Photoelectric.CrossSection(z, energy) / (Math.Exp(logBarn) * 1e-28 * Units.Metre2), 0.97, 1.03);

    [Fact]
    public void PositronAnnihilation_LowEnergy_IsDirac()
    {
        // sigma v -> pi r_e^2 c.
        double r2 = PhysicalConstants.ClassicalElectronRadius * PhysicalConstants.ClassicalElectronRadius;
        double energy = 1e-8 * PhysicalConstants.ElectronMass, beta = Math.Sqrt(2e-8);
        Assert.Equal(1, PositronAnnihilation.CrossSection(energy) * beta / (Math.PI * r2), 3);
    }

    // Integral of the differential cross section of Heitler, section 27, over the photon's energy fraction.
    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(1000)]
    public void PositronAnnihilation_IsIntegralOfDifferential(double energy)
    {
        double r2 = PhysicalConstants.ClassicalElectronRadius * PhysicalConstants.ClassicalElectronRadius;
        double gamma = 1 + (energy / PhysicalConstants.ElectronMass), sum = gamma + 1;
        double half = 0.5 * Math.Sqrt((gamma - 1) / sum);
        double integral = Simpson(Math.Log(0.5 - half), Math.Log(0.5 + half), w =>
        {
            double e = Math.Exp(w);
            return Math.PI * r2 / (gamma - 1) * (1 - e + (((2 * gamma) - (1 / e)) / (sum * sum)));
        });
        Assert.Equal(1, PositronAnnihilation.CrossSection(energy) / integral, 6);
    }

    internal static double Simpson(double from, double to, Func<double, double> f, int intervals = 4000)
    {
        double h = (to - from) / intervals, sum = f(from) + f(to);
        for (int i = 1; i < intervals; i++)
        {
            sum += (i % 2 == 0 ? 2 : 4) * f(from + (i * h));
        }

        return sum * h / 3;
    }
}
