namespace CoDesign.Detectors.Space;

/// <summary>The place of a parameter in an array, all of whose elements have the same bounds and meaning.</summary>
/// <param name="Array">Name of the array; its elements are called name_1, name_2, ...</param>
/// <param name="Index">Number of the element, from 1.</param>
/// <param name="Count">How many elements there are.</param>
/// <param name="CountParameter">The integer parameter whose baseline is the count; null if a number was given.</param>
public sealed record ArrayElement(string Array, int Index, int Count, string? CountParameter);
