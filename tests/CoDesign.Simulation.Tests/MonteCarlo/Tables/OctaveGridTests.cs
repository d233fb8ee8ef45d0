using CoDesign.Simulation.MonteCarlo.Tables;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Simulation.Tests.MonteCarlo.Tables;

public sealed class OctaveGridTests
{
    [Fact]
    public void Energy_Nodes_Are32AnOctave()
    {
        Assert.Equal(OctaveGrid.Lowest, OctaveGrid.Energy(0));
        Assert.Equal(OctaveGrid.Highest, OctaveGrid.Energy(OctaveGrid.Nodes - 1));
        Assert.Equal(1, OctaveGrid.Energy(10 * 32));
        for (int node = 0; node + 32 < OctaveGrid.Nodes; node++)
        {
            Assert.Equal(2 * OctaveGrid.Energy(node), OctaveGrid.Energy(node + 32));
            Assert.InRange(OctaveGrid.Energy(node + 1) / OctaveGrid.Energy(node), 1.015, 1.0313);
        }
    }

    [Fact]
    public void Bin_AnyEnergy_HoldsIt() => LogUniform(OctaveGrid.Lowest, OctaveGrid.Highest).Check(500, energy =>
    {
        int bin = OctaveGrid.Bin(energy, out double fraction);
        double low = OctaveGrid.Energy(bin), high = OctaveGrid.Energy(bin + 1);
        Assert.InRange(energy, low, high);
        Assert.InRange(fraction, 0, 1 - 1e-16);
        Assert.Equal(energy, low + (fraction * (high - low)), 1e-12 * energy);
    });

    [Fact]
    public void Bin_AtANode_IsItsOwn()
    {
        for (int node = 0; node < OctaveGrid.Nodes - 1; node++)
        {
            Assert.Equal(node, OctaveGrid.Bin(OctaveGrid.Energy(node), out double fraction));
            Assert.Equal(0, fraction);
        }
    }
}
