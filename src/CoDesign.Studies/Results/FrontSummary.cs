namespace CoDesign.Studies.Results;

/// <summary>A front, and what it cost.</summary>
/// <param name="Events">Simulated events spent, without the final evaluation.</param>
/// <param name="Designs">Descents, or designs simulated.</param>
/// <param name="Points">Its designs, measured on fresh events.</param>
/// <param name="Hypervolume">Area between the front and the reference point, as a share of the box from the best values
/// of both fronts to the reference point.</param>
/// <param name="HypervolumeError">Its standard error over the seeds.</param>
public sealed record FrontSummary(
    long Events, int Designs, IReadOnlyList<FrontPoint> Points, double Hypervolume, double HypervolumeError);
