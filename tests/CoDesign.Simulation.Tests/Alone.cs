using Xunit;

namespace CoDesign.Simulation.Tests;

/// <summary>Tests of what the whole process shares, such as allocated bytes: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
