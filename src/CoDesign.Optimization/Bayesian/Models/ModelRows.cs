using CoDesign.Optimization.Spaces;

namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Data of a model as rows of a linear system: standardised values, then derivatives, by unit coordinates.</summary>
internal sealed class ModelRows
{
    private ModelRows(int dimensions, int points, int slots)
    {
        (Dimensions, Points, Stride) = (dimensions, points, TriangularMatrix.Pad(points));
        Unit = new double[dimensions * Stride];
        (FirstSlope, ValueRow) = (new int[points], new int[points]);
        (Targets, Noise) = (new double[slots], new double[slots]);
    }

    public int Dimensions { get; }

    public int Points { get; }

    /// <summary>Distance between variables in <see cref="Unit"/>.</summary>
    public int Stride { get; }

    /// <summary>Unit coordinates, [variables, points].</summary>
    public double[] Unit { get; }

    public required bool[] IsChoice { get; init; }

    /// <summary>Variables that derivatives are by.</summary>
    public required int[] Sloped { get; init; }

    /// <summary>Row of the value of each point.</summary>
    public int[] ValueRow { get; }

    /// <summary>First of the rows of the derivatives of each point; -1 without.</summary>
    public int[] FirstSlope { get; }

    /// <summary>Standardised values and derivatives, [rows].</summary>
    public double[] Targets { get; }

    /// <summary>Known variances of the targets, [rows]; of derivatives 0.</summary>
    public double[] Noise { get; }

    public int Rows => Targets.Length;

    /// <summary>Rows of an observation, ascending, the value first.</summary>
    public int[] RowsOf(int point) => FirstSlope[point] < 0 ? [ValueRow[point]]
        : [ValueRow[point], .. Enumerable.Range(FirstSlope[point], Sloped.Length)];

    public bool HasSlopes => Rows > Points;

    public required bool NoiseIsKnown { get; init; }

    /// <summary>Value = Shift + Scale * target.</summary>
    public required double Shift { get; init; }

    public required double Scale { get; init; }

    public static ModelRows Of(ModelData data, ModelRows? standard = null)
    {
        SearchSpace space = data.Space;
        int n = data.Points.Count;
        int[] sloped = [.. Enumerable.Range(0, space.Dimensions)
            .Where(i => space.Variables[i].Kind == VariableKind.Continuous)];
        int gradients = data.Gradients?.Count(g => g is not null) ?? 0;
        (double shift, double scale) = standard is null ? Standard(data.Values) : (standard.Shift, standard.Scale);
        var rows = new ModelRows(space.Dimensions, n, n + (gradients * sloped.Length))
        {
            IsChoice = [.. space.Variables.Select(v => v.Kind == VariableKind.Choice)],
            Sloped = sloped,
            NoiseIsKnown = data.Variances is not null,
            Shift = shift,
            Scale = scale,
        };
        int next = n;
        for (int i = 0; i < n; i++)
        {
            rows.Place(i, i, space.ToUnit(data.Points[i]), (data.Values[i] - shift) / scale);
            rows.Noise[i] = data.Variances is { } v ? v[i] / (scale * scale) : 0;
            if (data.Gradients?[i] is { } gradient && sloped.Length > 0)
            {
                rows.FirstSlope[i] = next;
                foreach (int k in sloped)
                {
                    SearchVariable x = space.Variables[k];
                    double range = x.ToScale(x.Maximum) - x.ToScale(x.Minimum);
                    rows.Targets[next++] = gradient[k] * range * (x.UsesLogarithm ? data.Points[i][k] : 1) / scale;
                }
            }
        }

        return rows;
    }

    /// <summary>These rows and one more value.</summary>
    public ModelRows With(ReadOnlySpan<double> unit, double target, double noise)
    {
        var rows = new ModelRows(Dimensions, Points + 1, Rows + 1)
        {
            IsChoice = IsChoice,
            Sloped = Sloped,
            NoiseIsKnown = NoiseIsKnown,
            Shift = Shift,
            Scale = Scale,
        };
        for (int k = 0; k < Dimensions; k++)
        {
            Unit.AsSpan(k * Stride, Points).CopyTo(rows.Unit.AsSpan(k * rows.Stride));
        }

        ValueRow.CopyTo(rows.ValueRow.AsSpan());
        FirstSlope.CopyTo(rows.FirstSlope.AsSpan());
        Targets.CopyTo(rows.Targets.AsSpan());
        Noise.CopyTo(rows.Noise.AsSpan());
        rows.Place(Points, Rows, unit, target);
        rows.Noise[Rows] = noise;
        return rows;
    }

    private void Place(int point, int row, ReadOnlySpan<double> unit, double target)
    {
        for (int k = 0; k < Dimensions; k++)
        {
            Unit[(k * Stride) + point] = unit[k];
        }

        (ValueRow[point], FirstSlope[point], Targets[row]) = (row, -1, target);
    }

    private static (double Shift, double Scale) Standard(double[] values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / values.Length);
        // Values that are equal, or equal up to rounding, have no scale of their own.
        double size = mean == 0 ? 1 : Math.Abs(mean);
        return (mean, deviation > 1e-12 * Math.Abs(mean) ? deviation : size);
    }
}
