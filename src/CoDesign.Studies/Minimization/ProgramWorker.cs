using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CoDesign.Studies.Minimization;

/// <summary>Asks a program one question after the other, and starts it again when it must be.</summary>
/// <param name="command">How it is called.</param>
/// <param name="parameters">What it is asked with.</param>
/// <param name="errorFile">File of its standard error.</param>
internal sealed class ProgramWorker(
    ProgramCommand command, IReadOnlyList<ProgramParameter> parameters, string errorFile) : IDisposable
{
    private const int NotExecutable = 126, NotFound = 127, FirstSignal = 128, MostAsked = 3, LongestBusy = 30;
    private readonly AnswerReader _reader = new(parameters);
    // Trials whose answers came from this process without their number since it last named one.
    private readonly List<int> _unconfirmed = [];
    private ProgramProcess? _process;
    private OutOfStep? _outOfStep;
    private double _longest;

    /// <summary>Asks for a trial.</summary>
    /// <param name="point">Values of the parameters.</param>
    /// <param name="trial">Its number.</param>
    /// <param name="cancellation">Gives it up; then there is neither answer nor failure.</param>
    public ProgramReply Ask(double[] point, int trial, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp(), errors = ErrorLength();
        string line = $"{{\"parameters\": {ProgramParameter.Json(parameters, point)}, \"trial\": {trial}}}";
        ProgramAnswer? answer = null;
        TrialFailure? failure = null;
        bool cannotStart = false;
        _outOfStep = null;
        try
        {
            answer = InStep(line, trial, cancellation);
        }
        catch (AnswerException e)
        {
            failure = e.Failure;
            cannotStart = failure.Kind == FailureKind.Crash
                && (_process is null || _process.ExitCode() is NotExecutable or NotFound);
            // After a well-formed line the program waits for the next question; after anything else nobody knows.
            if (failure.Kind is FailureKind.Crash or FailureKind.Timeout or FailureKind.Garbage)
            {
                Stop();
                failure = failure with { Reason = failure.Reason + LastWords(errors) };
            }
        }

        if (command.PerCall || cancellation.IsCancellationRequested)
        {
            Stop();
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        _longest = Math.Max(_longest, seconds);
        return new ProgramReply(answer, failure, seconds, cannotStart) { OutOfStep = _outOfStep };
    }

    /// <summary>Ends the program and looks whether it had another line to say, which tells that its answers were late.</summary>
    /// <returns>What it means; null when it had none.</returns>
    public OutOfStep? Settle()
    {
        _outOfStep = null;
        if (_process is not null && _unconfirmed.Count > 0)
        {
            // A program that reads on ends at once; one that is an answer behind is still busy.
            _process.Finish(TimeSpan.FromSeconds(Math.Clamp(2 * _longest, 1, LongestBusy)));
            CheckStep();
            Stop();
        }

        return _outOfStep;
    }

    /// <summary>Lets the program end: its input ends, and what then still runs is killed.</summary>
    public void Dispose()
    {
        _process?.Finish();
        Stop();
    }

    private void Stop()
    {
        _unconfirmed.Clear();
        _process?.Dispose();
        _process = null;
    }

    private long Until(long start) => command.Timeout is { } seconds
        ? start + (long)Math.Min(seconds * Stopwatch.Frequency, long.MaxValue / 4.0) : long.MaxValue;

    private void CheckStep()
    {
        if (_process?.Unasked() is { } odd)
        {
            LoseStep($"the program wrote a line that nobody had asked for: {AnswerReader.Cut(odd)}");
        }
    }

    private void LoseStep(string reason)
    {
        _outOfStep = new OutOfStep([.. _outOfStep?.Trials ?? [], .. _unconfirmed], reason);
        Stop();
    }

    // A program that is found out of step is started again, and asked again.
    private ProgramAnswer? InStep(string line, int trial, CancellationToken cancellation)
    {
        for (int asked = 1; ; asked++)
        {
            CheckStep();
            try
            {
                ProgramAnswer? answer = Answer(line, trial, Until(Stopwatch.GetTimestamp()), cancellation);
                if (answer is { NamesTrial: true })
                {
                    _unconfirmed.Clear();
                }
                else if (answer is not null && !command.PerCall)
                {
                    _unconfirmed.Add(trial);
                }

                return answer;
            }
            catch (AnswerException e) when (e.IsOfAnotherTrial && !command.PerCall)
            {
                LoseStep(e.Message);
                if (asked == MostAsked)
                {
                    throw;
                }
            }
        }
    }

    private ProgramAnswer? Answer(string line, int trial, long until, CancellationToken cancellation)
    {
        // Twice: a program that ends after its answer without an error is started again for the next question.
        for (int attempt = 0; ; attempt++)
        {
            if (_process is { IsAlive: false })
            {
                Stop();
            }

            ProgramProcess process = _process ??= Begin();
            process.Write(line);
            if (process.Read(until, cancellation) is { } given)
            {
                ProgramAnswer answer = _reader.Read(given, trial);
                process.Answered++;
                return command.PerCall ? Alone(process, answer, until, cancellation) : answer;
            }

            if (cancellation.IsCancellationRequested)
            {
                return null;
            }

            if (Stopwatch.GetTimestamp() >= until)
            {
                throw new AnswerException(FailureKind.Timeout, $"there was no answer within {command.Timeout} s");
            }

            int? code = process.ExitCode();
            if (attempt > 0 || process.Answered == 0 || code != 0)
            {
                throw new AnswerException(FailureKind.Crash, Ended(code));
            }
        }
    }

    private ProgramProcess Begin()
    {
        try
        {
            return new ProgramProcess(command, errorFile);
        }
        catch (Win32Exception e)
        {
            throw new AnswerException(
                FailureKind.Crash, $"the shell could not be started in {command.Directory}: {e.Message}");
        }
    }

    // A program that is started for one question has one line to say. How it then ends is not asked: its answer is whole.
    private static ProgramAnswer Alone(
        ProgramProcess process, ProgramAnswer answer, long until, CancellationToken cancellation)
    {
        long soon = Math.Min(until, Stopwatch.GetTimestamp() + Stopwatch.Frequency);
        return process.Read(soon, cancellation) is { } more
            ? throw new AnswerException(FailureKind.Garbage, $"the program wrote more than one line: {AnswerReader.Cut(more)}")
            : answer;
    }

    private static string Ended(int? code) => code switch
    {
        null => "the program closed its output before it answered",
        > FirstSignal => $"the program was ended by signal {code - FirstSignal} before it answered",
        _ => $"the program ended with exit code {code} before it answered",
    };

    private long ErrorLength() => File.Exists(errorFile) ? new FileInfo(errorFile).Length : 0;

    // The last lines of standard error since the question.
    private string LastWords(long from)
    {
        const int Lines = 3, Bytes = 2048;
        if (ErrorLength() is var length && length <= from)
        {
            return "";
        }

        using var file = new FileStream(errorFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(Math.Max(from, length - Bytes), SeekOrigin.Begin);
        var bytes = new byte[Bytes];
        int count = file.ReadAtLeast(bytes, Bytes, throwOnEndOfStream: false);
        string[] lines = Encoding.UTF8.GetString(bytes, 0, count)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "" : $"; its last words: {string.Join(" | ", lines.TakeLast(Lines))}";
    }
}
