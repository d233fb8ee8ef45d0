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

    /// <summary>There is no value: no design of the structure keeps the constraints, or none can be measured.</summary>
    Failed,
}
