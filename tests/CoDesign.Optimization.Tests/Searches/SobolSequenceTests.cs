using System.Globalization;
using System.Runtime.CompilerServices;
using CoDesign.Optimization.Searches;
using Xunit;

namespace CoDesign.Optimization.Tests.Searches;

public sealed class SobolSequenceTests
{
    public static TheoryData<long, double[]> Reference()
    {
        var rows = new TheoryData<long, double[]>();
        foreach (string line in File.ReadLines(Beside("sobol.txt")).Where(l => !l.StartsWith('#')))
        {
            string[] words = line.Split(' ');
            rows.Add(
                long.Parse(words[0]), [.. words.Skip(2).Select(w => double.Parse(w, CultureInfo.InvariantCulture))]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Reference))]
    public void Point_WithoutShift_IsThatOfScipy(long index, double[] expected) =>
        Assert.Equal(expected, new SobolSequence(expected.Length, null).Point(index));

    [Theory]
    [InlineData(null)]
    [InlineData(7UL)]
    public void Point_FirstPowerOfTwo_PutsOnePointInEachInterval(ulong? seed)
    {
        const int Count = 256;
        var sequence = new SobolSequence(64, seed);
        double[][] points = [.. Enumerable.Range(0, Count).Select(i => sequence.Point(i))];
        for (int d = 0; d < 64; d++)
        {
            Assert.All(points, p => Assert.InRange(p[d], 0, 1 - 1e-12));
            Assert.Equal(Enumerable.Range(0, Count), points.Select(p => (int)(p[d] * Count)).Order());
        }
    }

    [Fact]
    public void Point_Seeds_ShiftApart()
    {
        double[] one = new SobolSequence(8, 1).Point(5), two = new SobolSequence(8, 2).Point(5);
        Assert.All(one.Zip(two), p => Assert.NotEqual(p.First, p.Second));
        Assert.Equal(one, new SobolSequence(8, 1).Point(5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void Constructor_DimensionsOutsideTheTable_Throws(int dimensions) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(dimensions, null));

    private static string Beside(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here) ?? "", name);
}
