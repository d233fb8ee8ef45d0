namespace CoDesign.Detectors.Trackers;

/// <summary>Gaussian widths of the region where tracks begin, around the origin.</summary>
/// <param name="X">Width along x [mm].</param>
/// <param name="Y">Width along y [mm].</param>
/// <param name="Z">Width along the beam [mm].</param>
public readonly record struct BeamSpot(double X, double Y, double Z);
