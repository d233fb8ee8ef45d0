using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Spaces;
using CoDesign.Studies.Minimization;
using Xunit;

namespace CoDesign.Studies.Tests.Minimization;

public sealed class ProgramSpaceReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-space-").FullName;

    private string FileName => Path.Combine(_folder, "space.yaml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("{min: 0.1, max: 1.0000000000000002}", 0.1, 1.0000000000000002)]
    [InlineData("{min: 1, max: 1.0000000000000002}", 1, 1.0000000000000002)]
    [InlineData("{min: 1234567890123452, max: 1234567890123458, kind: integer}", 1234567890123452, 1234567890123458)]
    [InlineData("{min: -9007199254740992, max: 9007199254740992, kind: integer}", -9007199254740992, 9007199254740992)]
    [InlineData("{min: 3.1415926535897931, max: 1e300}", Math.PI, 1e300)]
    [InlineData("{min: 5e-324, max: 1.2345678901234567e-310, scale: log}", 5e-324, 1.2345678901234567e-310)]
    [InlineData("{min: 0.1 um, max: 0.30000000000000004 um}", 0.1, 0.30000000000000004)]
    [InlineData("{min: 1 mm, max: 3 cm}", 1, 30)]
    [InlineData("{min: 0, max: 0.7 cm}", 0, 0.7)]
    [InlineData("{min: 1 nm, max: 1.2345678901234567 um}", 1, 1234.5678901234567)]
    [InlineData("{min: 1 %, max: 0.29}", 1, 29)]
    [InlineData("{min: 0 rad, max: 180 deg}", 0, Math.PI)]
    [InlineData("{min: 10 mm, max: 5 cm, kind: integer, baseline: 2.0 cm}", 10, 50)]
    public void Read_Bounds_AreTheNumbersThatWereWritten(string parameter, double minimum, double maximum)
    {
        SearchVariable variable = Read(parameter).Variable;
        Assert.Equal((minimum, maximum), (variable.Minimum, variable.Maximum));
    }

    [Theory]
    [InlineData("{min: 0, max: 1e300, kind: integer}", "a.max: given 1e300, must be a whole number in [-9007199254740992, 9007199254740992]")]
    [InlineData("{min: 0, max: 9007199254740993, kind: integer}", "a.max: given 9007199254740993, must be a whole number in [")]
    [InlineData("{min: -9007199254740993, max: 0, kind: integer}", "a.min: given -9007199254740993, must be a whole number in [")]
    [InlineData("{min: 0, max: 9007199254740991.5, kind: integer}", "a.max: given 9007199254740991.5, must be a whole number")]
    [InlineData("{min: 1 mm, max: 2.55 cm, kind: integer}", "a.max: given 2.55 cm, must be a whole number of mm")]
    [InlineData("{min: -1e308, max: 1e308}", "a: given min -1e308 and max 1e308, must be a finite range")]
    [InlineData("{min: 0, max: 1e-400}", "a.max: given 1e-400, must be 0 or a number of 64 bits")]
    [InlineData("{min: 1, max: 1.0000000000000001}", "min must be below max; as numbers of 64 bits they are the same")]
    [InlineData("{min: 0, max: 1, baseline: 1.5}", "a.baseline: given 1.5, must be in [0, 1]")]
    [InlineData("{min: 0 mm, max: 1 cm, baseline: 2 cm}", "a.baseline: given 2 cm, must be in [0 mm, 1 cm]")]
    [InlineData("{min: 1 mm, max: 1 cm, baseline: 2}", "a.baseline: given 2, must have the dimension of min, 1 mm")]
    [InlineData("{min: 1, max: 9, kind: integer, baseline: 2.5}", "a.baseline: given 2.5, must be a whole number")]
    [InlineData("{choices: [lead, iron], baseline: led}", "a.baseline: given led, must be one of lead, iron; did you mean lead?")]
    [InlineData("{choices: [1.0, 1, 1e0]}", "a.choices: given 1.0 and 1, which are the same")]
    [InlineData("{choices: [2, 1, 0.01e2]}", "a.choices: given 1 and 0.01e2, which are the same")]
    [InlineData("{choices: [0, -0]}", "given 0 and -0,")]
    [InlineData("{choices: [-0.0, 0]}", "given -0.0 and 0,")]
    [InlineData("{choices: [1_000, 1000]}", "given 1_000 and 1000,")]
    [InlineData("{choices: [0x10, 16]}", "given 0x10 and 16,")]
    [InlineData("{choices: [true, True]}", "given true and True,")]
    [InlineData("{choices: [\"1\", 1]}", "given 1 twice")]
    [InlineData("{choices: [0.1, 0.1000000000000000000001]}", "given 0.1 and 0.1000000000000000000001,")]
    public void Read_NumbersThatCannotGoThrough_AreNamed(string parameter, string message)
    {
        StudyException e = Assert.Throws<StudyException>(() => Read(parameter));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Contains("space.yaml:1  parameters.a", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{choices: [9007199254740992, 9007199254740993]}")] // whole numbers need not be of 64 bits
    [InlineData("{choices: [1, 1.5, 1x]}")]
    [InlineData("{choices: [lead, Lead]}")]
    [InlineData("{choices: [1.0, 2.0], baseline: 1}")]
    [InlineData("{min: 0 mm, max: 1 cm, baseline: 0}")]
    [InlineData("{min: 1, max: 9, kind: integer, baseline: 3.0}")]
    public void Read_DifferentChoicesAndBaselinesInside_AreFine(string parameter) => Assert.Equal("a", Read(parameter).Name);

    [Theory]
    [InlineData("{min: 0, max: 1e300}")]
    [InlineData("{min: -8e307, max: 8e307}")]
    [InlineData("{min: 1e-320, max: 1e-310}")]
    [InlineData("{min: 1e-320, max: 1e300, scale: log}")]
    [InlineData("{min: 1e300, max: 1.0000000000000002e300, scale: log}")]
    [InlineData("{min: 1, max: 1.0000000000000002}")]
    [InlineData("{min: 9007199254740990, max: 9007199254740992, kind: integer}")]
    [InlineData("{min: 1234567890123452, max: 1234567890123458, kind: integer}")]
    [InlineData("{min: -9007199254740992, max: 9007199254740992, kind: integer}")]
    public void Suggest_ExtremeRange_EverySearchStaysInsideAndEnds(string parameter)
    {
        ProgramParameter read = Read(parameter);
        foreach (SearchMethod method in Enum.GetValues<SearchMethod>())
        {
            var space = new SearchSpace([read.Variable]);
            ISearch search = SearchFactory.Create(method, new() { Space = space, Evaluations = 9, Seed = 1 });
            List<CoDesign.Optimization.Trials.Observation> done = [];
            while (done.Count < 9 && search.Suggest(done, [], 1) is [var point])
            {
                Assert.True(space.Contains(point), $"{method}: {point[0]:R}");
                // The value itself as the objective: as extreme as the range.
                done.Add(new() { Point = point, Objectives = [point[0]], Gradients = [[1]] });
            }

            int different = done.Select(o => o.Point[0]).Distinct().Count();
            // A generation of the genetic search may be one and the same point of a range of two or three.
            Assert.True(different > 1 || method == SearchMethod.Nsga2, $"{method}: {different} of {done.Count}");
            Assert.InRange(search.Recommend(done), 0, done.Count - 1);
        }
    }

    private ProgramParameter Read(string parameter)
    {
        File.WriteAllText(FileName, $"parameters: {{a: {parameter}}}\n");
        return ProgramSpaceReader.Read(FileName, []).Parameters[0];
    }
}
