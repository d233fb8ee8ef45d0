using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Configuration;
using Xunit;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>What is refused in studies of trackers.</summary>
public sealed class TrackerStudyKindTests
{
    [Theory]
    [InlineData("mu", "{fixed: 1 MeV}", "given 1 MeV, must be at least 10.6 MeV (beta gamma 0.1) for mu")]
    [InlineData("pi-", "{log_uniform: [5 MeV, 1 GeV]}", "given 5 MeV, must be at least 14 MeV (beta gamma 0.1) for pi-")]
    public void Load_MomentumBelowATenthOfTheMass_IsRefused(string particle, string momentum, string message)
    {
        Problem problem = Assert.Single(Assert.Throws<StudyException>(() => Load(particle, momentum)).Problems);
        Assert.EndsWith("events.momentum: " + message, problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mu", "{fixed: 10.6 MeV}")]
    [InlineData("e", "{list: [1 MeV, 1 GeV]}")]
    public void Load_MomentumOfATenthOfTheMass_IsTaken(string particle, string momentum) => Load(particle, momentum);

    private static Study Load(string particle, string momentum) => TrackerStudies.Load(
        "tracker-telescope", $"events.particle={particle}", $"events.momentum={momentum}");
}
