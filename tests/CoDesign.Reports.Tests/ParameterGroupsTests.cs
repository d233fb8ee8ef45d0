using CoDesign.Reports.Sections;
using Xunit;

namespace CoDesign.Reports.Tests;

public sealed class ParameterGroupsTests
{
    [Theory]
    [InlineData(12, 0)]
    [InlineData(13, 1)]
    public void Of_Elements_OnlyALongArrayIsOne(int count, int arrays)
    {
        ParameterGroups groups = ParameterGroups.Of(Names("position", count));
        Assert.Equal(arrays, groups.Arrays.Count);
        Assert.Equal(arrays == 0 ? count : 0, groups.Single.Count);
    }

    [Fact]
    public void Of_MixedNames_KeepsEachOnce()
    {
        string[] names =
            ["pitch", .. Names("position", 20).Reverse(), "x0_1", "thickness_2", .. Names("x_1", 14), "_3"];
        ParameterGroups groups = ParameterGroups.Of(names);
        Assert.Equal(["pitch", "x0_1", "thickness_2", "_3"], groups.Single);
        Assert.Equal(["position", "x_1"], groups.Arrays.Select(array => array.Prefix));
        Assert.Equal(names.Length, groups.Single.Count + groups.Arrays.Sum(array => array.Names.Count));
    }

    [Fact]
    public void Of_Elements_AreInTheOrderOfTheirNumbers()
    {
        ParameterArray array = Assert.Single(ParameterGroups.Of(Names("position", 40).Order()).Arrays);
        Assert.Equal("position_1 … position_40", array.Label);
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (double)i), array.Numbers);
    }

    [Fact]
    public void Of_NoNames_IsEmpty()
    {
        ParameterGroups groups = ParameterGroups.Of([]);
        Assert.Empty(groups.Single);
        Assert.Empty(groups.Arrays);
    }

    private static IEnumerable<string> Names(string prefix, int count) =>
        Enumerable.Range(1, count).Select(i => $"{prefix}_{i}");
}
