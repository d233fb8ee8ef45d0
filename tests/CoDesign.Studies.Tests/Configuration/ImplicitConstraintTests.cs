using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Results;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Configuration;

/// <summary>What a detector must keep to be one is a constraint where the space goes beyond it.</summary>
public sealed class ImplicitConstraintTests : IDisposable
{
    private const string CellWithinFace = "side of a cell over that of the face";

    private readonly TinyStudy _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void Load_SpaceOfDetectors_AddsNone() => Assert.Equal(["cost"], _tiny.Load().Constraints.Select(c => c.Name));

    [Fact]
    public void Load_SpaceWithCellsLargerThanTheFace_AddsThatConstraint()
    {
        Study study = Wide().Load();

        Assert.Equal(["cost", CellWithinFace], study.Constraints.Select(c => c.Name));
        var function = new DesignFunction(study.Method.Pipeline(study), study.Constraints);
        double[] baseline = [.. study.Geometry.Space.BaselineValues];
        Assert.True(function.Satisfied(baseline));
        Assert.False(function.Satisfied([baseline[0], 5000, baseline[2]]));
    }

    [Fact]
    public void Load_OnlyACornerOfTheSpaceIsNoDetector_AddsThatConstraint()
    {
        // 60 (4 mm + 1662.6 mm) is 100 m: only the upper ends of both bounds are beyond.
        _tiny.EditGeometry("absorber: {min: 1 mm, max: 4 mm", "absorber: {min: 1 mm, max: 841 mm")
            .EditGeometry("thickness: 4 mm}", "thickness: 20.83 * cell_size ^ 2 / 80 mm / 2}");
        Assert.Contains("depth of the calorimeter", _tiny.Load().Constraints.Select(c => c.Name));
    }

    [Fact]
    public void Satisfied_WithoutConstraints_KnowsTheLimits()
    {
        Study study = Wide().Load();
        Assert.False(new DesignFunction(study.Method.Pipeline(study), []).Satisfied(
            [study.Geometry.Space.BaselineValues[0], 5000, 25]));
    }

    [Fact]
    public void Run_SpaceWithCellsLargerThanTheFace_EndsInside()
    {
        StudySummary summary = Wide().Start("run");

        Assert.True(summary.Constraints[CellWithinFace].Satisfied);
        Assert.All(summary.Replicas, r => Assert.True(r.Parameters["cell_size"] <= 1000));
    }

    private TinyStudy Wide() =>
        _tiny.EditGeometry("cell_size: {min: 20 mm, max: 80 mm", "cell_size: {min: 20 mm, max: 8 m");
}
