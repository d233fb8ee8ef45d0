using System.Diagnostics.CodeAnalysis;

namespace CoDesign.Detectors.Space;

/// <summary>What values a design parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>Any value between the bounds.</summary>
    Continuous,

    /// <summary>Whole numbers between the bounds; relaxed to real numbers while a gradient is followed.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The word of the files; no type is meant.")]
    Integer,

    /// <summary>One of a list of words; its value is the index in the list.</summary>
    Choice,
}
