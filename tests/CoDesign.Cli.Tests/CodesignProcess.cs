using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace CoDesign.Cli.Tests;

/// <summary>What a finished command left.</summary>
internal sealed record CommandResult(int Code, string Output, string Error);

/// <summary>The built program as a process.</summary>
internal sealed class CodesignProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new(), _error = new();

    private CodesignProcess(string folder, string program, string[] arguments)
    {
        bool isDll = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isDll ? "dotnet" : program, isDll ? [program, .. arguments] : arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) => Keep(_output, e.Data);
        _process.ErrorDataReceived += (_, e) => Keep(_error, e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>After it a process counts as hanging; on a busy machine a run of seconds may take a minute.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The program beside the tests.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "codesign.dll");

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public static CommandResult Run(string folder, params string[] arguments) => RunProgram(Program, folder, arguments);

    public static CommandResult RunProgram(string program, string folder, params string[] arguments)
    {
        using var process = new CodesignProcess(folder, program, arguments);
        return process.Wait();
    }

    public static CodesignProcess Start(string folder, params string[] arguments) => new(folder, Program, arguments);

    public CommandResult Wait()
    {
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill();
            throw new TimeoutException($"codesign did not end within {Patience}: {_error}");
        }

        _process.WaitForExit(); // the readers too
        return new CommandResult(_process.ExitCode, _output.ToString(), _error.ToString());
    }

    /// <summary>Sends a signal, by the shell's own kill: a small system has no program of that name.</summary>
    /// <param name="name">KILL, INT or TERM.</param>
    public void Signal(string name)
    {
        using Process shell = Process.Start("/bin/sh", ["-c", $"kill -s {name} {Id}"]);
        shell.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>A file of the repository, from its root.</summary>
    public static string InRepository(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "../..", path));

    private static void Keep(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
            }
        }
    }
}
