using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CoDesign.Studies.Minimization;

/// <summary>What a program started, as /proc tells it.</summary>
/// <remarks>
/// Found are children of children, members of the sessions that they opened, and whoever inherited a variable of the
/// environment. A process that left the tree, its session and its environment is nobody's; nothing finds it.
/// </remarks>
internal static class ProcessTree
{
    // Processes may start others while they are ended.
    private const int MostRounds = 8;

    /// <summary>Whether the system tells of processes.</summary>
    public static bool IsKnown { get; } = File.Exists("/proc/self/stat");

    /// <summary>Ends a process with all it started.</summary>
    /// <param name="root">Its number.</param>
    /// <param name="marker">"NAME=VALUE" of its environment, which no other program has.</param>
    public static void Kill(int root, string marker)
    {
        byte[] variable = Encoding.UTF8.GetBytes(marker);
        int own = Read(Environment.ProcessId)?.Session ?? 0;
        var ids = new HashSet<int> { root };
        var sessions = new HashSet<int> { root };
        for (int round = 0; round < MostRounds; round++)
        {
            ProcessStatus[] found = Find(ids, sessions, own, variable);
            if (found.Length == 0)
            {
                return;
            }

            foreach (ProcessStatus process in found)
            {
                End(process.Id);
            }
        }
    }

    /// <summary>A process with its descendants, the parents first; empty where the system does not tell.</summary>
    /// <param name="root">Its number.</param>
    public static IReadOnlyList<(int Id, int Parent)> Of(int root)
    {
        List<(int Id, int Parent)> tree = [(root, 0)];
        for (int i = 0; i < tree.Count; i++)
        {
            int id = tree[i].Id;
            tree.AddRange(Text($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(child => (int.Parse(child, CultureInfo.InvariantCulture), id)));
        }

        return tree;
    }

    /// <summary>Text of a file of /proc; empty when the process has gone or is another user's.</summary>
    public static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static ProcessStatus[] Find(HashSet<int> ids, HashSet<int> sessions, int own, byte[] variable)
    {
        ProcessStatus[] all = [.. Directory.GetDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? Read(id) : null)
            .OfType<ProcessStatus>()];
        var found = new Dictionary<int, ProcessStatus>();
        for (int before = -1; before < found.Count;)
        {
            before = found.Count;
            foreach (ProcessStatus p in all.Where(p => !found.ContainsKey(p.Id) && p.Id != Environment.ProcessId))
            {
                if (ids.Contains(p.Id) || ids.Contains(p.Parent) || sessions.Contains(p.Session) || Inherited(p.Id, variable))
                {
                    found.Add(p.Id, p);
                    ids.Add(p.Id);
                    if (p.Session != own)
                    {
                        sessions.Add(p.Session);
                    }
                }
            }
        }

        return [.. found.Values.Where(p => !p.IsDead)];
    }

    private static bool Inherited(int id, byte[] variable)
    {
        try
        {
            byte[] environment = File.ReadAllBytes($"/proc/{id}/environ");
            return environment.AsSpan().IndexOf(variable) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // "id (name) state parent group session ..."; the name may hold anything.
    private static ProcessStatus? Read(int id)
    {
        string text = Text($"/proc/{id}/stat");
        string[] fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 4 ? null : new ProcessStatus(
            id, int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture),
            fields[0] is "Z" or "X");
    }

    private static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended in the meantime, or is another user's.
        }
    }

    private sealed record ProcessStatus(int Id, int Parent, int Session, bool IsDead);
}
