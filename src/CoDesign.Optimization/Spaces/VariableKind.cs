using System.Diagnostics.CodeAnalysis;

namespace CoDesign.Optimization.Spaces;

/// <summary>What values a variable takes.</summary>
public enum VariableKind
{
    /// <summary>Any real number within the bounds.</summary>
    Continuous,

    /// <summary>Whole numbers within the bounds; nearby numbers are alike.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The word of the files; no type is meant.")]
    Integer,

    /// <summary>One of several things without an order, as its index.</summary>
    Choice,
}
