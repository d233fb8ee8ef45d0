using System.Diagnostics;
using CoDesign.Studies.Runs;

namespace CoDesign.Cli;

/// <summary>One line on standard error that says where a run stands and how long it still takes. On a terminal it is
/// redrawn; in a log a line is written every tenth of the work.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly long _start = Stopwatch.GetTimestamp();
    private double _first = -1;
    private long _firstAt;
    private long _shownAt;
    private int _tenth = -1;

    public void Report(RunProgress progress)
    {
        if (_first < 0)
        {
            (_first, _firstAt) = (progress.Fraction, Stopwatch.GetTimestamp());
        }

        string line = $"{100 * progress.Fraction,3:0} %  {progress.Phase}{(progress.Detail.Length > 0 ? ", " : "")}{progress.Detail}  [{Elapsed()}{Left(progress.Fraction)}]";
        if (_terminal)
        {
            if (Stopwatch.GetElapsedTime(_shownAt).TotalMilliseconds < 100)
            {
                return;
            }

            _shownAt = Stopwatch.GetTimestamp();
            int width = Math.Max(20, Console.BufferWidth - 1);
            line = Bar(progress.Fraction) + line;
            Console.Error.Write("\r" + (line.Length > width ? line[..width] : line.PadRight(width)));
        }
        else if ((int)(10 * progress.Fraction) > _tenth)
        {
            _tenth = (int)(10 * progress.Fraction);
            Console.Error.WriteLine(line);
        }
    }

    public void Say(string message)
    {
        Clear();
        Console.Error.WriteLine($"codesign: {message}");
    }

    public void Clear()
    {
        if (_terminal)
        {
            Console.Error.Write("\r" + new string(' ', Math.Max(20, Console.BufferWidth - 1)) + "\r");
        }
    }

    public void Dispose() => Clear();

    private static string Bar(double fraction)
    {
        const int Cells = 20;
        int full = (int)Math.Clamp(Cells * fraction, 0, Cells);
        return $"[{new string('#', full)}{new string('.', Cells - full)}] ";
    }

    private string Elapsed() => Clock(Stopwatch.GetElapsedTime(_start));

    // Pieces that were read back from a journal took no time; the rate counts from the first that was computed.
    private string Left(double fraction)
    {
        double done = fraction - _first, seconds = Stopwatch.GetElapsedTime(_firstAt).TotalSeconds;
        return done < 0.01 ? "" : $", {Clock(TimeSpan.FromSeconds(seconds * (1 - fraction) / done))} left";
    }

    private static string Clock(TimeSpan time) => $"{(int)time.TotalMinutes}:{time.Seconds:00}";
}
