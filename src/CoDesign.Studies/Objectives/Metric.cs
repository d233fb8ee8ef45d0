using static TorchSharp.torch;

namespace CoDesign.Studies.Objectives;

/// <summary>A figure of merit in physical units, made of one entry an event or pair; smaller is better.</summary>
public abstract record Metric
{
    /// <summary>Name in files and results.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, for the report.</summary>
    public abstract string Description { get; }

    /// <summary>Unit it is shown in.</summary>
    public abstract string Unit { get; }

    /// <summary>Size of that unit in internal units.</summary>
    public abstract double UnitValue { get; }

    /// <summary>How the metric follows from its entries.</summary>
    public abstract Averaging Averaging { get; }

    /// <summary>The metric of given entries, scalar with gradient, internal units.</summary>
    /// <param name="entries">One number an event or pair, [entries]: the squared deviation from the truth for a root mean
    /// square or a geometric mean.</param>
    public Tensor Value(Tensor entries) => Averaging switch
    {
        Averaging.RootMeanSquare => entries.mean().sqrt(),
        Averaging.GeometricMean => (entries.log().mean() / 2).exp(),
        _ => entries.mean(),
    };

    /// <summary>What is averaged of an entry.</summary>
    /// <param name="entry">The entry.</param>
    public double Averaged(double entry) => Averaging == Averaging.GeometricMean ? Math.Log(entry) : entry;

    /// <summary>The metric of an average, internal units.</summary>
    /// <param name="mean">Mean of <see cref="Averaged"/> over the entries.</param>
    public double Value(double mean) => Averaging switch
    {
        Averaging.RootMeanSquare => Math.Sqrt(mean),
        Averaging.GeometricMean => Math.Exp(mean / 2),
        _ => mean,
    };
}
