using CoDesign.Optimization.Searches;
using CoDesign.Studies.Minimization;
using CoDesign.Studies.Runs;

namespace CoDesign.Studies.Tests.Minimization;

/// <summary>A folder with a space and programs of the shell.</summary>
internal sealed class MinimizationPlace : IDisposable
{
    public MinimizationPlace(string more = "")
    {
        File.WriteAllText(Path.Combine(Folder, "box.yaml"), "parameters: {x: {min: 0, max: 1}}\n" + more);
        Space = ProgramSpaceReader.Read(Path.Combine(Folder, "box.yaml"), []);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("codesign-minimize-").FullName;

    public string Run => Path.Combine(Folder, "run");

    public ProgramSpace Space { get; }

    public ProgramCommand Command(string text, double? timeout = null) => new(text, Folder, false, timeout);

    public MinimizationRequest Request(string command, int evaluations, int parallel = 1) => new()
    {
        SpaceFile = "box.yaml",
        Command = Command(command),
        Method = SearchMethod.Sobol,
        Seed = 1,
        Evaluations = evaluations,
        Parallel = parallel,
        Started = "",
        Version = "",
    };

    public MinimizationOutcome Minimize(
        MinimizationRequest request, Action<RunProgress>? report = null, CancellationToken cancellation = default) =>
        MinimizationRun.Start(Space, request, Run, report ?? (_ => { }), _ => { }, cancellation);

    /// <summary>A command that answers every question with the same line.</summary>
    public static string Always(string answer) => $"while read -r line; do echo '{answer}'; done";

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
