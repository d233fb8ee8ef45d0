using CoDesign.Physics;
using CoDesign.Physics.Materials;
using CoDesign.Physics.Scattering;
using CoDesign.Simulation.MonteCarlo.Processes;
using CoDesign.Simulation.MonteCarlo.Tables;
using CoDesign.Simulation.Random;
using Xunit;
using Xunit.Abstractions;

namespace CoDesign.Simulation.Tests.MonteCarlo.Processes;

public sealed class UrbanScatteringTests(ITestOutputHelper output)
{
    private const int Draws = 50_000;

    // The mean cosine of multiple scattering is exp(-t/lambda) by definition of lambda (Goudsmit and Saunderson,
    // 1940). Long steps keep it; in short ones Highland's core and its tail may be wider than that by themselves,
    // never narrower.
    [Theory]
    [InlineData("water", -1)]
    [InlineData("water", 1)]
    [InlineData("iron", -1)]
    [InlineData("lead", -1)]
    [InlineData("lead", 1)]
    public void Sample_AnyStep_ScattersAsMuchAsItsTransportPath(string name, int charge)
    {
        Material material = MaterialCatalogue.Get(name);
        var failures = new List<string>();
        foreach (double energy in new[] { 0.02, 0.3, 5, 200 })
        {
            foreach (double tau in new[] { 1e-3, 0.01, 0.1, 0.5, 2, 10 })
            {
                ScatteringStep step = Step(material, energy, charge, tau);
                var cosine = new Sample(Draw(material, step));
                double expected = tau < 8 ? Math.Exp(-tau) : 0;
                string line = $"{name} {energy} MeV, tau {tau}: 1 - cos {1 - cosine.Mean:g5} +- {cosine.MeanError:g2}, "
                    + $"expected {1 - expected:g5}";
                output.WriteLine(line);
                Assert.InRange(cosine.Quantile(0), -1, 1);
                double less = cosine.Mean - expected;
                if (less > 5 * cosine.MeanError || (tau >= 0.5 && less < -5 * cosine.MeanError))
                {
                    failures.Add(line);
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    // Highland's formula, the central 68 % of the projected angle: good to 11 % (PDG, RPP 2022, section 34.3).
    [Theory]
    [InlineData("aluminium", 0.001)]
    [InlineData("aluminium", 0.01)]
    [InlineData("iron", 0.001)]
    [InlineData("iron", 0.01)]
    [InlineData("iron", 0.1)]
    [InlineData("lead", 0.001)]
    [InlineData("lead", 0.01)]
    [InlineData("lead", 0.1)]
    public void Sample_ThinLayer_HasHighlandsWidth(string name, double depth)
    {
        const double Energy = 200;
        Material material = MaterialCatalogue.Get(name);
        var rng = new TransportRandom(42, 1);
        double path = MaterialTables.For(material, 0.7).Electron.TransportPath(Energy);
        double tau = depth * material.RadiationLength / path;
        var projected = new Sample([.. Draw(material, Step(material, Energy, -1, tau))
            .Select(cosine => Math.Acos(cosine) * Math.Cos(2 * Math.PI * rng.Uniform()))]);
        double highland = MultipleScattering.HighlandAngle(
            Particle.Electron.Momentum(Energy), Particle.Electron.Beta(Energy), depth);
        // Half width of the central 68 %: its error is 1.4 sigma/sqrt(n).
        double ratio = projected.HalfWidth68 / highland;
        output.WriteLine($"{name} {depth} X0: {ratio:f3} of Highland's {highland * 1000:f3} mrad");
        Assert.InRange(ratio, 0.89 - (5 * 1.4 / Math.Sqrt(Draws)), 1.11 + (5 * 1.4 / Math.Sqrt(Draws)));
    }

    [Fact]
    public void Sample_TinyStep_WidthGoesAsTheRoot()
    {
        Material lead = MaterialCatalogue.Get("lead");
        LeptonTable table = MaterialTables.For(lead, 0.7).Electron;
        const double Energy = 10;
        double path = table.TransportPath(Energy);
        double smallest = new UrbanScattering(lead).SmallestStep(Energy, path, -1);
        var whole = new Sample(Draw(lead, Step(lead, Energy, -1, 0.999 * smallest / path)));
        var part = new Sample(Draw(lead, Step(lead, Energy, -1, 0.0999 * smallest / path)));
        double ratio = (1 - whole.Quantile(0.5)) / (1 - part.Quantile(0.5));
        Assert.InRange(ratio, 9, 11);
    }

    [Fact]
    public void Sample_Positron_ScattersLess()
    {
        Material lead = MaterialCatalogue.Get("lead");
        ScatteringStep electron = Step(lead, 1, -1, 0.05);
        var less = new Sample(Draw(lead, electron with { Charge = 1 }));
        Assert.True(less.Quantile(0.5) > new Sample(Draw(lead, electron)).Quantile(0.5));
    }

    [Fact]
    public void Sample_ManyDraws_AllocatesNothing()
    {
        Material lead = MaterialCatalogue.Get("lead");
        ScatteringStep step = Step(lead, 1, -1, 0.05);
        var model = new UrbanScattering(lead);
        var rng = new TransportRandom(2, 1);
        model.Sample(step, ref rng);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            model.Sample(step, ref rng);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static ScatteringStep Step(Material material, double energy, int charge, double tau)
    {
        MaterialTables tables = MaterialTables.For(material, 0.7);
        double path = (charge < 0 ? tables.Electron : tables.Positron).TransportPath(energy);
        double smallest = tables.Scattering.SmallestStep(energy, path, charge);
        return new ScatteringStep(tau * path, energy, energy, path, path, smallest, charge);
    }

    private static double[] Draw(Material material, ScatteringStep step)
    {
        var model = new UrbanScattering(material);
        var rng = new TransportRandom(41, 1);
        var cosines = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            cosines[i] = model.Sample(step, ref rng);
        }

        return cosines;
    }
}
