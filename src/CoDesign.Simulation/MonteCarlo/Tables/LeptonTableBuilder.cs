using CoDesign.Physics;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;

namespace CoDesign.Simulation.MonteCarlo.Tables;

/// <summary>Computes the tables of electrons and positrons in a material from cross sections.</summary>
internal sealed class LeptonTableBuilder
{
    // Integrals over the bremsstrahlung spectrum are taken at every fourth node and interpolated: 1/8 octave apart they
    // are straight to 1e-3.
    private const int Stride = 4;

    private readonly Material _material;
    private readonly double _photonCut;

    /// <summary>A builder for a material.</summary>
    /// <param name="material">The material.</param>
    /// <param name="photonCut">Photons above it are made [MeV].</param>
    public LeptonTableBuilder(Material material, double photonCut) => (_material, _photonCut) = (material, photonCut);

    /// <summary>Electrons that lose all their energy continuously, for range cuts.</summary>
    public LeptonTable Unrestricted()
    {
        var collision = new CollisionLoss(_material, -1);
        var bremsstrahlung = new Bremsstrahlung(_material, Particle.Electron);
        double[] radiative = Interpolated(energy => bremsstrahlung.RadiativeLoss(energy, energy));
        return new LeptonTable([.. Enumerable.Range(0, OctaveGrid.Nodes).Select(i => new LeptonNode
        {
            Loss = collision.Restricted(OctaveGrid.Energy(i), OctaveGrid.Energy(i)) + radiative[i],
        })]);
    }

    /// <summary>The table of a particle.</summary>
    /// <param name="particle">Electron or positron.</param>
    /// <param name="electronCut">Knocked-on electrons above it are made [MeV].</param>
    public LeptonTable Build(Particle particle, double electronCut)
    {
        int charge = particle == Particle.Positron ? 1 : -1;
        var collision = new CollisionLoss(_material, charge);
        var radiation = new Bremsstrahlung(_material, particle);
        double[] soft = Interpolated(energy => radiation.RadiativeLoss(energy, _photonCut));
        double[] hard = Interpolated(energy => radiation.CrossSection(energy, _photonCut));
        (ElasticScattering Element, double Density)[] elastic =
        [
            .. _material.Composition.Select(c => (new ElasticScattering(c.Element, charge),
                _material.DensityGramPerCm3 * c.MassFraction * PhysicalConstants.Avogadro
                    / (c.Element.AtomicMassGramPerMole * Units.Cm3))),
        ];
        double electrons = _material.ElectronDensity;
        var nodes = new LeptonNode[OctaveGrid.Nodes];
        for (int i = 0; i < nodes.Length; i++)
        {
            double energy = OctaveGrid.Energy(i);
            double knockOn = electrons * DeltaRayProduction.CrossSection(charge, energy, electronCut);
            double annihilation = charge > 0 ? electrons * PositronAnnihilation.CrossSection(energy) : 0;
            nodes[i] = new LeptonNode
            {
                Loss = collision.Restricted(energy, electronCut) + soft[i],
                Discrete = knockOn + hard[i] + annihilation,
                KnockOn = knockOn,
                Annihilation = annihilation,
                TransportPath = 1 / elastic.Sum(e => e.Density * e.Element.TransportCrossSection(energy)),
            };
        }

        return new LeptonTable(nodes);
    }

    private static double[] Interpolated(Func<double, double> function)
    {
        var values = new double[OctaveGrid.Nodes];
        for (int i = 0; i < values.Length; i += Stride)
        {
            values[i] = function(OctaveGrid.Energy(i));
        }

        for (int i = 0; i < values.Length - 1; i++)
        {
            int low = i - (i % Stride), high = low + Stride;
            double share = (OctaveGrid.Energy(i) - OctaveGrid.Energy(low))
                / (OctaveGrid.Energy(high) - OctaveGrid.Energy(low));
            values[i] = i == low ? values[i] : values[low] + (share * (values[high] - values[low]));
        }

        return values;
    }
}
