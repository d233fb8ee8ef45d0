using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Showers;
using TorchSharp;

namespace CoDesign.Simulation.Readout;

/// <summary>The range of one channel at a design, in every unit that a user may think of.</summary>
/// <param name="Shower">Energy of a shower whose visible part would fill the channel, the key full_scale [MeV].</param>
/// <param name="Visible">The same in visible energy: energy in active material [MeV].</param>
/// <param name="Photoelectrons">The same in photo-electrons.</param>
/// <param name="Count">One count of the ADC [photo-electrons].</param>
public readonly record struct ReadoutRange(double Shower, double Visible, double Photoelectrons, double Count)
{
    /// <summary>The range of a detector.</summary>
    public static ReadoutRange Of(CalorimeterDetector detector)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        bool isSampling = detector.Sections.All(s => s.Absorber is not null);
        double fraction = isSampling ? new StackProperties(detector).StackVisibleFraction.ToDouble() : 1;
        double shower = detector.Readout.FullScale.ToDouble(), visible = shower * fraction;
        double photoelectrons = visible * detector.Readout.LightYield.ToDouble();
        return new(shower, visible, photoelectrons,
            photoelectrons / Math.Pow(2, Math.Round(detector.Readout.Bits.ToDouble())));
    }
}
