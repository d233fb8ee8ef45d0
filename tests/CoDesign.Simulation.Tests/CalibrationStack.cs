using System.Globalization;

namespace CoDesign.Simulation.Tests;

/// <summary>A line of tests/calibration/stacks.csv: a stack as the Monte Carlo sees it.</summary>
internal sealed record CalibrationStack
{
    public required TestStack Stack { get; init; }

    public required double EnergyGev { get; init; }

    /// <summary>Mean active energy over that of the primary.</summary>
    public required double Visible { get; init; }

    public required double Resolution { get; init; }

    public required double ResolutionError { get; init; }

    /// <summary>Mean depth of the active energy [X0].</summary>
    public required double ActiveDepth { get; init; }

    /// <summary>The third of the lines that tests/calibration/fit.py does not fit.</summary>
    public static IReadOnlyList<CalibrationStack> HeldOut { get; } =
        [.. Read().Where((_, line) => (line + (line / 3)) % 3 == 2)];

    private static IEnumerable<CalibrationStack> Read()
    {
        string[] lines = [.. File.ReadAllLines(Path()).Where(line => !line.StartsWith('#'))];
        string[] names = lines[0].Split(',');
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            double Number(string name) => double.Parse(Word(name), CultureInfo.InvariantCulture);
            string Word(string name) => cells[Array.IndexOf(names, name)];
            yield return new CalibrationStack
            {
                Stack = new TestStack
                {
                    Absorber = Word("absorber"),
                    AbsorberThickness = Number("d"),
                    Active = Word("active"),
                    ActiveThickness = Number("s"),
                    Layers = (int)Number("layers"),
                    CellSize = 10_000,
                    CellCount = 1,
                },
                EnergyGev = Number("energy_GeV"),
                Visible = Number("visible"),
                Resolution = Number("resolution"),
                ResolutionError = Number("resolution_error"),
                ActiveDepth = Number("depth_active"),
            };
        }
    }

    private static string Path()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "CoDesign.sln")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine(folder.FullName, "tests/calibration/stacks.csv");
    }
}
