namespace CoDesign.Optimization.Bayesian;

/// <summary>A monotone map of one objective that leaves alone what counts for the hypervolume.</summary>
/// <remarks>
/// Values beyond the reference point add nothing to a hypervolume, however bad they are, but a stationary model that
/// has to follow them to any height loses the fine structure below. With r the reference and s the range of interest the
/// map is y for y at most r, and r + s ln(1 + (y - r)/s) above: the slope is continuous.
/// </remarks>
/// <param name="Reference">Worst value of interest r.</param>
/// <param name="Range">Range of interest s, positive.</param>
internal readonly record struct ObjectiveScale(double Reference, double Range)
{
    /// <summary>The value for the model.</summary>
    public double At(double value) =>
        value <= Reference ? value : Reference + (Range * double.LogP1((value - Reference) / Range));

    /// <summary>Derivative of <see cref="At"/>.</summary>
    public double Slope(double value) => value <= Reference ? 1 : 1 / (1 + ((value - Reference) / Range));
}
