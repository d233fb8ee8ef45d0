using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;
using Xunit;

namespace CoDesign.Simulation.Tests.Tracks;

public sealed class TrackSourceTests
{
    [Fact]
    public void Generate_Lists_OccurInEveryCombination()
    {
        TrackSource source = PlainTracker.Barrel.Source(1000, 2000) with
        {
            Polar = PolarSpectrum.Pseudorapidities(0, 1),
        };

        TrackBatch tracks = source.Generate(new EventStreams(1), 0, 8);

        Assert.Equal([1000, 2000, 1000, 2000, 1000, 2000, 1000, 2000], tracks.TransverseMomentum);
        Assert.Equal([-1, -1, -1, -1, 1, 1, 1, 1], tracks.Charge);
        Assert.Equal(Math.Sinh(1), tracks.Dip[2], 1e-12);
        Assert.Equal(0, tracks.Dip[4], 1e-12);
        Assert.Equal(PhysicalConstants.MuonMass, tracks.Mass);
    }

    [Fact]
    public void Generate_Planes_HasTheAngleToTheBeam()
    {
        TrackSource source = PlainTracker.Planes.Source(3000) with
        {
            MomentumKind = MomentumKind.Total,
            Polar = PolarSpectrum.Angles(0.25),
        };

        TrackBatch tracks = source.Generate(new EventStreams(1), 0, 100);

        for (int t = 0; t < 100; t++)
        {
            double cosDip = 1 / Math.Sqrt(1 + (tracks.Dip[t] * tracks.Dip[t]));
            Assert.Equal(Math.Cos(0.25), cosDip * Math.Cos(tracks.Azimuth[t]), 1e-12);
            Assert.Equal(3000, tracks.Momentum(t), 1e-9);
        }
    }

    [Fact]
    public void Generate_BeamSpot_HasItsWidths()
    {
        TrackSource source = PlainTracker.Barrel.Source(1000) with { BeamSpot = new BeamSpot(0.1, 0.2, 50) };

        TrackBatch tracks = source.Generate(new EventStreams(1), 0, 5000);

        Moments.VarianceIs(0.01, tracks.VertexX);
        Moments.VarianceIs(0.04, tracks.VertexY);
        Moments.VarianceIs(2500, tracks.VertexZ);
        Moments.MeanIs(0, tracks.Azimuth);
    }

    [Fact]
    public void Generate_InTwoBatches_GivesTheSameTracks()
    {
        TrackSource source = PlainTracker.Barrel.Source(1000, 3000, 9000);

        TrackBatch all = source.Generate(new EventStreams(3), 10, 50);
        TrackBatch later = source.Generate(new EventStreams(3), 30, 30);

        Assert.Equal(all.Azimuth[20..], later.Azimuth);
        Assert.Equal(all.TransverseMomentum[20..], later.TransverseMomentum);
        Assert.Equal(all.VertexZ[20..], later.VertexZ);
        Assert.Equal(all.Charge[20..], later.Charge);
    }

    [Fact]
    public void Particles_OfTwoMasses_AreRefused() => Assert.Throws<ArgumentException>(() =>
        PlainTracker.Barrel.Source(1000) with { Particles = [Particle.MuonMinus, Particle.Electron] });

    [Fact]
    public void At_FlatInPseudorapidity_HasItsEnds()
    {
        PolarSpectrum spectrum = PolarSpectrum.PseudorapidityBetween(-1, 2);

        Assert.Equal(-1, -Math.Log(Math.Tan(spectrum.At(0, 0) / 2)), 1e-12);
        Assert.Equal(0.5, -Math.Log(Math.Tan(spectrum.At(0, 0.5) / 2)), 1e-12);
        Assert.True(spectrum.Minimum < spectrum.Maximum);
    }
}
