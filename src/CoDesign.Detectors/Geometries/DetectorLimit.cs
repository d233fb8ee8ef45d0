using CoDesign.Detectors.Configuration;
using TorchSharp;

namespace CoDesign.Detectors.Geometries;

/// <summary>A limit that every detector of a kind must keep to be one at all, such as a cell that fits on the face. A file
/// whose baseline breaks it is refused; during a search it is a constraint.</summary>
/// <param name="Name">What is limited, in words.</param>
/// <param name="Quantity">The limited quantity.</param>
/// <param name="Limit">The limit [internal units], not 0.</param>
/// <param name="IsUpper">Whether the quantity is at most the limit, else at least.</param>
/// <param name="Unit">Unit it is shown in; empty for a pure number.</param>
public sealed record DetectorLimit(
    string Name, ConstraintExpression Quantity, double Limit, bool IsUpper, string Unit)
{
    // Rounding of values at the limit, relative to it.
    private const double Rounding = 1e-9;

    /// <summary>Where the file says it.</summary>
    internal Func<ConfigNode, ConfigNode> Node { get; init; } = root => root;

    /// <summary>Relative excess of a detector over the limit: at most 0 where it is kept; scalar with the gradient of the
    /// design.</summary>
    public torch.Tensor Excess(Detector detector)
    {
        torch.Tensor relative = (Quantity.Evaluate(detector) / Limit) - 1;
        return IsUpper ? relative : -relative;
    }

    /// <summary>Whether a detector keeps it.</summary>
    public bool Holds(Detector detector) => Excess(detector).ToDouble() <= Rounding;

    /// <summary>What is wrong with a detector that does not keep it.</summary>
    internal Problem Problem(ConfigNode root, Detector detector)
    {
        ConfigNode node = Node(root);
        string value = Shown(Quantity.Evaluate(detector).ToDouble());
        string given = node.IsScalar ? $"given {node.Text}; " : "";
        return node.Problem(
            $"{given}{Name} ({Quantity.Text}) is {value} at the baseline, must be {(IsUpper ? "at most" : "at least")} {Shown(Limit)}");
    }

    private string Shown(double value) => Unit.Length == 0
        ? CoDesign.Physics.Quantity.Format(value, CoDesign.Physics.Unit.One)
        : CoDesign.Physics.Quantity.Format(value, Unit);
}
