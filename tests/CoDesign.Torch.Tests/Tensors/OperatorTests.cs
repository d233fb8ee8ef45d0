using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Torch.Tests.Tensors;

public sealed class OperatorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

#if !TORCHSHARP
    [Fact]
    public void Aten_EveryOperator_ExistsInThisLibtorch()
    {
        var missing = new List<string>();
        foreach (var field in typeof(TorchSharp.Interop.Aten).GetFields(BindingFlags.Static | BindingFlags.NonPublic))
        {
            try
            {
                ((TorchSharp.Interop.Operator)field.GetValue(null)!).Do(); // a static readonly field has a value
            }
            catch (ExternalException e) when (e.Message.Contains("missing argument", StringComparison.Ordinal))
            {
            }
            catch (ExternalException e)
            {
                missing.Add($"{field.Name}: {e.Message.Split('\n')[0]}");
            }
        }
        Assert.Empty(missing);
    }
#endif

    [Fact]
    public void Arithmetic_OfNumbersOnBothSides_FollowsC()
    {
        var x = tensor(new[] { 1.0, 2, 4 });
        AssertClose.Values([3, 4, 6], x + 2);
        AssertClose.Values([3, 4, 6], 2 + x);
        AssertClose.Values([-1, 0, 2], x - 2);
        AssertClose.Values([1, 0, -2], 2.0 - x);
        AssertClose.Values([2, 1, 0.5], 2 / x);
        AssertClose.Values([0.5, 1, 2], x / 2);
        AssertClose.Values([1, 2, 1], x % 3);
        AssertClose.Values([-1, -2, -4], -x);
        Assert.Equal(ScalarType.Float32, (tensor(1f) * 2.0).dtype);
        Assert.Equal(ScalarType.Int64, (tensor(1L) * 2).dtype);
    }

    [Fact]
    public void Errors_OfTorch_CarryItsText()
    {
        var e = Assert.Throws<ExternalException>(() => ones(2, 3).mm(ones(2, 3)));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("frame #", e.Message, StringComparison.Ordinal);
    }
}
