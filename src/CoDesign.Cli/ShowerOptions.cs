using System.CommandLine;

namespace CoDesign.Cli;

/// <summary>Arguments and options that the commands on showers share.</summary>
internal static class ShowerOptions
{
    public static Argument<string> Geometry() => new("GEOMETRY") { Description = "Geometry file (YAML)." };

    public static Option<string> Particle(string value) =>
        Text("--particle", "e-, e+ or gamma, onto the centre of the front face.", value);

    public static Option<long?> Threads() => new("--threads")
    {
        Description = "Worker threads; results do not depend on it [default: one per processor].",
    };

    /// <param name="of">Whose parameter NAME is, and whose key KEY.PATH.</param>
    public static Option<string[]> Set((string Parameter, string Key) of) => new("--set")
    {
        Description = $"NAME=VALUE sets a parameter of {of.Parameter}, KEY.PATH=VALUE any key of {of.Key}. "
            + "May be given more than once.",
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<bool> Json() =>
        new("--json") { Description = "Print JSON on standard output and nothing else." };

    public static Option<string> Text(string name, string description, string value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    public static Option<long> Count(string name, string description, long value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };
}
