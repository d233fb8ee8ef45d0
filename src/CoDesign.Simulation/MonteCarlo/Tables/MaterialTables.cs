using System.Runtime.CompilerServices;
using CoDesign.Physics;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.MonteCarlo.Processes;

namespace CoDesign.Simulation.MonteCarlo.Tables;

/// <summary>All that transport needs of one material at one range cut; made at start from formulas.</summary>
internal sealed class MaterialTables
{
    // Tables are pure functions of material and cut: a design loop that asks again for the same ones gets the same
    // ones.
    private static readonly ConditionalWeakTable<Material, Dictionary<double, MaterialTables>> Made = [];

    private readonly double[] _photonTotal;

    private MaterialTables(Material material, double rangeCut)
    {
        Photon = new PhotonTable(material);
        _photonTotal = [.. Enumerable.Range(0, OctaveGrid.Nodes).Select(i => Total(OctaveGrid.Energy(i)))];
        double photonCut = PhotonCutOf(rangeCut);
        var builder = new LeptonTableBuilder(material, photonCut);
        double electronCut = Math.Max(OctaveGrid.Lowest, builder.Unrestricted().EnergyOfRange(rangeCut));
        Cuts = new ProductionCuts(material, electronCut, photonCut);
        Electron = builder.Build(Particle.Electron, electronCut);
        Positron = builder.Build(Particle.Positron, electronCut);
        Bremsstrahlung = new BremsstrahlungSampler(
            new Bremsstrahlung(material, Particle.Electron), photonCut, OctaveGrid.Highest);
        Scattering = new UrbanScattering(material);
        Fluctuation = new UrbanFluctuation(material);
        AtomicNumbers = [.. material.Composition.Select(c => c.Element.AtomicNumber)];
        PairSharing = [.. AtomicNumbers.Select(z => new PairSharing(z, Photon.LpmEnergy))];
    }

    /// <summary>Energies below which secondaries are not made.</summary>
    public ProductionCuts Cuts { get; }

    /// <summary>Cross sections of photons.</summary>
    public PhotonTable Photon { get; }

    /// <summary>Losses and cross sections of electrons.</summary>
    public LeptonTable Electron { get; }

    /// <summary>Losses and cross sections of positrons.</summary>
    public LeptonTable Positron { get; }

    /// <summary>Energies of radiated photons.</summary>
    public BremsstrahlungSampler Bremsstrahlung { get; }

    /// <summary>Angles of multiple scattering.</summary>
    public UrbanScattering Scattering { get; }

    /// <summary>Fluctuations of collision losses.</summary>
    public UrbanFluctuation Fluctuation { get; }

    /// <summary>Sharing of energy in pairs, by element.</summary>
    public PairSharing[] PairSharing { get; }

    /// <summary>Atomic number of each element.</summary>
    public int[] AtomicNumbers { get; }

    /// <summary>The tables of a material at a range cut; made once.</summary>
    /// <param name="material">The material.</param>
    /// <param name="rangeCut">Range cut [mm].</param>
    public static MaterialTables For(Material material, double rangeCut)
    {
        Dictionary<double, MaterialTables> byCut = Made.GetOrCreateValue(material);
        lock (byCut)
        {
            if (!byCut.TryGetValue(rangeCut, out MaterialTables? tables))
            {
                byCut[rangeCut] = tables = new MaterialTables(material, rangeCut);
            }

            return tables;
        }
    }

    /// <summary>Interactions of a photon per length [1/mm].</summary>
    /// <param name="bin">Bin of its energy on the octave grid.</param>
    /// <param name="fraction">Place in the bin.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double PhotonInteractions(int bin, double fraction)
    {
        double low = _photonTotal[bin];
        return low + (fraction * (_photonTotal[bin + 1] - low));
    }

    private double Total(double energy) => Photon.Total(energy, Math.Log(energy));

    // See ProductionCuts.PhotonPaths; where edges make the cross section rise again, the lowest such energy.
    private double PhotonCutOf(double rangeCut)
    {
        for (int node = 0; node < OctaveGrid.Nodes; node++)
        {
            if (_photonTotal[node] * rangeCut < ProductionCuts.PhotonPaths)
            {
                return Math.Max(OctaveGrid.Energy(node), 1 * Units.KeV);
            }
        }

        return OctaveGrid.Energy(OctaveGrid.Nodes - 2);
    }
}
