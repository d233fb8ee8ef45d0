namespace CoDesign.Optimization;

/// <summary>Kind of a constraint on c(u).</summary>
public enum ConstraintKind
{
    /// <summary>c(u) at most 0.</summary>
    Inequality,
    /// <summary>c(u) = 0.</summary>
    Equality,
}
