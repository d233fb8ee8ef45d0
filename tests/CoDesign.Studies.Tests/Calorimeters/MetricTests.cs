using CoDesign.Learning.Reconstruction;
using CoDesign.Physics;
using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Objectives;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Studies.Tests.Calorimeters;

public sealed class MetricTests
{
    private const int Count = 64;

    private static readonly MassResolution Eta = new() { Mass = 547.86 * Units.MeV, Distance = 12.6 * Units.Metre };

    [Fact]
    public void ExactEstimates_HaveNoDeviation()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0, Value(Eta, 1, 0), 1e-12);
        Assert.Equal(0, Value(new EnergyResolution(), 1, 0), 1e-12);
        Assert.Equal(0, Value(new PositionResolution(), 1, 0), 1e-12);
    }

    // m^2 ~ E1 E2: both energies wrong by the same factor make the mass wrong by that factor.
    [Theory]
    [InlineData(0.02)]
    [InlineData(-0.3)]
    public void EnergyError_OnBothPhotons_IsTheMassError(double relative)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Math.Abs(relative), Value(Eta, 1 + relative, 0), 1e-12);
        Assert.Equal(Math.Abs(relative), Value(new EnergyResolution(), 1 + relative, 0), 1e-12);
        Assert.Equal(0, Value(new PositionResolution(), 1 + relative, 0), 1e-12);
    }

    // m ~ sin(theta/2), r = 2 L tan(theta/2): dm/m = dr/r cos^2(theta/2). The first photon of each pair moves
    // outwards by d along x, the azimuth of the pair.
    [Fact]
    public void PositionError_AlongTheSeparation_IsItsShareOfTheMass()
    {
        using var scope = NewDisposeScope();
        const double Energy = 10_000, Shift = 1e-3;
        double sin2 = Eta.Mass * Eta.Mass / (4 * Energy * Energy);
        double separation = 2 * Eta.Distance * Math.Sqrt(sin2 / (1 - sin2));

        Assert.Equal(Shift / separation * (1 - sin2), Value(Eta, 1, Shift, Energy), 1e-10);
        Assert.Equal(Shift / 2, Value(new PositionResolution(), 1, Shift, Energy), 1e-12);
    }

    [Fact]
    public void PositionError_AcrossTheSeparation_LeavesTheMass()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0, Value(Eta, 1, 1, 10_000, azimuth: Math.PI / 2), 1e-12);
    }

    [Fact]
    public void Measure_ConstantDeviations_HasNoErrorAndDividesByTheRequirement()
    {
        using var scope = NewDisposeScope();
        var objective = new Objective(
        [
            new ObjectiveTerm(new EnergyResolution(), 0.02, 1), new ObjectiveTerm(new PositionResolution(), 2, 3),
        ]);
        (double value, double error, _) = objective.Measure(
            [full(Count, 0.0004, dtype: ScalarType.Float64), full(Count, 1.0, dtype: ScalarType.Float64)]);

        // (1 * 0.02/0.02 + 3 * 1/2) / 4
        Assert.Equal(0.625, value, 1e-12);
        Assert.Equal(0, error, 1e-12);
    }

    private static double Value(ShowerMetric metric, double ratio, double shift, double energy = 10_000, double azimuth = 0)
    {
        double[] odd = [.. Enumerable.Range(0, Count).Select(i => i % 2 == 0 ? shift : 0)];
        double[] energies = [.. Enumerable.Range(0, Count).Select(i => shift == 0 ? energy * (1 + i) : energy)];
        var sample = new Sample
        {
            Amplitude = zeros(Count, 1, 9, dtype: ScalarType.Float64),
            CellSize = tensor(40.0),
            CellCount = 3,
            Energy = tensor(energies),
            X = tensor([.. Enumerable.Range(0, Count).Select(i => 0.1 * i)]),
            Y = zeros(Count, dtype: ScalarType.Float64),
        };
        var estimates = new Estimates(sample.Energy * ratio, sample.X + tensor(odd), sample.Y);
        Tensor squares = metric.SquaredDeviations(estimates, sample, full(Count, azimuth, dtype: ScalarType.Float64));
        return metric.Value(squares).item<double>();
    }
}
