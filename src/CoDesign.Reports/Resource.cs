namespace CoDesign.Reports;

/// <summary>Text files embedded in this assembly.</summary>
internal static class Resource
{
    public static string Read(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the resource {name} is not embedded in CoDesign.Reports");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
