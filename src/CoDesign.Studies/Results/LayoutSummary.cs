using System.Text.Json.Serialization;

namespace CoDesign.Studies.Results;

/// <summary>What the detector looks like, for drawings; one form for each kind of detector.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StackSummary), "stack")]
[JsonDerivedType(typeof(TrackerSummary), "tracker")]
public abstract record LayoutSummary;
