namespace CoDesign.Simulation.Tracks;

/// <summary>The five parameters of a helix at its vertex, in the order of all vectors of them.</summary>
public enum TrackParameter
{
    /// <summary>Offset across the direction in the bending plane d0 [mm]: transverse impact parameter.</summary>
    TransverseOffset,

    /// <summary>Direction in the bending plane phi [rad].</summary>
    Azimuth,

    /// <summary>Curvature in the bending plane kappa = q c B / pT [1/mm].</summary>
    Curvature,

    /// <summary>Offset along the field axis z0 (y0 for planes) [mm]: longitudinal impact parameter.</summary>
    LongitudinalOffset,

    /// <summary>Dip t = pL / pT: cot(theta) in a barrel.</summary>
    Dip,
}
