using System.Runtime.CompilerServices;
using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using Xunit;

namespace CoDesign.Studies.Tests.Tiny;

/// <summary>A copy of the smallest study in a folder of its own, to change and run.</summary>
internal sealed class TinyStudy : IDisposable
{
    public static readonly RunRequest Request = new("study.yaml", Quick: false, "2026-01-01T00:00:00Z", "test");

    public TinyStudy()
    {
        Folder = Directory.CreateTempSubdirectory("codesign-studies-").FullName;
        File.Copy(Source("study.yaml"), StudyFile);
        File.Copy(Source("geometry.yaml"), GeometryFile);
    }

    public string Folder { get; }

    public string StudyFile => In("study.yaml");

    public string GeometryFile => In("geometry.yaml");

    public string In(string name) => Path.Combine(Folder, name);

    public TinyStudy Edit(string old, string replacement) => Edit(StudyFile, old, replacement);

    public TinyStudy EditGeometry(string old, string replacement) => Edit(GeometryFile, old, replacement);

    public Study Load(params string[] overrides) => StudyLoader.Load(StudyFile, overrides, quick: false);

    /// <summary>The messages of loading it, with the folder taken out.</summary>
    public string[] Problems(params string[] overrides) =>
        [.. Assert.Throws<StudyException>(() => Load(overrides)).Problems
            .Select(p => p.ToString().Replace(Folder + "/", "", StringComparison.Ordinal))];

    public StudySummary Start(string run, CancellationToken cancellation = default) =>
        Start(run, _ => { }, cancellation);

    public StudySummary Start(string run, Action<RunProgress> report, CancellationToken cancellation = default) =>
        StudyRun.Start(Load(), Request, In(run), report, cancellation);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Source(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here) ?? "", name);

    private TinyStudy Edit(string file, string old, string replacement)
    {
        string text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, replacement, StringComparison.Ordinal));
        return this;
    }
}
