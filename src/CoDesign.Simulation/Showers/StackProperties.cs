using CoDesign.Detectors.Calorimeters;
using CoDesign.Physics.Materials;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Showers;

/// <summary>Effective medium of each section of a sampling calorimeter and of the whole stack; float64 tensors that
/// carry the gradient of the thicknesses.</summary>
/// <remarks>
/// A section is its period (absorber, passive, active) smeared out. Mass-weighted mixing: 1/X0 = sum w_i / X_i,
/// Ec = X0 sum w_i Ec_i / X_i, 1/R_M = sum w_i Ec_i / (X_i E_s), Z = sum w_i Z_i (Grindhammer, Peters, hep-ex/0001020,
/// section 3.1), with Ec_i = 2.66 (X_i Z_i / A_i)^1.1 MeV. e/mip, its fall along the shower and the sampling
/// fluctuations: <see cref="SamplingCalibration"/>.
/// </remarks>
public sealed class StackProperties
{
    private const double ScatteringEnergy = 21.2052; // E_s = sqrt(4 pi / alpha) m_e c^2 [MeV], PDG

    /// <summary>Properties of a detector's stack.</summary>
    /// <param name="detector">Evaluated detector, every section with an absorber.</param>
    /// <exception cref="ArgumentException">A section is a homogeneous block.</exception>
    public StackProperties(CalorimeterDetector detector)
    {
        IReadOnlyList<CalorimeterSection> sections = detector.Sections;
        Layers = [.. sections.Select(s => s.Layers)];
        Tensor layers = Constant(sections, s => s.Layers);
        Medium[] media = [.. Media(sections)];
        PeriodLength = Sum(media, m => m.Thickness);
        Tensor mass = Sum(media, m => m.Thickness * m.Density);
        PeriodRadiationLengths = Sum(media, m => m.Thickness / m.RadiationLength);
        RadiationLength = PeriodLength / PeriodRadiationLengths;
        Tensor atomicNumber = Sum(media, m => m.Thickness * m.Density * m.AtomicNumber) / mass;
        Tensor criticalOverX0 = Sum(media, m => m.Thickness * m.CriticalEnergy / m.RadiationLength);
        CriticalEnergy = criticalOverX0 / PeriodRadiationLengths;
        MoliereRadius = PeriodLength * ScatteringEnergy / criticalOverX0;
        Medium absorber = media[0], active = media[^1];
        Tensor ionisation = Sum(media, m => m.Thickness * m.MinimumIonisation);
        MipFraction = active.Thickness * active.MinimumIonisation / ionisation;
        Tensor difference = absorber.AtomicNumber - active.AtomicNumber;
        Tensor activeLoss = active.Thickness * active.MinimumIonisation;
        ElectronToMip = SamplingCalibration.ElectronToMip(difference, MipFraction, activeLoss);
        AgeingSlope = SamplingCalibration.AgeingSlope(difference, PeriodRadiationLengths);
        SamplingVariance = SamplingCalibration.Variance(
            CriticalEnergy, PeriodRadiationLengths, MipFraction, activeLoss, absorber.AtomicNumber,
            active.AtomicNumber);
        VisibleFraction = MipFraction * ElectronToMip;
        SectionRadiationLengths = layers * PeriodRadiationLengths;

        Tensor share = SectionRadiationLengths / SectionRadiationLengths.sum();
        StackCriticalEnergy = (share * CriticalEnergy).sum();
        StackAtomicNumber = (share * atomicNumber).sum();
        StackSamplingFrequency = (share * RadiationLength / PeriodLength).sum();
        StackRadialElectronToMip = (share / (1 + (0.007 * difference))).sum();
        StackVisibleFraction = (share * VisibleFraction).sum();
        Group = [.. Layers.SelectMany((n, s) => Enumerable.Repeat(s, n))];
        Tensor perLayer = PeriodRadiationLengths.index_select(0, tensor(Group.Select(s => (long)s).ToArray()));
        LayerBoundaries = cat([zeros(1, ScalarType.Float64), perLayer.cumsum(0)]);
        Tensor ends = SectionRadiationLengths.cumsum(0);
        SectionStart = ends - SectionRadiationLengths;
        SectionStartLength = (layers * PeriodLength).cumsum(0) - (layers * PeriodLength);
    }

    /// <summary>Layers per section.</summary>
    public IReadOnlyList<int> Layers { get; }

    /// <summary>Section of every layer, [layers].</summary>
    public int[] Group { get; }

    /// <summary>Length of a period [mm], [sections].</summary>
    public Tensor PeriodLength { get; }

    /// <summary>Radiation lengths of a period, [sections].</summary>
    public Tensor PeriodRadiationLengths { get; }

    /// <summary>Effective radiation length [mm], [sections].</summary>
    public Tensor RadiationLength { get; }

    /// <summary>Effective critical energy [MeV], [sections].</summary>
    public Tensor CriticalEnergy { get; }

    /// <summary>Effective Moliere radius [mm], [sections].</summary>
    public Tensor MoliereRadius { get; }

    /// <summary>Fraction of a minimum-ionising particle's loss that is in active material, [sections].</summary>
    public Tensor MipFraction { get; }

    /// <summary>e/mip of whole showers, [sections].</summary>
    public Tensor ElectronToMip { get; }

    /// <summary>Slope k of e/mip along a shower, [sections].</summary>
    public Tensor AgeingSlope { get; }

    /// <summary>(sigma/E)^2 E of the sampling fluctuations, [sections] [MeV].</summary>
    public Tensor SamplingVariance { get; }

    /// <summary>Visible fraction of a shower's energy, [sections].</summary>
    public Tensor VisibleFraction { get; }

    /// <summary>Radiation lengths of a section, [sections].</summary>
    public Tensor SectionRadiationLengths { get; }

    /// <summary>Depth where a section starts [X0], [sections].</summary>
    public Tensor SectionStart { get; }

    /// <summary>Depth where a section starts [mm], [sections].</summary>
    public Tensor SectionStartLength { get; }

    /// <summary>Depths of the layer boundaries [X0], [layers + 1].</summary>
    public Tensor LayerBoundaries { get; }

    /// <summary>Critical energy of the whole stack [MeV], weighted by radiation lengths, scalar.</summary>
    public Tensor StackCriticalEnergy { get; }

    /// <summary>Atomic number of the whole stack, scalar.</summary>
    public Tensor StackAtomicNumber { get; }

    /// <summary>Sampling frequency X0 / period of the whole stack, scalar.</summary>
    public Tensor StackSamplingFrequency { get; }

    /// <summary>e/mip of the whole stack as the radial profile takes it, 1 / (1 + 0.007 (Z_absorber - Z_active)):
    /// Grindhammer and Peters' parameter, scalar.</summary>
    public Tensor StackRadialElectronToMip { get; }

    /// <summary>Visible fraction of the whole stack, scalar.</summary>
    public Tensor StackVisibleFraction { get; }

    private static IEnumerable<Medium> Media(IReadOnlyList<CalorimeterSection> sections)
    {
        CalorimeterLayer[] absorbers =
        [
            .. sections.Select(s => s.Absorber ?? throw new ArgumentException(
                $"section {s.Name} has no absorber: these are the media of a sampling calorimeter", nameof(sections))),
        ];
        yield return new Medium(absorbers);
        if (sections.Any(s => s.Passive is not null))
        {
            // A section without a passive layer has one of no thickness, of its absorber's material.
            yield return new Medium(
                [.. sections.Zip(absorbers, (s, absorber) =>
                    s.Passive ?? absorber with { Thickness = zeros([], ScalarType.Float64) })]);
        }

        yield return new Medium([.. sections.Select(s => s.Active)]);
    }

    private static Tensor Sum(Medium[] media, Func<Medium, Tensor> term) =>
        media.Select(term).Aggregate((a, b) => a + b);

    private static Tensor Constant<T>(IEnumerable<T> items, Func<T, double> value) =>
        tensor(items.Select(value).ToArray(), dtype: ScalarType.Float64);

    private sealed class Medium(CalorimeterLayer[] layers)
    {
        public Tensor Thickness { get; } = stack(layers.Select(l => l.Thickness));

        public Tensor Density { get; } = Of(layers, m => m.Density);

        public Tensor RadiationLength { get; } = Of(layers, m => m.RadiationLength);

        public Tensor AtomicNumber { get; } = Of(layers, m => m.EffectiveAtomicNumber);

        public Tensor CriticalEnergy { get; } = Of(layers, m => m.GrindhammerCriticalEnergy);

        public Tensor MinimumIonisation { get; } = Of(layers, m => m.MinimumEnergyLoss);

        private static Tensor Of(CalorimeterLayer[] layers, Func<Material, double> value) =>
            Constant(layers, l => value(l.Material));
    }
}
