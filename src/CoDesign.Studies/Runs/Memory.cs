namespace CoDesign.Studies.Runs;

/// <summary>Memory of the machine.</summary>
internal static class Memory
{
    /// <summary>Memory available to the process [GiB].</summary>
    public static double TotalGib() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
}
