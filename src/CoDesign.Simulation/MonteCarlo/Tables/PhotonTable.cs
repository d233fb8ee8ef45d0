using CoDesign.Physics;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.MonteCarlo.Processes;

namespace CoDesign.Simulation.MonteCarlo.Tables;

/// <summary>Photon cross sections of a material: total, process and element of an interaction.</summary>
/// <remarks>
/// 64 bins a decade from 1 keV to 1 TeV, linear in ln E: within 0.5 % of the cross sections it is made from. Where that
/// would not do for the photoelectric part (bins with an absorption edge or fine structure behind one) it is evaluated.
/// </remarks>
public sealed class PhotonTable
{
    /// <summary>Lowest energy [MeV]; below it the values there are used.</summary>
    public const double LowestEnergy = 1 * Units.KeV;

    /// <summary>Highest energy [MeV]; above it the values there are used.</summary>
    public const double HighestEnergy = 1 * Units.TeV;

    private const int BinsPerDecade = 64;
    private const int Bins = 9 * BinsPerDecade;
    private const int Processes = 3;
    private const double LargestBend = 0.003;

    private static readonly double LogLowest = Math.Log(LowestEnergy);
    private static readonly double BinsPerLog = BinsPerDecade / Math.Log(10);

    private readonly Bin[] _bins = new Bin[Bins];
    private readonly int[] _z;
    private readonly double[] _atoms; // [1/mm3]
    private readonly double[] _parts; // [processes, elements, Bins + 1] [1/mm]

    /// <summary>Evaluates the cross sections of a material.</summary>
    /// <param name="material">The material.</param>
    public PhotonTable(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        IReadOnlyList<ElementFraction> elements = material.Composition;
        LpmEnergy = LandauPomeranchukMigdal.Energy(material.RadiationLength);
        _z = [.. elements.Select(e => e.Element.AtomicNumber)];
        _atoms =
        [
            .. elements.Select(e => material.DensityGramPerCm3 / Units.Cm3 * e.MassFraction
                * PhysicalConstants.Avogadro / e.Element.AtomicMassGramPerMole),
        ];
        _parts = new double[Processes * _z.Length * (Bins + 1)];
        FillParts();
        FillBins();
    }

    /// <summary>Scale of the Landau-Pomeranchuk-Migdal effect [MeV].</summary>
    public double LpmEnergy { get; }

    /// <summary>Macroscopic cross section of all processes, the inverse of the mean free path.</summary>
    /// <param name="energy">Photon energy E [MeV].</param>
    /// <param name="logEnergy">ln(E/MeV).</param>
    /// <returns>Cross section [1/mm].</returns>
    public double Total(double energy, double logEnergy)
    {
        int i = Locate(logEnergy, out double f);
        ref readonly Bin bin = ref _bins[i];
        return bin.Rest + (f * bin.RestStep) + Photo(in bin, f, energy);
    }

    /// <summary>Chooses the process of an interaction.</summary>
    /// <param name="energy">Photon energy E [MeV].</param>
    /// <param name="logEnergy">ln(E/MeV).</param>
    /// <param name="uniform">Random number in (0, 1).</param>
    public PhotonProcess Choose(double energy, double logEnergy, double uniform)
    {
        int i = Locate(logEnergy, out double f);
        ref readonly Bin bin = ref _bins[i];
        double photo = Photo(in bin, f, energy), rest = bin.Rest + (f * bin.RestStep);
        double target = uniform * (photo + rest);
        if (target < photo)
        {
            return PhotonProcess.Photoelectric;
        }

        return energy <= PairProduction.Threshold || target < photo + bin.Compton + (f * bin.ComptonStep)
            ? PhotonProcess.Compton
            : PhotonProcess.PairProduction;
    }

    /// <summary>Chooses the element of an interaction.</summary>
    /// <param name="process">The process.</param>
    /// <param name="energy">Photon energy E [MeV].</param>
    /// <param name="logEnergy">ln(E/MeV).</param>
    /// <param name="uniform">Random number in (0, 1).</param>
    /// <returns>Index into the material's <see cref="Material.Composition"/>.</returns>
    public int ChooseElement(PhotonProcess process, double energy, double logEnergy, double uniform)
    {
        if (_z.Length == 1)
        {
            return 0;
        }

        int node = Locate(logEnergy, out double f);
        bool direct = process == PhotonProcess.Photoelectric && _bins[node].PhotoIsDirect;
        double total = 0;
        for (int i = 0; i < _z.Length; i++)
        {
            total += direct ? PhotoOf(i, energy) : Part(process, i, node, f);
        }

        double target = uniform * total;
        for (int i = 0; i < _z.Length - 1; i++)
        {
            target -= direct ? PhotoOf(i, energy) : Part(process, i, node, f);
            if (target < 0)
            {
                return i;
            }
        }

        return _z.Length - 1;
    }

    private static double NodeEnergy(double node) => LowestEnergy * Math.Pow(10, node / BinsPerDecade);

    // Bin of an energy, and where it lies in the bin.
    private static int Locate(double logEnergy, out double fraction)
    {
        double x = Math.Clamp((logEnergy - LogLowest) * BinsPerLog, 0, Bins);
        int i = Math.Min((int)x, Bins - 1);
        fraction = x - i;
        return i;
    }

    private int Place(PhotonProcess process, int element, int node) =>
        ((((int)process * _z.Length) + element) * (Bins + 1)) + node;

    private double Part(PhotonProcess process, int element, int node, double fraction)
    {
        int place = Place(process, element, node);
        return _parts[place] + (fraction * (_parts[place + 1] - _parts[place]));
    }

    private double Photo(in Bin bin, double fraction, double energy)
    {
        if (!bin.PhotoIsDirect)
        {
            return bin.Photo + (fraction * bin.PhotoStep);
        }

        double sum = 0;
        for (int i = 0; i < _z.Length; i++)
        {
            sum += PhotoOf(i, energy);
        }

        return sum;
    }

    private double PhotoOf(int element, double energy) =>
        _atoms[element] * Photoelectric.CrossSection(_z[element], Math.Max(energy, LowestEnergy));

    private void FillParts()
    {
        for (int i = 0; i < _z.Length; i++)
        {
            for (int node = 0; node <= Bins; node++)
            {
                double energy = NodeEnergy(node);
                _parts[Place(PhotonProcess.Photoelectric, i, node)] = PhotoOf(i, energy);
                _parts[Place(PhotonProcess.Compton, i, node)] =
                    _atoms[i] * ComptonScattering.CrossSection(_z[i], energy);
                _parts[Place(PhotonProcess.PairProduction, i, node)] =
                    _atoms[i] * PairProduction.CrossSection(_z[i], energy, LpmEnergy);
            }
        }
    }

    private void FillBins()
    {
        double[] breaks = [.. _z.SelectMany(Photoelectric.Breaks).Distinct()];
        for (int node = 0; node < Bins; node++)
        {
            (double photo, double photoEnd) = Sum(PhotonProcess.Photoelectric, node);
            (double compton, double comptonEnd) = Sum(PhotonProcess.Compton, node);
            (double pair, double pairEnd) = Sum(PhotonProcess.PairProduction, node);
            _bins[node] = new Bin
            {
                PhotoIsDirect = IsDirect(breaks, node, 0.5 * (photo + photoEnd)),
                Photo = photo,
                PhotoStep = photoEnd - photo,
                Compton = compton,
                ComptonStep = comptonEnd - compton,
                Rest = compton + pair,
                RestStep = comptonEnd + pairEnd - compton - pair,
            };
        }
    }

    // Over the elements, at the ends of a bin.
    private (double Low, double High) Sum(PhotonProcess process, int node)
    {
        double low = 0, high = 0;
        for (int i = 0; i < _z.Length; i++)
        {
            low += Part(process, i, node, 0);
            high += Part(process, i, node, 1);
        }

        return (low, high);
    }

    private bool IsDirect(double[] breaks, int node, double middle)
    {
        double from = NodeEnergy(node), to = NodeEnergy(node + 1), energy = NodeEnergy(node + 0.5);
        double photo = Enumerable.Range(0, _z.Length).Sum(i => PhotoOf(i, energy));
        return Array.Exists(breaks, e => e >= from && e <= to) || Math.Abs(middle - photo) > LargestBend * photo;
    }

    // A bin's lower value and the step to its upper one [1/mm]; Rest is Compton and pairs.
    private readonly struct Bin
    {
        public double Rest { get; init; }

        public double RestStep { get; init; }

        public double Photo { get; init; }

        public double PhotoStep { get; init; }

        public double Compton { get; init; }

        public double ComptonStep { get; init; }

        public bool PhotoIsDirect { get; init; }
    }
}
