using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace CoDesign.Studies.Minimization;

/// <summary>One running program: lines in, lines out, its standard error in a file.</summary>
/// <remarks>
/// It runs in a session of its own where setsid is there, so that Ctrl-C at the terminal stops the search and not the
/// evaluations under it, and so that all it started can be ended with it.
/// </remarks>
internal sealed class ProgramProcess : IDisposable
{
    private const int LongestLine = 1 << 24, LinesAhead = 4;
    private const string Redirected = "exec /bin/sh -c \"$1\" 2>>\"$2\"";
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50), Patience = TimeSpan.FromSeconds(1);
    private static readonly string? OwnSession =
        new[] { "/usr/bin/setsid", "/bin/setsid" }.FirstOrDefault(File.Exists);

    private readonly Process _process;
    private readonly BlockingCollection<string> _lines = new(LinesAhead);

    /// <summary>Starts a program.</summary>
    /// <param name="command">How.</param>
    /// <param name="errorFile">File that its standard error is appended to.</param>
    public ProgramProcess(ProgramCommand command, string errorFile)
    {
        string[] shell = ["/bin/sh", "-c", Redirected, "sh", command.Text, errorFile];
        string[] whole = OwnSession is { } session ? [session, .. shell] : shell;
        var start = new ProcessStartInfo(whole[0], whole[1..])
        {
            WorkingDirectory = command.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        // An answer that Python keeps in its buffer would never come.
        start.Environment.TryAdd("PYTHONUNBUFFERED", "1");
        _process = new Process { StartInfo = start };
        _process.Start();
        new Thread(ReadLines) { IsBackground = true, Name = "answers of the program" }.Start();
    }

    /// <summary>Answers that were taken from this process.</summary>
    public int Answered { get; set; }

    /// <summary>Whether it can be asked.</summary>
    public bool IsAlive => !_process.HasExited && !_lines.IsAddingCompleted;

    /// <summary>Its exit code when it has ended, or ends within a moment.</summary>
    public int? ExitCode() => _process.WaitForExit(Patience) ? _process.ExitCode : null;

    /// <summary>Writes a line; false when the program reads no more.</summary>
    /// <param name="line">The line.</param>
    /// <param name="last">Whether its input ends with it.</param>
    public bool Write(string line, bool last)
    {
        try
        {
            _process.StandardInput.Write(line + "\n");
            _process.StandardInput.Flush();
            if (last)
            {
                _process.StandardInput.Close();
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>A line that is there already, not blank; null if there is none.</summary>
    public string? Unasked()
    {
        while (_lines.TryTake(out string? line))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>The next line that is not blank; null when none comes.</summary>
    /// <param name="until">When to give up, as a time stamp of <see cref="Stopwatch"/>.</param>
    /// <param name="cancellation">Gives up at once.</param>
    public string? Read(long until, CancellationToken cancellation)
    {
        long? ended = null;
        while (!cancellation.IsCancellationRequested && Stopwatch.GetTimestamp() < until)
        {
            if (_lines.TryTake(out string? line, (int)Slice.TotalMilliseconds, CancellationToken.None))
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    return line;
                }
            }
            else if (_lines.IsCompleted)
            {
                return null;
            }
            else if (_process.HasExited)
            {
                // Children may hold its output open; what it wrote itself is read in a moment.
                ended ??= Stopwatch.GetTimestamp();
                if (Stopwatch.GetElapsedTime(ended.Value) > Patience)
                {
                    return null;
                }
            }
        }

        return null;
    }

    /// <summary>Ends the input and waits a moment for the program to end by itself.</summary>
    public void Finish()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
        }

        _process.WaitForExit(Patience);
    }

    /// <summary>Kills the program with all it started, if it still runs.</summary>
    public void Dispose()
    {
        int id = _process.Id;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended in the meantime.
        }

        if (OwnSession is not null)
        {
            // Children of a shell that has ended are nobody's tree; its process group still holds them.
            using var kill = Process.Start(new ProcessStartInfo(
                "/bin/sh", ["-c", $"kill -KILL -{id} 2>/dev/null"]));
            kill?.WaitForExit(Patience);
        }

        _process.WaitForExit(Patience);
        _process.Dispose();
    }

    private void ReadLines()
    {
        try
        {
            var line = new StringBuilder();
            var buffer = new char[4096];
            StreamReader output = _process.StandardOutput;
            for (int count = output.Read(buffer); count > 0; count = output.Read(buffer))
            {
                foreach (char c in buffer.AsSpan(0, count))
                {
                    if (c == '\n' || line.Length == LongestLine)
                    {
                        _lines.Add(line.ToString());
                        line.Clear();
                    }
                    else
                    {
                        line.Append(c);
                    }
                }
            }

            if (line.Length > 0)
            {
                _lines.Add(line.ToString());
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process was ended while it spoke.
        }
        finally
        {
            _lines.CompleteAdding();
        }
    }
}
