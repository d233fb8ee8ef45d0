using CoDesign.Optimization;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs;

/// <summary>What a gradient optimisation trains together with its design, such as the network of a
/// reconstruction.</summary>
internal abstract class TrainedAlongside : IDisposable
{
    /// <summary>Objective and constraints with what was trained as it is after a number of steps, held.</summary>
    /// <param name="steps">Steps done; the last one or two of those that the run has done.</param>
    public abstract DesignFunction HeldAfter(int steps);

    /// <summary>The function at a step's point and events; then it trains and is written down.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="u">Its point, [parameters].</param>
    /// <param name="streams">Random streams of the replica's events.</param>
    public abstract FunctionEvaluation Evaluate(int step, double[] u, EventStreams streams);

    /// <inheritdoc/>
    public abstract void Dispose();
}
