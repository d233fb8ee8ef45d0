using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoDesign.Detectors.Configuration;

namespace CoDesign.Studies.Runs;

/// <summary>The append-only record of a run: one JSON line per finished piece of work, with a chained
/// checksum.</summary>
/// <remarks>
/// A line is <c>{"check":C,"key":K,"seconds":S,"value":V}</c>, C = the first 16 hex digits of SHA-256 over the check
/// of the line before and the rest of the line, so that a changed, lost or inserted line is found. Every piece is a
/// pure function of the study, so reading its value back instead of computing it gives the same bits (doubles are
/// written to round-trip). A last line cut short by a kill is dropped; anything else wrong is an error that names the
/// line.
/// </remarks>
public sealed class Journal : IDisposable
{
    private const int CheckLength = 16;
    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<string, double> _seconds = [];
    private readonly FileStream _file;
    private string _check;

    private Journal(FileStream file, string check) => (_file, _check) = (file, check);

    /// <summary>Wall-clock time of all pieces so far [s].</summary>
    public double Seconds { get; private set; }

    /// <summary>Whether a torn last line was dropped on opening.</summary>
    public bool DroppedTornLine { get; private init; }

    /// <summary>Opens a journal to go on, or starts it.</summary>
    /// <param name="path">File.</param>
    /// <exception cref="StudyException">A line other than a torn last one is corrupt.</exception>
    public static Journal Open(string path)
    {
        bool torn = false;
        long good = 0;
        List<Line> lines = File.Exists(path) ? Read(path, out good, out torn) : [];
        // Unbuffered: a line is with the system when Once returns, whatever then happens to the process.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.SetLength(good);
        file.Seek(0, SeekOrigin.End);
        var journal = new Journal(file, lines.Count == 0 ? "" : lines[^1].Check) { DroppedTornLine = torn };
        foreach (Line line in lines)
        {
            journal._values[line.Key] = line.Value;
            journal._seconds[line.Key] = line.Seconds;
            journal.Seconds += line.Seconds;
        }

        return journal;
    }

    /// <summary>Opens the journal of a run that is to be continued.</summary>
    /// <param name="path">File.</param>
    /// <exception cref="StudyException">It holds no whole line, or is corrupt; it is left as it is.</exception>
    public static Journal OpenBegun(string path) => File.Exists(path) && Read(path, out _, out _).Count > 0 ? Open(path)
        : throw new StudyException([new Problem(path, 0, "",
            $"the journal {(File.Exists(path) ? "is empty" : "is missing")}, so that nothing of this run can be continued; restore it, "
            + "or start the run again in another directory")]);

    /// <summary>Values of all lines whose key starts with a prefix, in order.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="path">File.</param>
    /// <param name="prefix">Prefix of the keys.</param>
    public static IReadOnlyList<(string Key, T Value)> ReadAll<T>(string path, string prefix) =>
        [.. Read(path, out _, out _).Where(l => l.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(l => (l.Key, Parse<T>(l.Value)))];

    /// <summary>Whether a piece is done.</summary>
    /// <param name="key">Name of the piece.</param>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Wall-clock time of the pieces whose key starts with a prefix [s].</summary>
    /// <param name="prefix">Prefix of the keys.</param>
    public double SecondsOf(string prefix) =>
        _seconds.Where(s => s.Key.StartsWith(prefix, StringComparison.Ordinal)).Sum(s => s.Value);

    /// <summary>The value of a piece: read back when it is done, else computed and written.</summary>
    /// <typeparam name="T">Type of the value; its JSON must be complete.</typeparam>
    /// <param name="key">Name of the piece, unique in the run.</param>
    /// <param name="compute">Computes it.</param>
    public T Once<T>(string key, Func<T> compute) => OnceIf(key, compute, _ => true);

    /// <summary>As <see cref="Once"/>, but a value that is not worth keeping is not written; it is computed again when it is
    /// asked for again.</summary>
    /// <typeparam name="T">Type of the value; its JSON must be complete.</typeparam>
    /// <param name="key">Name of the piece, unique in the run.</param>
    /// <param name="compute">Computes it.</param>
    /// <param name="keep">Whether a value is written.</param>
    public T OnceIf<T>(string key, Func<T> compute, Func<T, bool> keep)
    {
        if (_values.TryGetValue(key, out string? known))
        {
            return Parse<T>(known);
        }

        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        T value = compute();
        double seconds = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (!keep(value))
        {
            return value;
        }

        string text = JsonSerializer.Serialize(value, Json);
        Append(key, seconds, text);
        return value;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Append(string key, double seconds, string text)
    {
        string rest = $"\"key\":{JsonSerializer.Serialize(key)},\"seconds\":{seconds:R},\"value\":{text}}}";
        string check = Check(_check, rest);
        byte[] bytes = Encoding.UTF8.GetBytes($"{{\"check\":\"{check}\",{rest}\n");
        long before = _file.Position;
        try
        {
            _file.Write(bytes);
            _file.Flush();
        }
        catch (IOException)
        {
            // A full disk may have taken half a line; the journal ends with the line before it.
            _file.SetLength(before);
            throw;
        }

        _check = check;
        _values[key] = text;
        _seconds[key] = seconds;
        Seconds += seconds;
    }

    private static T Parse<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Json) ?? throw new JsonException("a journal value is null");

    private static List<Line> Read(string path, out long good, out bool torn)
    {
        byte[] bytes = File.ReadAllBytes(path);
        List<Line> lines = [];
        string previous = "";
        int at = 0;
        torn = false;
        while (at < bytes.Length)
        {
            int end = Array.IndexOf(bytes, (byte)'\n', at);
            if (end < 0)
            {
                torn = true;
                break;
            }

            if (Line.Parse(Encoding.UTF8.GetString(bytes, at, end - at), previous) is not { } line)
            {
                throw new StudyException([new Problem(path, lines.Count + 1, "",
                    "this line of the journal is corrupt: its checksum does not fit. Nothing was changed; "
                    + "restore the file, or delete this line and all after it to go on from the line before")]);
            }

            lines.Add(line);
            previous = line.Check;
            at = end + 1;
        }

        good = at;
        return lines;
    }

    private static string Check(string previous, string rest) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + rest)))[..CheckLength];

    private sealed record Line(string Check, string Key, double Seconds, string Value)
    {
        private const string Prefix = "{\"check\":\"";
        private const string Separator = "\",";

        public static Line? Parse(string text, string previous)
        {
            int restAt = Prefix.Length + CheckLength + Separator.Length;
            if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length <= restAt)
            {
                return null;
            }

            string check = text.Substring(Prefix.Length, CheckLength);
            bool parted = string.CompareOrdinal(text, restAt - Separator.Length, Separator, 0, Separator.Length) == 0;
            if (!parted || check != Journal.Check(previous, text[restAt..]))
            {
                return null;
            }

            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            return new Line(
                check, root.GetProperty("key").GetString() ?? "", root.GetProperty("seconds").GetDouble(),
                root.GetProperty("value").GetRawText());
        }
    }
}
