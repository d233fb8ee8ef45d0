using System.Runtime.InteropServices;

namespace CoDesign.Cli;

/// <summary>Turns the first Ctrl-C or termination signal into a request to stop; the second ends the program.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly Action? _announce;
    private readonly PosixSignalRegistration _termination;

    /// <summary>Watches for Ctrl-C until it is disposed.</summary>
    /// <param name="announce">Tells the user what happens now.</param>
    public Interruption(Action? announce = null)
    {
        _announce = announce;
        Console.CancelKeyPress += Stop;
        _termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = !_source.IsCancellationRequested;
            Stop();
        });
    }

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Console.CancelKeyPress -= Stop;
        _termination.Dispose();
        _source.Dispose();
    }

    private void Stop(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = !_source.IsCancellationRequested; // the work ends by itself after the piece in hand
        Stop();
    }

    private void Stop()
    {
        _announce?.Invoke();
        _source.Cancel();
    }
}
