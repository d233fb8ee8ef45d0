using System.CommandLine;
using System.Runtime.InteropServices;
using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Pipelines;
using CoDesign.Tensors;

namespace CoDesign.Cli;

/// <summary>The command line: every command calls one function of a library and shows what it returns.</summary>
internal static class Application
{
    /// <summary>Exit code of a run that failed.</summary>
    public const int FailedRun = 1;

    private const int BadInput = 2;

    /// <summary>Runs a command line.</summary>
    /// <returns>0 done, 1 failed run, 2 bad input.</returns>
    public static int Run(string[] args)
    {
        var root = new RootCommand(
            "CoDesign: geometry and readout of particle detectors, designed together. Also: ./codesign test [--slow | --all].")
        {
            RunCommand.Create(), MinimizeCommand.Create(), ResumeCommand.Create(), ReportCommand.Create(),
            SimulateCommand.Create(), CompareCommand.Create(), CheckCommand.Create(), SchemaCommand.Create(),
            MaterialsCommand.Create(), DoctorCommand.Create(), BenchCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
            {
                Console.Error.WriteLine($"codesign: {error.Message}");
            }

            Console.Error.WriteLine(
                $"See 'codesign {string.Join(' ', args.Take(1).Where(a => !a.StartsWith('-')))} --help'.");
            return BadInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e)
        {
            return Explain(e);
        }
    }

    // The one place that catches everything: what the user can mend is said in a sentence, the rest keeps its trace.
    private static int Explain(Exception exception)
    {
        switch (exception)
        {
            case StudyException e:
                Console.Error.WriteLine(e.Message);
                return BadInput;
            case OperationCanceledException:
                Console.Error.WriteLine("codesign: stopped; 'codesign resume' continues the run where it was");
                return FailedRun;
            case UnmeasuredDesignException e:
                Console.Error.WriteLine($"codesign: the run was stopped: {e.Message}");
                return FailedRun;
            case NotFiniteNumberException e:
                Console.Error.WriteLine($"codesign: the run was stopped: {e.Message}");
                return FailedRun;
            case IOException when Unwritten.IsDiskFull(exception):
                Console.Error.WriteLine($"codesign: {exception.Message}");
                return FailedRun;
            case IOException or UnauthorizedAccessException:
                Console.Error.WriteLine($"codesign: {exception.Message}");
                return BadInput;
            case LibtorchException e:
                Console.Error.WriteLine($"codesign: libtorch: {e.Message}");
                return BadInput;
            case ExternalException e:
                Console.Error.WriteLine($"codesign: libtorch: {e.Message}");
                return FailedRun;
            default:
                Console.Error.WriteLine($"codesign: unexpected error, please report it:\n{exception}");
                return FailedRun;
        }
    }
}
