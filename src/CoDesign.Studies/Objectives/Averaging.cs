namespace CoDesign.Studies.Objectives;

/// <summary>How a metric follows from its entries.</summary>
public enum Averaging
{
    /// <summary>Root of the mean of squared deviations.</summary>
    RootMeanSquare,

    /// <summary>Mean.</summary>
    Mean,
}
