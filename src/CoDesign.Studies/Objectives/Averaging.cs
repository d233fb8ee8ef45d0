namespace CoDesign.Studies.Objectives;

/// <summary>How a metric follows from its entries.</summary>
public enum Averaging
{
    /// <summary>Root of the mean of squared deviations.</summary>
    RootMeanSquare,

    /// <summary>Mean.</summary>
    Mean,

    /// <summary>Geometric mean of the sizes of the deviations, from squared ones. Rare tracks that are measured badly,
    /// which make most of a root mean square, count as one track each.</summary>
    GeometricMean,
}
