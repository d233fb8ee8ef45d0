using System.Diagnostics;
using Xunit;

namespace CoDesign.Cli.Tests;

/// <summary>A test that needs Python, and maybe one of its modules; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    private const string Python = "/usr/bin/python3";

    public PythonFactAttribute(string module = "sys")
    {
        Module = module;
        if (Run(Path.GetTempPath(), $"import {module}") is { Code: not 0 } result)
        {
            Skip = $"{Python} does not 'import {module}': {result.Error.Trim()}";
        }
    }

    /// <summary>The module that is needed.</summary>
    public string Module { get; }

    public static CommandResult Run(string folder, string script)
    {
        var start = new ProcessStartInfo(Python, ["-c", script])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)
                ?? throw new InvalidOperationException($"{Python} did not start");
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new CommandResult(process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new CommandResult(-1, "", "it is not installed");
        }
    }
}
