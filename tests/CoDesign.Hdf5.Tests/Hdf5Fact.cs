using CoDesign.Hdf5;
using Xunit;

namespace CoDesign.Tests;

/// <summary>A test that needs libhdf5; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Hdf5FactAttribute : FactAttribute
{
    public Hdf5FactAttribute() => Skip = Hdf5Library.Obstacle;
}

/// <summary>As <see cref="Hdf5FactAttribute"/>, for theories.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Hdf5TheoryAttribute : TheoryAttribute
{
    public Hdf5TheoryAttribute() => Skip = Hdf5Library.Obstacle;
}
