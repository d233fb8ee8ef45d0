using System.CommandLine;
using CoDesign.Studies.Minimization;
using CoDesign.Studies.Runs;

namespace CoDesign.Cli;

/// <summary>codesign resume RUN</summary>
internal static class ResumeCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "Run directory." };
        var json = new Option<bool>("--json")
        {
            Description = "Print summary.json on standard output and nothing else.",
        };
        var command = new Command(
            "resume", "Continue a run that was stopped, to the same bits as an uninterrupted one; "
                + "a minimisation to the same points, one program at a time.")
        {
            run, json,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(run);
            if (MinimizationRun.IsOne(path))
            {
                return MinimizeCommand.Execute(path, parsed.GetValue(json), (report, note, cancellation) =>
                    MinimizationRun.Resume(path, report, note, cancellation));
            }

            return RunCommand.Execute(path, parsed.GetValue(json), (report, cancellation) =>
                StudyRun.Resume(path, report, cancellation));
        });
        return command;
    }
}
