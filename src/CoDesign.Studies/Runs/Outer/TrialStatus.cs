using System.Text.Json.Serialization;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>How a trial of a structure ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrialStatus>))]
internal enum TrialStatus
{
    /// <summary>The descent went to its end and the design was measured.</summary>
    Finished,

    /// <summary>The descent was stopped early: it could not win. Its value is extrapolated.</summary>
    Stopped,

    /// <summary>No design of the structure keeps the constraints; found before or after its descent.</summary>
    Infeasible,

    /// <summary>No event can be measured with the structure.</summary>
    Failed,
}
