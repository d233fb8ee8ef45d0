using CoDesign.Detectors.Configuration;
using Xunit;

namespace CoDesign.Detectors.Tests.Configuration;

public sealed class NearMissTests
{
    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abcd", "abdc", 1)]
    [InlineData("same", "same", 0)]
    public void Distance_OfWords_CountsEdits(string a, string b, int expected)
    {
        Assert.Equal(expected, NearMiss.Distance(a, b));
        Assert.Equal(expected, NearMiss.Distance(b, a));
    }

    [Theory]
    [InlineData("learnig_rate", "learning_rate")]
    [InlineData("LearningRate", "learning_rate")]
    [InlineData("learning-rate", "learning_rate")]
    [InlineData("learningrate", "learning_rate")]
    [InlineData("timing_rate", null)]
    [InlineData("banana", null)]
    public void Find_OfMisspelling_IsTheWordMeant(string given, string? expected) =>
        Assert.Equal(expected, NearMiss.Find(given, ["steps", "learning_rate"]));
}
