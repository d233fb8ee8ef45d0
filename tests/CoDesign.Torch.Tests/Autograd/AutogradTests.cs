using System.Runtime.InteropServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Torch.Tests.Autograd;

public sealed class AutogradTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string> Functions => [.. Cases.Keys];

    private static Dictionary<string, Func<Tensor, Tensor>> Cases { get; } = new()
    {
        ["exp"] = x => x.exp(),
        ["log"] = x => x.log(),
        ["pow"] = x => x.pow(2.5),
        ["divide"] = x => 3 / x,
        ["subtract"] = x => 2 - (x * x),
        ["tanh"] = x => x.tanh(),
        ["erf"] = x => x.erf(),
        ["lgamma"] = x => x.lgamma(),
        ["atan2"] = x => x.atan2(1 + x),
        ["softplus"] = x => nn.functional.softplus(x),
        ["silu"] = x => x.silu(),
        ["logsumexp"] = x => x.logsumexp(0),
        ["softmax"] = x => x.softmax(0).square(),
        ["index"] = x => x[TensorIndex.Slice(0, 2)] * x[-1],
        ["where"] = x => where(x > 1, x.sqrt(), x * 2),
        ["clamp"] = x => x.clamp(0.9, 1.2) * x,
        ["cumsum"] = x => x.cumsum(0).square(),
        ["outer"] = x => x.outer(x.sin()),
        ["cholesky"] = x => linalg.cholesky(diag(x) + (ones(3, 3, ScalarType.Float64) * 0.1)),
        ["solve"] = x => linalg.solve(diag(x) + 0.1, x.unsqueeze(1)),
        ["variance"] = x => x.var(),
        ["custom"] = x => SineTimesX.apply(x),
        ["custom of two"] = x => SumAndProduct.apply(x, x * x)[1] + SumAndProduct.apply(x, x * x)[0],
    };

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Functions))]
    public void Grad_OfAFunction_AgreesWithDifferences(string name) =>
        AssertClose.Gradient(Cases[name], [0.7, 1.1, 1.9]);

    [Fact]
    public void Backward_Twice_Accumulates()
    {
        var x = tensor(3.0, requires_grad: true);
        (x * x).backward();
        (x * x).backward();
        AssertClose.Values([12], x.grad!); // backward has just set it
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Grad_CreateGraph_GivesSecondDerivative()
    {
        var x = tensor(0.7, requires_grad: true);
        var g = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        AssertClose.Values([6 * 0.7], autograd.grad([g], [x])[0]);
    }

    [Fact]
    public void NoGrad_AndInferenceMode_RecordNothing()
    {
        var x = tensor(1.0, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
            {
                Assert.True((x * 2).requires_grad);
            }
        }
        using (inference_mode())
        {
            Assert.False((x * 2).requires_grad);
        }
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void CustomFunction_WithoutGradient_IsItsForward() => AssertClose.Values(
        [Math.Sin(0.4) * 0.4], SineTimesX.apply(tensor(0.4)));

    [Fact]
    public void CustomFunction_ThatReturnsItsInput_IsCopied()
    {
        var x = tensor(0.4, requires_grad: true);
        var y = Identity.apply(x);
        y.backward();
        AssertClose.Values([2], x.grad!); // backward has just set it
    }

    [Fact]
    public void CustomFunction_ThatThrowsInBackward_CarriesItsText()
    {
        var y = Throwing.apply(tensor(0.4, requires_grad: true));
        var e = Assert.Throws<ExternalException>(y.backward);
        Assert.Contains("no gradient today", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CustomFunction_SavedTensorChanged_IsNoticed()
    {
        double[] at = [0.4];
        var x = tensor(at, requires_grad: true);
        var z = x * 1;
        var y = SineTimesX.apply(z);
        z.add_(1);
        Assert.Throws<ExternalException>(() => y.sum().backward());
    }

    private sealed class SineTimesX : autograd.SingleTensorFunction<SineTimesX>
    {
        public override string Name => nameof(SineTimesX);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            return x.sin() * x;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var x = ctx.get_saved_variables()[0];
            return [grad_output * (x.sin() + (x * x.cos()))];
        }
    }

    private sealed class SumAndProduct : autograd.MultiTensorFunction<SumAndProduct>
    {
        public override string Name => nameof(SumAndProduct);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var (a, b) = ((Tensor)vars[0], (Tensor)vars[1]);
            ctx.save_for_backward([a, b]);
            return [a + b, a * b];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
        {
            var saved = ctx.get_saved_variables();
            return
            [
                grad_outputs[0] + (grad_outputs[1] * saved[1]),
                grad_outputs[0] + (grad_outputs[1] * saved[0]),
            ];
        }
    }

    private sealed class Identity : autograd.SingleTensorFunction<Identity>
    {
        public override string Name => nameof(Identity);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => (Tensor)vars[0];

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output * 2];
    }

    private sealed class Throwing : autograd.SingleTensorFunction<Throwing>
    {
        public override string Name => nameof(Throwing);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
            throw new InvalidOperationException("no gradient today");
    }
}
