using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Tensors.Tests;

/// <summary>What this project uses of TorchSharp works with the libraries that the build laid beside it.</summary>
public sealed class TorchSharpTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-tensors-").FullName;

    public TorchSharpTests() => Libtorch.Load();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_FromTheFolderOfTheProgram_SaysWhatIsThere()
    {
        Assert.Equal(AppContext.BaseDirectory.TrimEnd('/'), Libtorch.Load());
        Assert.StartsWith("2.", Libtorch.Version, StringComparison.Ordinal);
        Assert.Matches("^MKL 20[0-9.]+$", Libtorch.Blas());
        Assert.Single(LoadedFile.Paths("/libtorch_cpu.so"));
    }

    [Fact]
    public void Device_WithoutCuda_IsTheProcessorOrASentence()
    {
        if (File.Exists(Path.Combine(Libtorch.Load(), "libtorch_cuda.so")))
        {
            return; // a build with -p:TorchCuda=true
        }

        Assert.Equal(CPU, Libtorch.Device(ComputeDevice.Auto));
        Assert.Equal(CPU, Libtorch.Device(ComputeDevice.Cpu));
        Assert.Contains("-p:TorchCuda=true", Assert.Throws<LibtorchException>(
            () => Libtorch.Device(ComputeDevice.Cuda)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Grad_ThroughACustomFunction_AgreesWithDifferences()
    {
        using DisposeScope scope = NewDisposeScope();
        double[] at = [0.7, 1.1, 1.9];
        Tensor x = tensor(at, requires_grad: true);
        Tensor gradient = autograd.grad([SineTimesX.apply(x).sum()], [x])[0];
        for (int i = 0; i < at.Length; i++)
        {
            double step = Math.Cbrt(2.2e-16);
            double difference = (Value(at[i] + step) - Value(at[i] - step)) / (2 * step);
            Assert.Equal(difference, gradient[i].item<double>(), 1e-8);
        }

        static double Value(double x) => x * Math.Sin(x);
    }

    [Fact]
    public void Scope_AtItsEnd_FreesAllThatWasNotMovedOut()
    {
        Tensor kept, lost;
        using (DisposeScope outer = NewDisposeScope())
        {
            using (DisposeScope inner = NewDisposeScope())
            {
                kept = ones(2).MoveToOuterDisposeScope();
                lost = ones(2);
                Assert.Equal(1, inner.DisposablesCount);
            }

            Assert.True(lost.IsInvalid);
            Assert.False(kept.IsInvalid);
        }

        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void Weights_SavedAndLoaded_GiveTheSameBits()
    {
        using DisposeScope scope = NewDisposeScope();
        string file = Path.Combine(_folder, "weights.dat");
        Tensor input = randn(5, 3);
        using nn.Module<Tensor, Tensor> first = Network(), second = Network();
        Tensor wanted = first.call(input);
        Assert.False(wanted.equal(second.call(input)).all().item<bool>());
        first.save(file);
        second.load(file);
        Assert.True(wanted.equal(second.call(input)).all().item<bool>());
    }

    [Fact]
    public void Generator_WithASeed_RepeatsItsNumbers()
    {
        using DisposeScope scope = NewDisposeScope();
        using var first = new Generator(7);
        using var second = new Generator(7);
        using var other = new Generator(8);
        Tensor numbers = randn(100, generator: first);
        Assert.True(numbers.equal(randn(100, generator: second)).all().item<bool>());
        Assert.False(numbers.equal(randn(100, generator: other)).all().item<bool>());
    }

    [Fact]
    public void Threads_OneOrTwo_GiveTheSameProduct()
    {
        using DisposeScope scope = NewDisposeScope();
        int before = get_num_threads();
        try
        {
            Tensor x = rand(300, 200, dtype: ScalarType.Float64);
            set_num_threads(1);
            Assert.Equal(1, get_num_threads());
            Tensor one = x.mm(x.t());
            set_num_threads(2);
            Assert.True((one - x.mm(x.t())).abs().max().item<double>() < 1e-12);
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static nn.Module<Tensor, Tensor> Network() => nn.Sequential(nn.Linear(3, 4), nn.SiLU(), nn.Linear(4, 1));

    private sealed class SineTimesX : autograd.SingleTensorFunction<SineTimesX>
    {
        public override string Name => nameof(SineTimesX);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            return x * x.sin();
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            Tensor x = ctx.get_saved_variables()[0];
            return [grad_output * (x.sin() + (x * x.cos()))];
        }
    }
}
