using CoDesign.Simulation.Random;

namespace CoDesign.Studies.Runs;

/// <summary>Which random streams a part of a run draws from; no two roles share one.</summary>
internal static class StreamRole
{
    /// <summary>Events that choose among replicas, and sensitivities.</summary>
    public const ulong Validation = 1;

    /// <summary>Random search.</summary>
    public const ulong RandomSearch = 2;

    /// <summary>Sobol search.</summary>
    public const ulong SobolSearch = 3;

    /// <summary>Gradient check.</summary>
    public const ulong GradientCheck = 4;

    /// <summary>Prices and curvature.</summary>
    public const ulong Analysis = 5;

    /// <summary>Events of the judge.</summary>
    public const ulong Judge = 6;

    /// <summary>Gradient descents of the structures.</summary>
    public const ulong Outer = 7;

    /// <summary>The Bayesian search without gradients that the outer loop is compared with.</summary>
    public const ulong OuterOnly = 8;

    /// <summary>The gradient descent without outer loop that it is compared with.</summary>
    public const ulong InnerOnly = 9;

    /// <summary>Starts of the replicas.</summary>
    public const ulong Starts = 10;

    /// <summary>Gradient descents of a trade-off.</summary>
    public const ulong Tradeoff = 11;

    /// <summary>The Bayesian search of a front.</summary>
    public const ulong FrontSearch = 12;

    private const ulong Replicas = 1000;
    private const ulong Seeds = 1_000_000;

    /// <summary>Events of a replica.</summary>
    public static EventStreams OfReplica(this EventStreams run, int replica) => run.Child(Replicas + (ulong)replica);

    /// <summary>Events of a seed of the final evaluation.</summary>
    public static EventStreams OfSeed(this EventStreams run, int seed) => run.Child(Seeds + (ulong)seed);
}
