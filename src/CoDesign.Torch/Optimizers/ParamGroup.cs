using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Parameters that share their options.</summary>
public class ParamGroup : ILearningRateController
{
    internal ParamGroup(IEnumerable<Parameter> parameters, double lr)
    {
        Members = [.. parameters];
        (LearningRate, InitialLearningRate) = (lr, lr);
    }

    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters => Members;

    /// <inheritdoc/>
    public double LearningRate { get; set; }

    /// <inheritdoc/>
    public double InitialLearningRate { get; set; }

    internal Parameter[] Members { get; }
}
