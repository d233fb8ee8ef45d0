using CoDesign.Optimization.Searches;
using CoDesign.Studies.Benchmarks;
using Xunit;

namespace CoDesign.Studies.Tests.Benchmarks;

public sealed class SearchMethodNameTests
{
    [Theory]
    [InlineData("nsga-ii", SearchMethod.Nsga2)]
    [InlineData("nsga2", SearchMethod.Nsga2)]
    [InlineData("NSGA-2", SearchMethod.Nsga2)]
    [InlineData("cma_es", SearchMethod.CmaEs)]
    public void Find_AnySpelling_IsTheMethod(string name, SearchMethod method) =>
        Assert.Equal(method, SearchMethodName.Find(name));

    [Fact]
    public void Of_EveryMethod_HasOneWordThatIsFound()
    {
        Assert.Equal("nsga-ii", SearchMethodName.Of(SearchMethod.Nsga2));
        Assert.All(Enum.GetValues<SearchMethod>(), m => Assert.Equal(m, SearchMethodName.Find(SearchMethodName.Of(m))));
        Assert.Equal(Enum.GetValues<SearchMethod>().Length, SearchMethodName.All.Count);
    }
}
