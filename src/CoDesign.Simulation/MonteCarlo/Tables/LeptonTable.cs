using System.Runtime.CompilerServices;

namespace CoDesign.Simulation.MonteCarlo.Tables;

/// <summary>Losses, range and cross sections of electrons or positrons in one material on the
/// <see cref="OctaveGrid"/>.</summary>
internal sealed class LeptonTable
{
    private readonly LeptonNode[] _nodes;

    /// <summary>A table from its nodes; fills in ranges and majorants.</summary>
    /// <param name="nodes">[OctaveGrid.Nodes], all but these.</param>
    public LeptonTable(LeptonNode[] nodes)
    {
        _nodes = nodes;
        // Below the grid the loss is taken as proportional to sqrt(E).
        nodes[0].Majorant = nodes[0].Discrete;
        nodes[0].Range = 2 * OctaveGrid.Energy(0) / nodes[0].Loss;
        for (int i = 1; i < nodes.Length; i++)
        {
            double low = OctaveGrid.Energy(i - 1), high = OctaveGrid.Energy(i);
            nodes[i].Majorant = Math.Max(nodes[i - 1].Majorant, nodes[i].Discrete);
            nodes[i].Range = nodes[i - 1].Range + Integral(low, high, nodes[i - 1].Loss, nodes[i].Loss);
        }
    }

    /// <summary>Values at an energy by linear interpolation.</summary>
    /// <param name="energy">Kinetic energy [MeV].</param>
    /// <param name="bin">Bin of the energy, for <see cref="EnergyOfRange(double, int)"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LeptonNode At(double energy, out int bin)
    {
        bin = OctaveGrid.Bin(energy, out double f);
        ref LeptonNode low = ref _nodes[bin], high = ref _nodes[bin + 1];
        LeptonNode value;
        value.Loss = low.Loss + (f * (high.Loss - low.Loss));
        value.Range = low.Range + (f * (high.Range - low.Range));
        value.Discrete = low.Discrete + (f * (high.Discrete - low.Discrete));
        value.Majorant = low.Majorant + (f * (high.Majorant - low.Majorant));
        value.KnockOn = low.KnockOn + (f * (high.KnockOn - low.KnockOn));
        value.Annihilation = low.Annihilation + (f * (high.Annihilation - low.Annihilation));
        value.TransportPath = low.TransportPath + (f * (high.TransportPath - low.TransportPath));
        return value;
    }

    /// <summary>Transport mean free path at an energy [mm].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double TransportPath(double energy)
    {
        int bin = OctaveGrid.Bin(energy, out double f);
        double low = _nodes[bin].TransportPath;
        return low + (f * (_nodes[bin + 1].TransportPath - low));
    }

    /// <summary>Energy at a range, the exact inverse of the interpolated range.</summary>
    /// <param name="range">Range [mm], positive.</param>
    /// <param name="bin">Bin at or above the one of the result.</param>
    public double EnergyOfRange(double range, int bin)
    {
        while (bin >= 0 && _nodes[bin].Range > range)
        {
            bin--;
        }

        if (bin < 0)
        {
            double below = range / _nodes[0].Range;
            return OctaveGrid.Lowest * below * below;
        }

        double low = OctaveGrid.Energy(bin), high = OctaveGrid.Energy(bin + 1);
        double share = (range - _nodes[bin].Range) / (_nodes[bin + 1].Range - _nodes[bin].Range);
        return low + (share * (high - low));
    }

    /// <summary>Energy whose range is a given one, for production cuts.</summary>
    /// <param name="range">Range [mm], positive.</param>
    public double EnergyOfRange(double range) => EnergyOfRange(range, OctaveGrid.Nodes - 2);

    // Integral of dE/S with S linear between two energies.
    private static double Integral(double low, double high, double lossLow, double lossHigh)
    {
        double difference = (lossHigh - lossLow) / lossLow;
        double mean = Math.Abs(difference) < 1e-6 ? 1 - (difference / 2) : Math.Log(1 + difference) / difference;
        return (high - low) / lossLow * mean;
    }
}
