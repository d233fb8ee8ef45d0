using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Torch.Tests.Modules;

public sealed class ModuleTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void RegisterComponents_OfFields_NamesThem()
    {
        using var m = new Net();
        Assert.Equal(
            ["_scale", "_first.weight", "_first.bias", "_rest.0.weight", "_rest.0.bias"],
            m.named_parameters().Select(p => p.name));
        Assert.Equal(["_offset"], m.named_buffers().Select(b => b.name));
        Assert.Equal(6, m.state_dict().Count);
        Assert.Equal([5L, 1], m.call(ones(5, 2)).shape);
        Assert.Equal(ScalarType.Float64, m.to(ScalarType.Float64).call(ones(5, 2, ScalarType.Float64)).dtype);
        Assert.All(m.parameters(), p => Assert.Equal(ScalarType.Float64, p.dtype));
        m.eval();
        Assert.All(m.modules(), s => Assert.False(s.training));
    }

    [Fact]
    public void SaveAndLoad_OfAModule_KeepsItsState()
    {
        using Net a = new(), b = new();
        using var stream = new MemoryStream();
        a.save(stream);
        using var copy = new MemoryStream(stream.ToArray());
        b.load(copy);
        var x = randn(3, 2);
        Assert.True(a.call(x).allclose(b.call(x)));
        Assert.Throws<ArgumentException>(() => nn.Linear(2, 2).load(new MemoryStream(stream.ToArray())));
        using var c = new Net();
        c.load_state_dict(a.state_dict());
        Assert.True(a.call(x).allclose(c.call(x)));
    }

    [Fact]
    public void Save_OfAParameter_HasTheBytesOfTorchSharp()
    {
        using var m = nn.Linear(2, 1, hasBias: false);
        nn.init.constant_(m.weight, 1);
        using var stream = new MemoryStream();
        m.save(stream);
        byte[] expected = [1, 6, .. "weight"u8, 6, 2, 1, 2, 0, 0, 0x80, 0x3f, 0, 0, 0x80, 0x3f];
        Assert.Equal(expected, stream.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    public void Adam_AgainstItsFormula_Agrees(double decay)
    {
        double[] x = [1, -2, 0.5], m = new double[3], v = new double[3];
        var p = nn.Parameter(tensor(x));
        using var adam = optim.Adam([p], lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: decay);
        for (var t = 1; t <= 20; t++)
        {
            adam.zero_grad();
            (p.pow(4) + p).sum().backward();
            adam.step();
            for (var i = 0; i < 3; i++)
            {
                var g = (4 * Math.Pow(x[i], 3)) + 1 + (decay * x[i]);
                m[i] = (0.9 * m[i]) + (0.1 * g);
                v[i] = (0.999 * v[i]) + (0.001 * g * g);
                x[i] -= 0.1 * (m[i] / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(v[i] / (1 - Math.Pow(0.999, t))) + 1e-8);
            }
        }
        AssertClose.Values(x, p.detach(), 1e-10);
    }

    [Fact]
    public void Optimizers_OfABowl_ReachItsBottom()
    {
        foreach (var make in new Func<Parameter, optim.Optimizer>[]
        {
            q => optim.SGD([q], 0.1, momentum: 0.5), q => optim.AdamW(
                [q], 0.05, weight_decay: 1e-4), q => optim.Adam([q], 0.05),
        })
        {
            var p = nn.Parameter(tensor(new[] { 3.0, -1 }));
            using var optimizer = make(p);
            for (var i = 0; i < 1000; i++)
            {
                optimizer.zero_grad();
                (p - 1).square().sum().backward();
                optimizer.step();
            }
            AssertClose.Values([1, 1], p.detach(), 1e-2);
        }
    }

    [Fact]
    public void StateDict_OfAdam_ContinuesToTheSameBits()
    {
        Parameter a = nn.Parameter(tensor(2.0)), b = nn.Parameter(tensor(2.0));
        using Adam whole = optim.Adam([a], 0.1), first = optim.Adam([b], 0.1), second = optim.Adam([b], 0.1);
        Steps(whole, a, 10);
        Steps(first, b, 5);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        first.save_state_dict(writer);
        using var reader = new BinaryReader(new MemoryStream(stream.ToArray()));
        second.load_state_dict(reader);
        Steps(second, b, 5);
        Assert.Equal(a.item<double>(), b.item<double>());

        static void Steps(optim.Optimizer optimizer, Parameter p, int n)
        {
            for (var i = 0; i < n; i++)
            {
                optimizer.zero_grad();
                p.pow(4).backward();
                optimizer.step();
            }
        }
    }

    [Fact]
    public void LearningRate_OfAGroup_CanBeSet()
    {
        var p = nn.Parameter(tensor(1.0));
        using var sgd = optim.SGD([p], 0.1);
        sgd.ParamGroups.First().LearningRate = 0.5;
        (p * 2).backward();
        sgd.step();
        AssertClose.Values([0], p.detach());
    }

    [Fact]
    public void ClipGradNorm_OfLargeGradients_ScalesThem()
    {
        var p = nn.Parameter(tensor(new[] { 1.0, 1 }));
        (p * tensor(new[] { 3.0, 4 })).sum().backward();
        Assert.Equal(5, nn.utils.clip_grad_norm_([p], 1), 1e-12);
        AssertClose.Values([0.6, 0.8], p.grad!, 1e-6); // backward has just set it
    }

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter _scale = nn.Parameter(ones(3));
        private readonly Linear _first = nn.Linear(2, 3);
        private readonly Sequential _rest = nn.Sequential(nn.Linear(3, 1), nn.Tanh());
        private readonly Tensor _offset = zeros(3);

        internal Net()
            : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input) => _rest.call((_first.call(input) * _scale) + _offset);
    }
}
