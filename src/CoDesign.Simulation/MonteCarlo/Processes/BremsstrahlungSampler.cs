using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>Energies of bremsstrahlung photons above a cut, in one material, of electrons or of positrons.</summary>
/// <remarks>
/// With x = ln(k/cut)/ln(T/cut) in (0, 1) the spectrum dSigma/dx changes slowly with ln T. Tables of it stand on a grid
/// in ln T; a draw takes one of the two neighbours by chance, with the weights of linear interpolation, so no element
/// and no kinematic limit has to be thought of. A table has bins of equal width with their exact integrals, a straight
/// line inside a bin, and the alias method (Walker, ACM Trans. Math. Softw. 3, 253, 1977): two random numbers and one
/// exponential a photon.
/// </remarks>
public sealed class BremsstrahlungSampler
{
    private const int Bins = 128;
    private const double RowsPerFold = 7; // rows per factor e of T: about 16 per decade

    private readonly Bin[] _bins;
    private readonly int _rows;
    private readonly double _logCut;
    private readonly double _logFirst;
    private readonly double _rowsPerLog;

    /// <summary>Makes the tables.</summary>
    /// <param name="bremsstrahlung">The cross sections of the material and particle.</param>
    /// <param name="photonCut">Cut on the photon energy [MeV], positive.</param>
    /// <param name="highestEnergy">Highest kinetic energy [MeV], above the cut; above it the last table holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cut is not positive or not below the highest
    /// energy.</exception>
    public BremsstrahlungSampler(Bremsstrahlung bremsstrahlung, double photonCut, double highestEnergy)
    {
        ArgumentNullException.ThrowIfNull(bremsstrahlung);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(photonCut);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(highestEnergy, photonCut);
        PhotonCut = photonCut;
        _logCut = Math.Log(photonCut);
        _logFirst = _logCut + Math.Min(0.02, Math.Log(highestEnergy / photonCut) / 2);
        double span = Math.Log(highestEnergy) - _logFirst;
        _rows = 1 + (int)Math.Ceiling(span * RowsPerFold);
        _rowsPerLog = (_rows - 1) / span;
        _bins = new Bin[_rows * Bins];
        for (int row = 0; row < _rows; row++)
        {
            double kinetic = row == _rows - 1 ? highestEnergy : Math.Exp(_logFirst + (row / _rowsPerLog));
            FillRow(bremsstrahlung, kinetic, _bins.AsSpan(row * Bins, Bins));
        }
    }

    /// <summary>Cut on the photon energy [MeV].</summary>
    public double PhotonCut { get; }

    /// <summary>Draws the energy of a photon.</summary>
    /// <param name="kinetic">Kinetic energy T of the electron or positron [MeV], above the cut.</param>
    /// <param name="logKinetic">ln(T/MeV).</param>
    /// <param name="rng">Random numbers.</param>
    /// <returns>Photon energy [MeV], from the cut to T.</returns>
    public double SampleEnergy(double kinetic, double logKinetic, ref TransportRandom rng)
    {
        // One number gives row and bin: row by its low bits against the weight, bin by the alias method.
        double place = Math.Clamp((logKinetic - _logFirst) * _rowsPerLog, 0, _rows - 1);
        int row = (int)place;
        ulong bits = rng.Bits();
        if ((uint)bits * (1.0 / 4294967296.0) < place - row)
        {
            row++;
        }

        double scaled = (bits >> 32) * (Bins / 4294967296.0);
        int index = (int)scaled;
        ref Bin bin = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bins), (row * Bins) + index);
        if (scaled - index >= bin.Keep)
        {
            index = bin.Alias;
            bin = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bins), (row * Bins) + index);
        }

        // Density 1 + slope (2 u - 1) on (0, 1): inverse of its integral in the form that is stable at slope 0.
        double u = rng.Uniform(), slope = bin.Slope, low = 1 - slope;
        double within = 2 * u / (low + Math.Sqrt((low * low) + (4 * slope * u)));
        double x = (index + within) * (1.0 / Bins);
        return Math.Clamp(Math.Exp(_logCut + (x * (logKinetic - _logCut))), PhotonCut, kinetic);
    }

    private void FillRow(Bremsstrahlung bremsstrahlung, double kinetic, Span<Bin> row)
    {
        // Simpson's rule in every bin, the line through its ends; a line must not fall below zero.
        double step = (Math.Log(kinetic) - _logCut) / Bins;
        double left = bremsstrahlung.ScaledCrossSection(kinetic, PhotonCut);
        Span<double> shares = stackalloc double[Bins];
        double sum = 0;
        for (int i = 0; i < Bins; i++)
        {
            double middle = bremsstrahlung.ScaledCrossSection(kinetic, Math.Exp(_logCut + ((i + 0.5) * step)));
            double end = i == Bins - 1 ? kinetic * (1 - 1e-6) : Math.Exp(_logCut + ((i + 1) * step));
            double right = bremsstrahlung.ScaledCrossSection(kinetic, end);
            shares[i] = (left + (4 * middle) + right) / 6;
            row[i].Slope = (float)Math.Clamp((right - left) / (2 * shares[i]), -1, 1);
            sum += shares[i];
            left = right;
        }

        MakeAlias(shares, Bins / sum, row);
    }

    // Vose, IEEE Trans. Softw. Eng. 17, 972 (1991).
    private static void MakeAlias(Span<double> shares, double scale, Span<Bin> row)
    {
        Span<int> small = stackalloc int[Bins], large = stackalloc int[Bins];
        int smalls = 0, larges = 0;
        for (int i = 0; i < Bins; i++)
        {
            shares[i] *= scale;
            row[i].Keep = 1;
            row[i].Alias = i;
            _ = shares[i] < 1 ? small[smalls++] = i : large[larges++] = i;
        }

        while (smalls > 0 && larges > 0)
        {
            int poor = small[--smalls], rich = large[larges - 1];
            row[poor].Keep = shares[poor];
            row[poor].Alias = rich;
            shares[rich] -= 1 - shares[poor];
            if (shares[rich] < 1)
            {
                larges--;
                small[smalls++] = rich;
            }
        }
    }

    private struct Bin
    {
        public double Keep;
        public int Alias;
        public float Slope;
    }
}
