using Xunit;

namespace CoDesign.Studies.Tests.Pipelines;

/// <summary>Tests that look at the memory of the process or use all its threads: one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAfterTheOther
{
    public const string Name = "pipelines";
}
