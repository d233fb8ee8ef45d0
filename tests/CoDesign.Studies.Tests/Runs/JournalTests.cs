using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Runs;
using Xunit;

namespace CoDesign.Studies.Tests.Runs;

public sealed class JournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-journal-").FullName;

    private string FileName => Path.Combine(_folder, "journal.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Once_SamePiece_IsComputedOnceEvenAfterOpeningAgain()
    {
        double[] value = [1.0 / 3, double.NaN, double.PositiveInfinity, -0.0, 5e-324];
        int computed = 0;
        using (Journal journal = Journal.Open(FileName))
        {
            Assert.False(journal.Has("a"));
            Assert.Equal(value, journal.Once("a", () => Compute(1)));
            Assert.Equal(value, journal.Once("a", () => Compute(1)));
        }

        using (Journal journal = Journal.Open(FileName))
        {
            double[] again = journal.Once("a", () => Compute(1));
            Assert.Equal(value.Select(BitConverter.DoubleToInt64Bits), again.Select(BitConverter.DoubleToInt64Bits));
            Assert.True(journal.Seconds > 0);
            Assert.Equal("b", journal.Once("b", () => "b"));
        }

        Assert.Equal(1, computed);
        Assert.Equal(["a"], Journal.ReadAll<double[]>(FileName, "a").Select(v => v.Key));

        double[] Compute(int _)
        {
            computed++;
            return value;
        }
    }

    [Fact]
    public void Once_ComputationFails_WritesNothing()
    {
        Write(2);
        string before = File.ReadAllText(FileName);
        using (Journal journal = Journal.Open(FileName))
        {
            Assert.Throws<InvalidOperationException>(
                () => journal.Once<int>("x", () => throw new InvalidOperationException()));
            Assert.False(journal.Has("x"));
        }

        Assert.Equal(before, File.ReadAllText(FileName));
    }

    [Fact]
    public void Open_CutAtAnyByte_DropsTheTornLineAlone()
    {
        Write(3);
        byte[] whole = File.ReadAllBytes(FileName);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(FileName, whole[..length]);
            int lines = whole[..length].Count(b => b == '\n');
            using (Journal journal = Journal.Open(FileName))
            {
                Assert.Equal(length > 0 && whole[length - 1] != '\n', journal.DroppedTornLine);
                for (int i = 0; i < 3; i++)
                {
                    Assert.Equal(i < lines, journal.Has($"piece/{i}"));
                    Assert.Equal(i, journal.Once($"piece/{i}", () => i));
                }
            }

            Assert.Equal([0, 1, 2], Journal.ReadAll<int>(FileName, "piece/").Select(v => v.Value));
        }
    }

    [Fact]
    public void Open_AnyByteOfAnEarlierLineChanged_NamesTheLineAndChangesNothing()
    {
        Write(3);
        byte[] whole = File.ReadAllBytes(FileName);
        int second = Array.IndexOf(whole, (byte)'\n') + 1, third = Array.IndexOf(whole, (byte)'\n', second) + 1;
        for (int at = 0; at < third; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 1;
            File.WriteAllBytes(FileName, changed);

            Problem problem = Assert.Single(Assert.Throws<StudyException>(() => Journal.Open(FileName)).Problems);

            Assert.Equal((FileName, at < second ? 1 : 2), (problem.File, problem.Line));
            Assert.StartsWith("this line of the journal is corrupt: its checksum does not fit.", problem.Message);
            Assert.Equal(changed, File.ReadAllBytes(FileName));
        }
    }

    [Theory]
    [InlineData(new[] { 0, 2 }, 2)] // a line lost
    [InlineData(new[] { 1, 2 }, 1)] // the first lost
    [InlineData(new[] { 0, 2, 1 }, 2)] // two exchanged
    [InlineData(new[] { 0, 1, 1, 2 }, 3)] // one twice
    public void Open_LinesLostOrMoved_NamesTheFirstThatDoesNotFollow(int[] kept, int line)
    {
        Write(3);
        string[] lines = File.ReadAllLines(FileName);
        File.WriteAllText(FileName, string.Concat(kept.Select(k => lines[k] + "\n")));

        Assert.Equal(line, Assert.Throws<StudyException>(() => Journal.Open(FileName)).Problems[0].Line);
    }

    private void Write(int pieces)
    {
        using Journal journal = Journal.Open(FileName);
        for (int i = 0; i < pieces; i++)
        {
            journal.Once($"piece/{i}", () => i);
        }
    }
}
