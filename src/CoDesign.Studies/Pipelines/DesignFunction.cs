using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Space;
using CoDesign.Optimization;
using CoDesign.Optimization.Gradient;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Pipelines;

/// <summary>The study's objective and constraints as functions of the unconstrained parameters: what an optimiser
/// sees.</summary>
/// <param name="pipeline">Design to objective.</param>
/// <param name="constraints">Constraints.</param>
public sealed class DesignFunction(IPipeline pipeline, IReadOnlyList<StudyConstraint> constraints)
{
    private const double FarthestStart = 4;

    private readonly DesignSpace _space = pipeline.Geometry.Space;

    /// <summary>Kinds of the constraints.</summary>
    public IReadOnlyList<ConstraintKind> Kinds { get; } = [.. constraints.Select(c => c.Kind)];

    /// <summary>Smooth objective with gradient, and the constraints, on a range of events.</summary>
    /// <param name="u">Point, [parameters].</param>
    /// <param name="streams">Random streams.</param>
    /// <param name="first">First event.</param>
    /// <param name="count">How many events.</param>
    /// <exception cref="UnmeasuredDesignException">No event can be measured there, or a number is not finite.</exception>
    public FunctionEvaluation Evaluate(double[] u, EventStreams streams, long first, int count) =>
        Evaluate(u, design => pipeline.Loss(design, streams, first, count));

    /// <summary>A smooth objective with gradient, and the constraints.</summary>
    /// <param name="u">Point, [parameters].</param>
    /// <param name="objective">The loss at a design, scalar with gradient.</param>
    internal FunctionEvaluation Evaluate(double[] u, Func<Design, Tensor> objective)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor point = Leaf(u);
        Tensor loss = objective(_space.At(point));
        double[] gradient = Gradient(loss, point);
        (double[] values, double[][] jacobian) = Constraints(u);
        var evaluation = new FunctionEvaluation
        {
            Value = loss.ToDouble(),
            Gradient = gradient,
            Constraints = values,
            Jacobian = jacobian,
        };
        return evaluation.NotFinite([.. _space.Parameters.Select(p => p.Name)], [.. constraints.Select(c => c.Name)]) is { } fault
            ? throw new UnmeasuredDesignException(fault) : evaluation;
    }

    /// <summary>Smooth objective without gradient.</summary>
    /// <param name="u">Point, [parameters].</param>
    /// <param name="streams">Random streams.</param>
    /// <param name="first">First event.</param>
    /// <param name="count">How many events.</param>
    /// <exception cref="UnmeasuredDesignException">No event can be measured there, or the objective is not finite.</exception>
    public double Value(double[] u, EventStreams streams, long first, int count)
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor point = tensor(u, dtype: ScalarType.Float64);
        double value = pipeline.Loss(_space.At(point), streams, first, count).ToDouble();
        return double.IsFinite(value) ? value : throw new UnmeasuredDesignException($"the objective is {value}");
    }

    /// <summary>Constraint functions, at most 0 when satisfied, and their gradients.</summary>
    /// <param name="u">Point, [parameters].</param>
    public (double[] Values, double[][] Jacobian) Constraints(double[] u)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor point = Leaf(u);
        Detector detector = pipeline.Geometry.Build(_space.At(point));
        Tensor[] functions = [.. constraints.Select(c => Function(c, detector))];
        return ([.. functions.Select(f => f.ToDouble())],
            [.. functions.Select(f => f.requires_grad ? Gradient(f, point) : new double[u.Length])]);
    }

    /// <summary>What is not finite at given values, in words, [constraints]; null for a constraint that is finite and has a
    /// finite gradient.</summary>
    /// <param name="theta">Values, [parameters] internal units.</param>
    public IReadOnlyList<string?> Faults(double[] theta)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor values = Leaf(theta);
        Detector detector = pipeline.Geometry.Build(_space.AtTheta(values));
        return [.. constraints.Select(c => Fault(Function(c, detector), values))];
    }

    /// <summary>Whether given values satisfy every constraint, and are a detector at all.</summary>
    /// <param name="theta">Values, [parameters] internal units.</param>
    public bool Satisfied(double[] theta)
    {
        using DisposeScope scope = NewDisposeScope();
        Detector detector = pipeline.Geometry.Build(_space.AtValues(theta));
        return constraints.All(c => c.IsSatisfied(Function(c, detector).ToDouble()))
            && pipeline.Geometry.Limits.All(limit => limit.Holds(detector));
    }

    /// <summary>Value of a constrained quantity, internal units.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="theta">Values, [parameters] internal units.</param>
    public double Quantity(StudyConstraint constraint, double[] theta)
    {
        using DisposeScope scope = NewDisposeScope();
        return constraint.Expression.Evaluate(pipeline.Geometry.Build(_space.AtValues(theta))).ToDouble();
    }

    /// <summary>Values at unconstrained numbers, internal units.</summary>
    public double[] Theta(double[] u)
    {
        using DisposeScope scope = NewDisposeScope();
        return _space.ToTheta(tensor(u, dtype: ScalarType.Float64)).data<double>().ToArray();
    }

    /// <summary>Values at unconstrained numbers that can be built: integers whole; internal units.</summary>
    public double[] Buildable(double[] u)
    {
        double[] theta = Theta(u);
        return [.. _space.Parameters.Select((p, i) => p.Round(theta[i]))];
    }

    /// <summary>A gradient without the components of integers and choices, which only rounding moves.</summary>
    public double[] WithoutIntegers(double[] gradient) => [.. gradient.Select((g, i) => IsWhole(i) ? 0 : g)];

    /// <summary>The values and gradients at a point without the components of integers and choices.</summary>
    public FunctionEvaluation WithoutIntegers(FunctionEvaluation at) => Without(at, IsWhole);

    /// <summary>The values and gradients at a point without the components of the structure.</summary>
    public FunctionEvaluation WithoutStructure(FunctionEvaluation at) =>
        Without(at, i => _space.Parameters[i].IsStructural);

    /// <summary>A point with the integers and choices of another.</summary>
    public double[] WithIntegersOf(double[] u, double[] other) => [.. u.Select((x, i) => IsWhole(i) ? other[i] : x)];

    /// <summary>Unconstrained numbers of values.</summary>
    public double[] Unconstrained(double[] theta)
    {
        using DisposeScope scope = NewDisposeScope();
        return _space.ToUnconstrained(tensor(theta, dtype: ScalarType.Float64)).data<double>().ToArray();
    }

    /// <summary>Unconstrained numbers of values from which a descent can move: at a bound the map to them is flat. The
    /// structure, which does not move, stays as it is.</summary>
    public double[] Start(double[] theta) => [.. Unconstrained(theta).Select((x, i) =>
        _space.Parameters[i].IsStructural ? x : Math.Clamp(x, -FarthestStart, FarthestStart))];

    /// <summary>The point nearest to a given one that keeps the constraints, integers and choices held; null when none was
    /// found.</summary>
    /// <param name="u">Point, [parameters].</param>
    /// <param name="margin">How far below its limit an inequality is brought.</param>
    public double[]? Restored(double[] u, double margin = 1e-6) => FeasiblePoint.Restore(
        u,
        point =>
        {
            (double[] values, double[][] jacobian) = Constraints(point);
            return (values, [.. jacobian.Select(WithoutIntegers)]);
        },
        Kinds,
        margin);

    /// <summary>The buildable design nearest to a given one that keeps the constraints: itself where it does; null when none was
    /// found.</summary>
    /// <param name="theta">Values, [parameters] internal units.</param>
    public double[]? Feasible(double[] theta)
    {
        if (Satisfied(theta))
        {
            return theta;
        }

        double[] start = Start(theta);
        foreach (double margin in (double[])[1e-6, 0])
        {
            if (Restored(start, margin) is { } moved && Buildable(moved) is var found && Satisfied(found))
            {
                return found;
            }
        }

        return null;
    }

    private static Tensor Function(StudyConstraint constraint, Detector detector) =>
        constraint.Excess(constraint.Expression.Evaluate(detector));

    private string? Fault(Tensor function, Tensor values)
    {
        if (function.ToDouble() is var value && !double.IsFinite(value))
        {
            return $"it is {(double.IsNaN(value) ? "not a number" : "infinite")}";
        }

        double[] gradient = function.requires_grad ? Gradient(function, values) : [];
        return Array.FindIndex(gradient, g => !double.IsFinite(g)) is var bad and >= 0
            ? $"its gradient by {_space.Parameters[bad].Name} is {(double.IsNaN(gradient[bad]) ? "not a number" : "infinite")}"
            : null;
    }

    private static FunctionEvaluation Without(FunctionEvaluation at, Func<int, bool> isHeld)
    {
        return at with { Gradient = Masked(at.Gradient), Jacobian = [.. at.Jacobian.Select(Masked)] };

        double[] Masked(double[] gradient) => [.. gradient.Select((g, i) => isHeld(i) ? 0 : g)];
    }

    private bool IsWhole(int i) => _space.Parameters[i].Kind != ParameterKind.Continuous;

    private static Tensor Leaf(double[] u) => tensor(u, dtype: ScalarType.Float64, requires_grad: true);

    private static double[] Gradient(Tensor value, Tensor point) =>
        // The graph is kept: constraints share the map from u to the detector; the scope frees it.
        autograd.grad([value], [point], retain_graph: true)[0].data<double>().ToArray();
}
