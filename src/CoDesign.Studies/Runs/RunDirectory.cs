using System.Security.Cryptography;
using System.Text;
using CoDesign.Detectors.Configuration;
using IoPath = System.IO.Path;

namespace CoDesign.Studies.Runs;

/// <summary>The folder of a run: everything that the run made and that is needed to continue or repeat it.</summary>
public sealed class RunDirectory : IDisposable
{
    private const string LockName = "run.lock";
    private readonly FileStream _lock;
    private readonly Origin _origin;
    private bool _removed;

    private RunDirectory(string path, FileStream lockFile, Origin origin) =>
        (Path, _lock, _origin) = (path, lockFile, origin);

    private enum Origin
    {
        /// <summary>The folder was there before.</summary>
        Found,

        /// <summary>This process made the folder.</summary>
        Made,
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The resolved study: every default written out.</summary>
    public string Study => In("study.resolved.yaml");

    /// <summary>The resolved geometry.</summary>
    public string Geometry => In("geometry.resolved.yaml");

    /// <summary>The resolved space of a minimisation.</summary>
    public string Space => In("space.resolved.yaml");

    /// <summary>How the run was started.</summary>
    public string Start => In("run.json");

    /// <summary>The journal.</summary>
    public string Journal => In("journal.jsonl");

    /// <summary>The machine-readable result.</summary>
    public string Summary => In("summary.json");

    /// <summary>Arrays behind the result.</summary>
    public string Results => In("results.h5");

    /// <summary>The report.</summary>
    public string Report => In("report.html");

    /// <summary>Weights of networks.</summary>
    public string Checkpoints => In("checkpoints");

    /// <summary>Standard error of a program that a minimisation asks, absolute: the program may run elsewhere.</summary>
    /// <param name="worker">Its number, from 1.</param>
    public string WorkerErrors(int worker) => IoPath.GetFullPath(In($"worker-{worker}.stderr"));

    /// <summary>Makes the folder of a new run.</summary>
    /// <param name="path">Folder; must not exist, or be empty.</param>
    /// <exception cref="StudyException">It exists.</exception>
    public static RunDirectory Create(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(IsForeign)))
        {
            throw new StudyException([new Problem(path, 0, "", !File.Exists(IoPath.Combine(path, "run.json"))
                ? "this exists and is not a run; give another directory with --out"
                : $"the run directory exists; continue it with 'codesign resume {path}', or give another one with --out")]);
        }

        bool made = !Directory.Exists(path);
        Directory.CreateDirectory(path);
        try
        {
            return Lock(path, made ? Origin.Made : Origin.Found);
        }
        catch (IOException) when (made)
        {
            Directory.Delete(path);
            throw;
        }
    }

    /// <summary>Opens the folder of a run that was begun.</summary>
    /// <param name="path">Folder.</param>
    /// <exception cref="StudyException">It is not a run, or another process holds it.</exception>
    public static RunDirectory Open(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new StudyException([new Problem(path, 0, "", "there is no such run directory")]);
        }

        if (!File.Exists(IoPath.Combine(path, "run.json")))
        {
            throw new StudyException([new Problem(path, 0, "", "this is not a run directory: it holds no run.json")]);
        }

        return Lock(path, Origin.Found);
    }

    /// <summary>Writes a file so that it is there whole or not at all.</summary>
    /// <param name="path">File.</param>
    /// <param name="text">Its text.</param>
    public static void WriteWhole(string path, string text) => WriteWhole(path, new UTF8Encoding(false).GetBytes(text));

    /// <summary>Writes a file so that it is there whole or not at all.</summary>
    /// <param name="path">File.</param>
    /// <param name="bytes">Its bytes.</param>
    public static void WriteWhole(string path, byte[] bytes)
    {
        string partial = path + ".partial";
        try
        {
            File.WriteAllBytes(partial, bytes);
            File.Move(partial, path, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>SHA-256 of a file, in hex.</summary>
    /// <param name="path">File.</param>
    public static string Sha256(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    /// <summary>Removes everything in the folder, and the folder unless it was there before; for a run that failed before
    /// its first result. Until all is gone the lock is held.</summary>
    public void Remove()
    {
        foreach (string file in Directory.GetFiles(Path).Where(f => IoPath.GetFileName(f) != LockName))
        {
            File.Delete(file);
        }

        foreach (string folder in Directory.GetDirectories(Path))
        {
            Directory.Delete(folder, recursive: true);
        }

        File.Delete(In(LockName));
        if (_origin == Origin.Made)
        {
            Directory.Delete(Path);
        }

        _removed = true;
        _lock.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // In this order, so that the file that goes is never the lock of the next process.
        if (!_removed)
        {
            _removed = true;
            File.Delete(In(LockName));
        }

        _lock.Dispose();
    }

    // What a run killed before it was fully started leaves; run.json is written last and completes the start.
    private static bool IsForeign(string entry) => IoPath.GetFileName(entry) is not
        ("study.resolved.yaml" or "geometry.resolved.yaml" or "study.resolved.yaml.partial" or "geometry.resolved.yaml.partial"
            or "space.resolved.yaml" or "space.resolved.yaml.partial" or "run.json.partial" or LockName);

    private string In(string name) => IoPath.Combine(Path, name);

    private static RunDirectory Lock(string path, Origin origin)
    {
        try
        {
            return new RunDirectory(path, new FileStream(
                IoPath.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None),
                origin);
        }
        catch (IOException e) when (e.Message.Contains("being used by another process", StringComparison.Ordinal))
        {
            throw new StudyException(
                [new Problem(path, 0, "", "another process is writing this run; wait for it, or stop it")]);
        }
    }
}
