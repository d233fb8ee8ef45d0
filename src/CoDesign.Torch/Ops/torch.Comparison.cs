namespace TorchSharp;

// Comparison and logic; the results are truth values.
public static partial class torch
{
    /// <summary>Whether equal.</summary>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <summary>Whether equal.</summary>
    public static Tensor eq(Tensor left, Scalar right) => left.eq(right);

    /// <summary>Whether not equal.</summary>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <summary>Whether not equal.</summary>
    public static Tensor ne(Tensor left, Scalar right) => left.ne(right);

    /// <summary>Whether less.</summary>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <summary>Whether less.</summary>
    public static Tensor lt(Tensor left, Scalar right) => left.lt(right);

    /// <summary>Whether less or equal.</summary>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <summary>Whether less or equal.</summary>
    public static Tensor le(Tensor left, Scalar right) => left.le(right);

    /// <summary>Whether greater.</summary>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <summary>Whether greater.</summary>
    public static Tensor gt(Tensor left, Scalar right) => left.gt(right);

    /// <summary>Whether greater or equal.</summary>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <summary>Whether greater or equal.</summary>
    public static Tensor ge(Tensor left, Scalar right) => left.ge(right);

    /// <summary>Both.</summary>
    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    /// <summary>At least one.</summary>
    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    /// <summary>Exactly one.</summary>
    public static Tensor logical_xor(Tensor left, Tensor right) => left.logical_xor(right);

    /// <summary>Opposite.</summary>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary>Whether equal up to atol + rtol |other|.</summary>
    public static Tensor isclose(
        Tensor input, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
        input.isclose(other, rtol, atol, nanEqual);

    /// <summary>Whether all are equal up to atol + rtol |target|.</summary>
    public static bool allclose(
        Tensor input, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        input.allclose(target, rtol, atol, equal_nan);
}
