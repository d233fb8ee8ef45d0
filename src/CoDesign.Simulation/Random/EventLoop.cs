namespace CoDesign.Simulation.Random;

/// <summary>Runs a kernel over events in fixed chunks on the worker threads.</summary>
/// <remarks>An event's result depends on its number alone, so chunks and threads cannot change it.</remarks>
internal static class EventLoop
{
    private const int Chunk = 256;

    /// <summary>Calls <paramref name="body"/> with [from, to) ranges that cover [0, events).</summary>
    /// <param name="events">How many events.</param>
    /// <param name="body">Kernel over a range.</param>
    public static void Run(int events, Action<int, int> body)
    {
        int chunks = (events + Chunk - 1) / Chunk;
        if (chunks <= 1 || TorchSharp.torch.get_num_threads() == 1)
        {
            body(0, events);
            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = TorchSharp.torch.get_num_threads() };
        Parallel.For(0, chunks, options, i => body(i * Chunk, Math.Min(events, (i + 1) * Chunk)));
    }

    /// <summary>Sums a per-chunk result over events in chunk order, whatever the threads.</summary>
    /// <param name="events">How many events.</param>
    /// <param name="width">Numbers a chunk returns.</param>
    /// <param name="body">Adds the range's contribution to the given span.</param>
    /// <returns>Sum over events, [width].</returns>
    public static double[] Sum(int events, int width, Action<int, int, Memory<double>> body)
    {
        int chunks = (events + Chunk - 1) / Chunk;
        var parts = new double[chunks * width];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, TorchSharp.torch.get_num_threads()) };
        Parallel.For(0, chunks, options, i =>
            body(i * Chunk, Math.Min(events, (i + 1) * Chunk), parts.AsMemory(i * width, width)));
        var total = new double[width];
        for (int i = 0; i < parts.Length; i++)
        {
            total[i % width] += parts[i];
        }

        return total;
    }
}
