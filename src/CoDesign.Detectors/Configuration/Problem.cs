namespace CoDesign.Detectors.Configuration;

/// <summary>One thing wrong with a user's input.</summary>
/// <param name="File">The file as the user named it, or "--set" for an override.</param>
/// <param name="Line">Line in the file, from 1; 0 where there is none (an override, an empty file).</param>
/// <param name="KeyPath">The path of keys, "detector.layers[2].thickness"; empty for the whole file.</param>
/// <param name="Message">What was given, what is allowed, and a near miss for a misspelt word.</param>
public sealed record Problem(string File, int Line, string KeyPath, string Message)
{
    /// <summary>"file:line  key.path: message", as the user sees it.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{File}:{Line}" : File;
        return KeyPath.Length > 0 ? $"{place}  {KeyPath}: {Message}" : $"{place}  {Message}";
    }
}
