using CoDesign.Optimization;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Tests.Pipelines;
using CoDesign.Studies.Trackers;
using Xunit;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>The gradient of the loss of the repository's studies, from the parameters to the objective.</summary>
[Collection(OneAfterTheOther.Name)]
public sealed class TrackerGradientTests
{
    private const int Tracks = 256;

    [Theory]
    [InlineData("tracker-vertex", "covariance")]
    [InlineData("tracker-vertex", "tracks")]
    [InlineData("tracker-its2", "covariance")]
    [InlineData("tracker-its2", "tracks")]
    [InlineData("tracker-gluckstern", "covariance")]
    [InlineData("tracker-telescope", "tracks")]
    public void Loss_EveryParameter_HasTheGradientOfTheDifferences(string name, string model)
    {
        (Study study, TrackerPipeline pipeline, double[] baseline) = Load(name, model);
        // At a bound the map from u is flat.
        double[] at = [.. baseline.Select(u => Math.Clamp(u, -3, 3))];
        Check(study, pipeline, at, new EventStreams(2), 0);
    }

    [Theory]
    [InlineData("tracker-vertex", "covariance", 5)]
    [InlineData("tracker-vertex", "tracks", 6)]
    [InlineData("tracker-its2", "covariance", 7)]
    [InlineData("tracker-its2", "tracks", 8)]
    public void Loss_AwayFromTheBaseline_HasTheGradientOfTheDifferences(string name, string model, int seed)
    {
        (Study study, TrackerPipeline pipeline, double[] baseline) = Load(name, model);
        var random = new Random(seed);
        Check(
            study, pipeline, [.. baseline.Select(u => Math.Clamp(u, -2, 2) + random.NextDouble() - 0.5)],
            new EventStreams(3), 1000);
    }

    [Theory]
    [InlineData("tracker-vertex")]
    [InlineData("tracker-its2")]
    public void Constraints_EveryParameter_HaveTheGradientOfTheDifferences(string name)
    {
        (Study study, TrackerPipeline pipeline, double[] baseline) = Load(name, "covariance");
        // Where two gaps are equal, as at a baseline of even distances, the smallest has a kink.
        double[] at = [.. baseline.Select((u, i) => u + (0.1 * Math.Sin(i)))];
        var function = new DesignFunction(pipeline, study.Constraints);
        FunctionEvaluation evaluation = function.Evaluate(at, new EventStreams(2), 0, 8);
        double step = Math.Cbrt(double.BitIncrement(1) - 1);
        for (int c = 0; c < evaluation.Constraints.Length; c++)
        {
            double[] difference = [.. at.Select((_, i) => (Value(i, step) - Value(i, -step)) / (2 * step))];
            double norm = Math.Sqrt(difference.Sum(d => d * d));
            Assert.True(norm > 0, study.Constraints[c].Name);
            Assert.All(
                difference.Zip(evaluation.Jacobian[c]),
                p => Assert.InRange((p.Second - p.First) / norm, -1e-6, 1e-6));

            double Value(int i, double move)
            {
                double[] moved = [.. at];
                moved[i] += move;
                return function.Constraints(moved).Values[c];
            }
        }
    }

    [Theory]
    [InlineData("covariance")]
    [InlineData("tracks")]
    public void Evaluate_SameTracks_IsTheSameBitForBit(string model)
    {
        (Study study, TrackerPipeline pipeline, double[] at) = Load("tracker-vertex", model);
        var function = new DesignFunction(pipeline, study.Constraints);
        FunctionEvaluation first = function.Evaluate(at, new EventStreams(1), 0, Tracks);
        FunctionEvaluation second = function.Evaluate(at, new EventStreams(1), 0, Tracks);
        Assert.Equal(first.Value, second.Value);
        Assert.Equal(first.Gradient, second.Gradient);
        Assert.Equal(first.Value, function.Value(at, new EventStreams(1), 0, Tracks));
    }

    // A fit of sampled hits rounds the loss at 1e-12, which the step cbrt(eps) would make 1e-7 of the slope: differences of
    // fourth order with a longer step, whose own error is some 1e-12 as well.
    private static void Check(Study study, TrackerPipeline pipeline, double[] at, EventStreams streams, long first)
    {
        const double Step = 1e-3;
        var function = new DesignFunction(pipeline, study.Constraints);
        double[] gradient = function.Evaluate(at, streams, first, Tracks).Gradient;
        double[] difference = [.. at.Select((_, i) => Slope(i))];
        double norm = Math.Sqrt(difference.Sum(d => d * d));
        Assert.True(norm > 0 && double.IsFinite(norm), $"the differences have the norm {norm}");
        Assert.All(study.Geometry.Space.Parameters.Select((p, i) => (p.Name, Number: i)), p => Assert.True(
            Math.Abs(gradient[p.Number] - difference[p.Number]) <= 1e-6 * norm,
            $"{p.Name}: autograd {gradient[p.Number]:g12}, difference {difference[p.Number]:g12}, norm {norm:g6}"));

        double Slope(int i) =>
            ((8 * (Value(i, Step) - Value(i, -Step))) - Value(i, 2 * Step) + Value(i, -2 * Step)) / (12 * Step);

        double Value(int i, double move)
        {
            double[] moved = [.. at];
            moved[i] += move;
            return function.Value(moved, streams, first, Tracks);
        }
    }

    private static (Study Study, TrackerPipeline Pipeline, double[] Baseline) Load(string name, string model)
    {
        // A sampled deviation may be close to zero, where its logarithm is too curved for differences.
        string[] rms = model == "tracks" && name is "tracker-vertex" or "tracker-its2"
            ? ["objective[0].average=rms", "objective[1].average=rms"] : [];
        rms = [.. rms, .. model == "tracks" && name == "tracker-its2" ? (string[])["objective[2].average=rms"] : []];
        Study study = TrackerStudies.Load(name, [$"simulation.model={model}", .. rms]);
        TrackerPipeline pipeline = ((TrackerMethod)study.Method).Tracks(study);
        return (study, pipeline, new DesignFunction(pipeline, study.Constraints).Unconstrained(
            [.. study.Geometry.Space.BaselineValues]));
    }
}
