using System.CommandLine;
using CoDesign.Reports;
using CoDesign.Studies.Runs;

namespace CoDesign.Cli;

/// <summary>codesign report RUN</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "Run directory of a finished run." };
        var command = new Command("report", "Write report.html again from a finished run.") { run };
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(Write(parsed.GetRequiredValue(run)));
            return 0;
        });
        return command;
    }

    /// <summary>Writes the report of a run.</summary>
    /// <returns>The report file.</returns>
    public static string Write(string path)
    {
        FinishedRun run = FinishedRun.Read(path);
        RunDirectory.WriteWhole(run.ReportFile, HtmlReport.Render(new ReportInput
        {
            Summary = run.Summary,
            History = run.History,
            ResolvedStudy = run.ResolvedStudy,
        }));
        return run.ReportFile;
    }
}
