namespace CoDesign.Detectors.Calorimeters;

/// <summary>What the closed form of sampling fluctuations includes.</summary>
/// <remarks>
/// The track-length picture (Rossi) counts crossings of the active layers: sigma/E = 3.2 % sqrt(Ec t) / sqrt(E/GeV),
/// t the period in X0. Amaldi's corrections (Physica Scripta 23 (1981) 409) are switched on per geometry, because
/// data decide: the ionisation gaps of TestEm3 agree without them, lead-scintillator stacks need them (see the README).
/// </remarks>
public sealed record SamplingDescription
{
    /// <summary>Divide the number of crossings by the mean obliqueness: &lt;cos theta&gt; = cos(21 MeV / (pi
    /// Ec)).</summary>
    public bool AngularSpread { get; init; }

    /// <summary>Kinetic energy below which a shower electron is not seen [MeV], 0 for none: the visible track length is
    /// F(z) = e^z [1 + z ln(z / 1.526)] of the whole, z = 4.58 (Z/A) Ecut / Ec.</summary>
    public double DetectionCut { get; init; }
}
