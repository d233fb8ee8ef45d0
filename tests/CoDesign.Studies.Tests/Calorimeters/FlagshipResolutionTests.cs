using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Tests.Pipelines;
using TorchSharp;
using Xunit;

namespace CoDesign.Studies.Tests.Calorimeters;

[Collection(OneAfterTheOther.Name)]
public sealed class FlagshipResolutionTests
{
    // LHCb Collaboration, JINST 3 (2008) S08005, section 6.2: sigma/E = (8.5 ... 9.5) %/sqrt(E) (+) 0.8 %. Photons of
    // 3 GeV to 100 GeV in equal bins of the logarithm, as the study bins and fits them.
    [Fact]
    public void Test_Baseline_HasTheStochasticTermOfTheTestBeam()
    {
        const int Bins = 8;
        Study study = FlagshipStudy.Load();
        using DisposeScope scope = torch.NewDisposeScope();
        var tested = (TestedShowers)FlagshipStudy.Pipeline(study).Test(
            study.Geometry.Space.Baseline(), ResponseForm.Hard, new EventStreams(1), 16384, new EventStreams(2), 32768);
        EventSource events = ((CalorimeterMethod)study.Method).Events;
        double low = events.Energy.Minimum, ratio = events.Energy.Maximum / low;
        var bins = tested.Energy.Zip(tested.EnergyRatio)
            .GroupBy(e => (int)(Bins * Math.Log(e.First / low) / Math.Log(ratio)))
            .Select(g =>
            {
                double mean = g.Average(e => e.Second);
                double sigma = Math.Sqrt(g.Average(e => Math.Pow(e.Second - mean, 2))) / mean;
                return (
                    Energy: g.Average(e => e.First) / Units.GeV, Sigma: sigma,
                    Error: sigma / Math.Sqrt(2.0 * g.Count()));
            })
            .ToArray();
        QuadratureFit fit = ResolutionFit.To(
            [.. bins.Select(b => b.Energy)], [.. bins.Select(b => b.Sigma)], [.. bins.Select(b => b.Error)]);
        Assert.InRange(fit.Terms[0], 0.08, 0.11);
        Assert.InRange(fit.Terms[1], 0.005, 0.012);
    }
}
