using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;
using Xunit;
using Xunit.Abstractions;

namespace CoDesign.Simulation.Tests.MonteCarlo.Reference;

/// <summary>Geant4's example TestEm3: 50 layers of 2.3 mm lead and 5.7 mm liquid argon, 40 cm x 40 cm, 1 GeV
/// electrons.</summary>
/// <remarks>
/// The example's output is of 100 events; as the error of a resolution it prints sigma/E/sqrt(100), which is sqrt(2)
/// too much. With a cut of 0.7 mm (an early release): 774.0 MeV in lead, 215.7 MeV in argon, sigma/E 6.20 +- 0.62 % of
/// the argon's energy. With 1 mm (TestEm3.out of Geant4 11): 781.04 and 209.27 MeV, 7.436 +- 0.744 %. The width of the
/// lead's energy is 1.67 % there.
/// </remarks>
public sealed class TestEm3Tests(ITestOutputHelper output)
{
    private const double Events = 100;

    [Theory]
    [InlineData(0.7, 774.0, 215.7, 0.0620)]
    [InlineData(1, 781.04, 209.27, 0.07436)]
    public void Electrons_1GeV_DepositAsInGeant4(double cut, double lead, double argon, double resolution)
    {
        SlabBox box = Boxes.Sampling("lead", 2.3, "liquid-argon", 5.7, 50, 400);
        ShowerBatch batch = box.Simulate(
            Boxes.Electron(1000), 1000, rangeCut: cut, threads: Environment.ProcessorCount);
        var active = new Sample(batch.PerEvent(batch.Active));
        var passive = new Sample(batch.PerEvent(batch.Passive));
        Compare("argon [MeV]", active.Mean, active.MeanError, argon, argon * resolution / Math.Sqrt(Events));
        Compare("lead [MeV]", passive.Mean, passive.MeanError, lead, 16.7 / Math.Sqrt(Events));
        Compare(
            "sigma/E", active.Deviation / active.Mean, active.DeviationError / active.Mean, resolution,
            resolution / Math.Sqrt(2 * Events));
    }

    private void Compare(string what, double value, double error, double expected, double expectedError)
    {
        double both = Math.Sqrt((error * error) + (expectedError * expectedError));
        output.WriteLine($"{what}: {value:g5} +- {error:g3}, Geant4 {expected:g5} +- {expectedError:g3}: "
            + $"{(value - expected) / both:f2} sigma");
        Assert.InRange(Math.Abs(value - expected), 0, 5 * both);
    }
}
