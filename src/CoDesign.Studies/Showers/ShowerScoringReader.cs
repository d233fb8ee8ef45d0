using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Physics;
using CoDesign.Simulation.MonteCarlo.Scoring;

namespace CoDesign.Studies.Showers;

/// <summary>Checks what a user asks to record in cells and rings.</summary>
internal sealed class ShowerScoringReader(ShowerArguments arguments, List<Problem> problems)
{
    public ScoringOptions Read(ShowerModel model, SamplingCalorimeterGeometry? geometry)
    {
        if (model == ShowerModel.Parametric && (arguments.Cells || arguments.CellSize is not null))
        {
            Add("--cells", "the parametric model has no cells here; leave it out, or give --model monte-carlo");
        }

        if (arguments.Cells && arguments.CellSize is not null)
        {
            Add("--cells", "cannot be given with --cell-size; give one of them");
        }

        NeedsOutput("--cells", arguments.Cells);
        NeedsOutput("--cell-size", arguments.CellSize is not null);
        NeedsOutput("--rings", arguments.Rings is not null);
        double? cell = arguments.CellSize is { } size ? Length("--cell-size", size)
            : arguments.Cells && geometry is not null ? Baseline(geometry, geometry.CellSize) : null;
        var options = new ScoringOptions { CellSize = cell, RingEdges = Rings() };
        if (geometry is not null)
        {
            CheckGrid(options, geometry);
        }

        return options;
    }

    private void NeedsOutput(string option, bool given)
    {
        if (given && arguments.Output is null)
        {
            Add(option, "needs --out: it is recorded in the file only");
        }
    }

    // Energy beyond the grid would be missing in the file.
    private void CheckGrid(ScoringOptions options, SamplingCalorimeterGeometry geometry)
    {
        double transverse = Math.Sqrt(Baseline(geometry, geometry.Area));
        int cells = (2 * options.CellReach) + 1;
        if (options.CellSize > 0 && options.CellSize < transverse / cells)
        {
            double least = transverse / cells;
            double digit = Math.Pow(10, Math.Floor(Math.Log10(least)) - 3);
            string given = arguments.CellSize ?? Quantity.Format(options.CellSize.Value, "mm");
            Add(arguments.CellSize is null ? "--cells" : "--cell-size",
                $"given {given}, must be at least {Quantity.Format(Math.Ceiling(least / digit) * digit, "mm")}: the grid "
                + $"has {cells} cells a side, and the front face is {Quantity.Format(transverse, "mm")} wide");
        }
    }

    private List<double> Rings()
    {
        if (arguments.Rings is not { } rings)
        {
            return [];
        }

        List<double> edges =
            [0, .. rings.Split(',', StringSplitOptions.TrimEntries).Select(edge => Length("--rings", edge))];
        if (edges.Zip(edges.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            Add("--rings", $"given {rings}, must rise");
        }

        edges.Add(double.PositiveInfinity);
        return edges;
    }

    private static double Baseline(SamplingCalorimeterGeometry geometry, Expression expression) =>
        geometry.Scope.Evaluate(expression, geometry.Space.Baseline().Value);

    private double Length(string option, string text)
    {
        double value = ShowerWords.Read(problems, option, text, Dimension.OfLength, "a length, such as \"10 mm\"");
        if (value <= 0)
        {
            Add(option, $"given {text}, must be above 0 mm");
        }

        return value;
    }

    private void Add(string option, string message) => problems.Add(new Problem(option, 0, "", message));
}
