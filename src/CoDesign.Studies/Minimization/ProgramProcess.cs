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
    private const int LongestLine = 1 << 24, LinesAhead = 4, OftenLooks = 20;
    private const string Redirected = "exec /bin/sh -c \"$1\" 2>>\"$2\"";
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50), Patience = TimeSpan.FromSeconds(1);
    private static readonly string? OwnSession =
        new[] { "/usr/bin/setsid", "/bin/setsid" }.FirstOrDefault(File.Exists);

    private readonly Process _process;
    private readonly BlockingCollection<(string Text, bool IsCut)> _lines = new(LinesAhead);
    private readonly OutputWatch? _watch;
    private readonly string _marker = $"CODESIGN_PROGRAM={Guid.NewGuid():N}";
    private readonly ProgramCommand _command;
    private readonly Thread _reader;
    private Task _writing = Task.CompletedTask;

    /// <summary>Starts a program.</summary>
    /// <param name="command">How.</param>
    /// <param name="errorFile">File that its standard error is appended to.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The shell cannot be started.</exception>
    public ProgramProcess(ProgramCommand command, string errorFile)
    {
        _command = command;
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
        // All that it starts inherits this, and is known by it wherever it goes.
        string[] marker = _marker.Split('=');
        start.Environment[marker[0]] = marker[1];
        _process = new Process { StartInfo = start };
        _process.Start();
        _watch = ProcessTree.IsKnown ? new OutputWatch(_process.Id) : null;
        _reader = new Thread(ReadLines) { IsBackground = true, Name = "answers of the program" };
        _reader.Start();
    }

    /// <summary>Answers that were taken from this process.</summary>
    public int Answered { get; set; }

    /// <summary>Whether it can be asked.</summary>
    public bool IsAlive => !_process.HasExited && !_lines.IsAddingCompleted;

    /// <summary>Whether a thread still reads its output or writes its input.</summary>
    public bool HoldsThreads => _reader.IsAlive || !_writing.IsCompleted;

    /// <summary>Its exit code when it has ended, or ends within a moment.</summary>
    public int? ExitCode() => _process.WaitForExit(Patience) ? _process.ExitCode : null;

    /// <summary>Writes a line, and ends the input of a program that is started for one call.</summary>
    /// <param name="line">The line.</param>
    /// <remarks>It does not wait: a program that does not read would hold a line that is longer than its pipe, and whoever
    /// waits for its answer has a time limit.</remarks>
    public void Write(string line) => _writing = _writing.ContinueWith(
        _ => Put(line), CancellationToken.None, TaskContinuationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>A line that is there already, not blank; null if there is none.</summary>
    public string? Unasked()
    {
        if (_process.HasExited)
        {
            // Its last line may be on its way.
            _reader.Join(Patience);
        }

        while (_lines.TryTake(out (string Text, bool IsCut) line))
        {
            if (!string.IsNullOrWhiteSpace(line.Text))
            {
                return line.Text;
            }
        }

        return null;
    }

    /// <summary>The next line that is not blank; null when none comes.</summary>
    /// <param name="until">When to give up, as a time stamp of <see cref="Stopwatch"/>.</param>
    /// <param name="cancellation">Gives up at once.</param>
    /// <exception cref="AnswerException">It is too long.</exception>
    public string? Read(long until, CancellationToken cancellation)
    {
        long? ended = null;
        int looks = 0;
        while (!cancellation.IsCancellationRequested && Stopwatch.GetTimestamp() < until)
        {
            if (_lines.TryTake(out (string Text, bool IsCut) line, (int)Slice.TotalMilliseconds, CancellationToken.None))
            {
                if (line.IsCut)
                {
                    throw new AnswerException(FailureKind.Garbage, $"the program answered with a line of more than {LongestLine} "
                        + $"characters (16 MiB), the most that is read; it begins {AnswerReader.Cut(line.Text)}");
                }

                if (!string.IsNullOrWhiteSpace(line.Text))
                {
                    _ = _watch?.IsClosed(); // who holds the output now
                    return line.Text;
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
            else if (looks++ is var look && (look < OftenLooks || look % OftenLooks == 0) && _watch?.IsClosed() == true)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Ends the input and waits a moment for the program to end by itself.</summary>
    /// <param name="patience">How long at most; null for a second.</param>
    public void Finish(TimeSpan? patience = null)
    {
        if (_writing.Wait(Patience))
        {
            EndInput();
            _process.WaitForExit(patience ?? Patience);
        }
    }

    /// <summary>Kills the program with all it started, if it still runs.</summary>
    public void Dispose()
    {
        int id = _process.Id;
        if (ProcessTree.IsKnown)
        {
            ProcessTree.Kill(id, _marker);
        }

        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended in the meantime.
        }

        if (OwnSession is not null && !ProcessTree.IsKnown)
        {
            // Children of a shell that has ended are nobody's tree; its process group still holds them.
            try
            {
                using var kill = Process.Start(new ProcessStartInfo(
                    "/bin/sh", ["-c", $"kill -KILL -{id} 2>/dev/null"]));
                kill?.WaitForExit(Patience);
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // The system has no room for another process; the tree was ended above.
            }
        }

        _process.WaitForExit(Patience);
        // A reader that waits for room for the next line gives up; a writer has lost its reader with the program.
        _lines.CompleteAdding();
        _reader.Join(Patience);
        _writing.Wait(Patience);
        _process.Dispose();
    }

    private void Put(string line)
    {
        try
        {
            _process.StandardInput.Write(line + "\n");
            _process.StandardInput.Flush();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It reads no more; what it has answered is asked of its output.
            return;
        }

        if (_command.PerCall)
        {
            EndInput();
        }
    }

    private void EndInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private void ReadLines()
    {
        try
        {
            var line = new StringBuilder();
            bool isCut = false;
            var buffer = new char[4096];
            StreamReader output = _process.StandardOutput;
            for (int count = output.Read(buffer); count > 0; count = output.Read(buffer))
            {
                foreach (char c in buffer.AsSpan(0, count))
                {
                    if (c == '\n')
                    {
                        if (!isCut)
                        {
                            _lines.Add((line.ToString(), false));
                        }

                        line.Clear();
                        isCut = false;
                    }
                    else if (!isCut && line.Length == LongestLine)
                    {
                        // It is told of at once, since its end may never come; the rest of it is dropped.
                        _lines.Add((line.ToString(0, 1000), true));
                        isCut = true;
                    }
                    else if (!isCut)
                    {
                        line.Append(c);
                    }
                }
            }

            if (line.Length > 0 && !isCut)
            {
                _lines.Add((line.ToString(), false));
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
