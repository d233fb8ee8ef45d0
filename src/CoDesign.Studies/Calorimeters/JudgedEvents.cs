namespace CoDesign.Studies.Calorimeters;

/// <summary>Judged showers after reconstruction, each read out several times with its own noise; arrays are
/// [repeats, events].</summary>
/// <param name="Repeats">How often each shower was read out.</param>
/// <param name="Energy">Reconstructed energy [MeV].</param>
/// <param name="X">Reconstructed impact x [mm].</param>
/// <param name="Y">Reconstructed impact y [mm].</param>
/// <param name="Visible">Energy in the active material of the cells [MeV].</param>
internal sealed record JudgedEvents(int Repeats, double[] Energy, double[] X, double[] Y, double[] Visible);
