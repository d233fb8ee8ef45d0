namespace CoDesign.Cli;

/// <summary>Turns the first Ctrl-C into a request to stop; the second ends the program.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly Action? _announce;

    /// <summary>Watches for Ctrl-C until it is disposed.</summary>
    /// <param name="announce">Tells the user what happens now.</param>
    public Interruption(Action? announce = null)
    {
        _announce = announce;
        Console.CancelKeyPress += Stop;
    }

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Console.CancelKeyPress -= Stop;
        _source.Dispose();
    }

    private void Stop(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = !_source.IsCancellationRequested; // the work ends by itself after the piece in hand
        _announce?.Invoke();
        _source.Cancel();
    }
}
