using System.Globalization;
using CoDesign.Detectors.Configuration;

namespace CoDesign.Studies.Configuration;

/// <summary>What changes on the command line mean for the quick form.</summary>
internal static class QuickOverrides
{
    private const string JudgeEvents = "judge.events", QuickJudgeEvents = "quick.judge_events";

    /// <summary>The overrides with the judge's showers given for the quick form, too, unless its own are given there.
    /// What is no whole number is left to the check of the key that was given.</summary>
    /// <param name="overrides">"key.path=value" of the study.</param>
    public static string[] WithJudge(string[] overrides)
    {
        if (ConfigDocument.Override(overrides, QuickJudgeEvents) is not null || ConfigDocument.Override(overrides, JudgeEvents) is not { } events
            || !int.TryParse(events, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return overrides;
        }

        return [.. overrides, $"{QuickJudgeEvents}={events}"];
    }
}
