using CoDesign.Detectors.Space;
using CoDesign.Physics;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Tests.Space;

public sealed class DesignSpaceTests
{
    private static readonly DesignSpace Example = new([
        Continuous("gap", -2, 6, 1),
        Continuous("thickness", 0.5, 40, 2) with { Scale = ParameterScale.Log },
        new DesignParameter { Name = "bits", Kind = ParameterKind.Integer, Minimum = 8, Maximum = 14, Baseline = 12 },
        new DesignParameter
        {
            Name = "absorber",
            Kind = ParameterKind.Choice,
            Minimum = 0,
            Maximum = 2,
            Baseline = 1,
            Choices = ["lead", "iron", "tungsten"],
        },
    ]);

    [Fact]
    public void ToUnconstrained_ThenToTheta_IsIdentityOverRandomDraws()
    {
        using var scope = NewDisposeScope();
        var random = new Random(11);
        for (var draw = 0; draw < 200; draw++)
        {
            double[] theta = [.. Example.Parameters.Select(p =>
                p.Minimum + (p.Maximum - p.Minimum) * (0.002 + 0.996 * random.NextDouble()))];
            var back = Example.ToTheta(Example.ToUnconstrained(tensor(theta, dtype: float64))).data<double>().ToArray();
            for (var i = 0; i < theta.Length; i++)
            {
                Assert.Equal(theta[i], back[i], 1e-11 * Example.Parameters[i].Maximum);
            }
        }
    }

    [Theory]
    [InlineData(-1e6)]
    [InlineData(-40)]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(1e6)]
    public void ToTheta_OfAnyNumber_LiesWithinBounds(double u)
    {
        using var scope = NewDisposeScope();
        var theta = Example.ToTheta(full(4, u, dtype: float64)).data<double>().ToArray();
        for (var i = 0; i < theta.Length; i++)
        {
            var slack = 1e-12 * Example.Parameters[i].Maximum;
            Assert.InRange(theta[i], Example.Parameters[i].Minimum - slack, Example.Parameters[i].Maximum + slack);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ToUnconstrained_AtBound_IsFiniteAndComesBackClose(int end)
    {
        using var scope = NewDisposeScope();
        double[] theta = [.. Example.Parameters.Select(p => end == 0 ? p.Minimum : p.Maximum)];

        var u = Example.ToUnconstrained(tensor(theta, dtype: float64));
        var back = Example.ToTheta(u).data<double>().ToArray();

        Assert.All(
            u.data<double>().ToArray(), value => Assert.Equal(DesignSpace.UnconstrainedLimit, Math.Abs(value), 1e-9));
        for (var i = 0; i < theta.Length; i++)
        {
            var p = Example.Parameters[i];
            var isLog = p.Scale == ParameterScale.Log;
            var range = isLog ? Math.Log(p.Maximum / p.Minimum) : p.Maximum - p.Minimum;
            var distance = isLog ? Math.Log(back[i] / theta[i]) : back[i] - theta[i];
            Assert.InRange(Math.Abs(distance) / range, 0, 1e-3);
        }
    }

    [Fact]
    public void ToTheta_Gradient_AgreesWithDifferences()
    {
        double[] weights = [0.3, -1.2, 0.7, 2.0];
        CentralDifference.Check(
            u => (Example.ToTheta(u) * tensor(weights, dtype: float64)).sum(), [0.2, -1.4, 2.5, 0]);
    }

    [Fact]
    public void ToTheta_OfLargeLinearValues_HasFiniteGradient()
    {
        // exp(1e5) of the branch not taken would poison the gradient.
        using var scope = NewDisposeScope();
        var space = new DesignSpace(
            [Continuous("a", 0, 1e5, 5e4), Continuous("b", 1, 2, 1.5) with { Scale = ParameterScale.Log }]);
        var u = zeros(2, dtype: float64).requires_grad_(true);

        space.ToTheta(u).sum().backward();

        var gradient = u.grad ?? throw new InvalidOperationException("no gradient");
        Assert.All(gradient.data<double>().ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void ToTheta_OfBatch_MapsEachRow()
    {
        using var scope = NewDisposeScope();
        var theta = Example.ToTheta(zeros(3, 4, dtype: float64));

        Assert.Equal([3, 4], theta.shape);
        Assert.Equal(2, theta.select(0, 2).select(0, 0).item<double>(), 1e-12);
        Assert.Equal(Math.Sqrt(0.5 * 40), theta.select(0, 1).select(0, 1).item<double>(), 1e-12);
    }

    [Fact]
    public void ThetaFromUnitCube_OfCorners_IsBounds()
    {
        var low = Example.ThetaFromUnitCube([0, 0, 0, 0]);
        var high = Example.ThetaFromUnitCube([1, 1, 1, 1]);
        for (var i = 0; i < low.Length; i++)
        {
            Assert.Equal(Example.Parameters[i].Minimum, low[i], 1e-12);
            Assert.Equal(Example.Parameters[i].Maximum, high[i], 1e-12);
            Assert.InRange(low[i], Example.Parameters[i].Minimum, Example.Parameters[i].Maximum);
            Assert.InRange(high[i], Example.Parameters[i].Minimum, Example.Parameters[i].Maximum);
        }
    }

    [Fact]
    public void ThetaFromUnitCube_OfIntegerAndChoice_GivesEachValueTheSameShare()
    {
        const int points = 21000;
        var bits = new int[15];
        var choices = new int[3];
        for (var i = 0; i < points; i++)
        {
            var unit = (i + 0.5) / points;
            var theta = Example.ThetaFromUnitCube([0.5, 0.5, unit, unit]);
            bits[(int)theta[2]]++;
            choices[(int)theta[3]]++;
        }

        Assert.All(bits[8..], count => Assert.InRange(count, 2999, 3001));
        Assert.All(choices, count => Assert.InRange(count, 6999, 7001));
    }

    [Fact]
    public void ThetaFromUnitCube_OfLogScale_IsUniformInTheLogarithm() =>
        Assert.Equal(Math.Sqrt(0.5 * 40), Example.ThetaFromUnitCube([0, 0.5, 0, 0])[1], 1e-12);

    [Fact]
    public void Baseline_OfSpace_IsExact()
    {
        using var scope = NewDisposeScope();
        var design = Example.Baseline();

        Assert.Equal([1, 2, 12, 1], design.Values);
        Assert.Equal("iron", design.Choice("absorber"));
        Assert.Equal("2 mm", design.Format("thickness"));
        Assert.Equal("iron", design.Format("absorber"));
        Assert.Equal(12, design["bits"].item<double>());
        Assert.Throws<KeyNotFoundException>(() => design.Value("nothing"));
        Assert.Throws<ArgumentException>(() => design.Choice("bits"));
    }

    [Fact]
    public void Rounded_OfRelaxedDesign_IsWhole()
    {
        using var scope = NewDisposeScope();
        var design = Example.AtValues([0.4, 2.3, 11.6, 1.7]).Rounded();

        Assert.Equal([0.4, 2.3, 12, 2], design.Values);
        Assert.Equal("tungsten", design.Choice("absorber"));
    }

    [Fact]
    public void Freeze_OfName_KeepsItsBaselineInDesigns()
    {
        using var scope = NewDisposeScope();
        var space = Example.Freeze("thickness", "absorber");
        var design = space.AtValues([3, 9]);

        Assert.Equal(["gap", "bits"], space.Parameters.Select(p => p.Name));
        Assert.Equal(2, design.Value("thickness"));
        Assert.Equal(2, design["thickness"].item<double>());
        Assert.Equal("iron", design.Choice("absorber"));
        Assert.Equal(9, design.Value("bits"));
        Assert.Throws<ArgumentException>(() => space.Freeze("thickness"));
    }

    [Fact]
    public void WithOverrides_OfParameter_Replaces()
    {
        var space = Example.WithOverrides(Continuous("gap", 0, 1, 0.5));

        Assert.Equal(0.5, space.BaselineValues[0]);
        Assert.Equal(2, space.BaselineValues[1]);
        Assert.Throws<ArgumentException>(() => Example.WithOverrides(Continuous("gop", 0, 1, 0.5)));
    }

    [Theory]
    [InlineData(3, 2, 2.5, ParameterScale.Linear, "given min 3 mm and max 2 mm, min must be below max")]
    [InlineData(0, 2, 1, ParameterScale.Log, "given min 0 mm on a log scale, must be above 0")]
    [InlineData(1, 2, 3, ParameterScale.Linear, "given 3 mm, must be in [1 mm, 2 mm]")]
    public void Fault_OfParameter_IsSaid(
        double minimum, double maximum, double baseline, ParameterScale scale, string fault)
    {
        var parameter = Continuous("a", minimum, maximum, baseline) with { Scale = scale };

        Assert.Equal(fault, parameter.BoundsFault() ?? parameter.BaselineFault());
        Assert.Equal(
            $"a: {fault} (Parameter 'parameters')",
            Assert.Throws<ArgumentException>(() => new DesignSpace([parameter])).Message);
    }

    private static DesignParameter Continuous(string name, double minimum, double maximum, double baseline) => new()
    {
        Name = name,
        Unit = "mm",
        Dimension = Dimension.OfLength,
        Kind = ParameterKind.Continuous,
        Minimum = minimum,
        Maximum = maximum,
        Baseline = baseline,
    };
}
