using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Torch.Tests.Scopes;

public sealed class DisposeScopeTests
{
    [Fact]
    public void Dispose_OfAScope_FreesWhatIsNotMovedOut()
    {
        DisposeScopeManager.Statistics.Reset();
        Tensor kept, free, lost;
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                kept = ones(2).MoveToOuterDisposeScope();
                free = ones(2).DetachFromDisposeScope();
                lost = ones(2);
                Assert.Equal(1, inner.DisposablesCount);
                Assert.True(inner.Contains(lost));
            }
            Assert.True(lost.IsInvalid);
            Assert.False(kept.IsInvalid);
            Assert.Equal(1, outer.DisposablesCount);
        }
        Assert.True(kept.IsInvalid);
        Assert.False(free.IsInvalid);
        Assert.Equal(1, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        free.Dispose();
        Assert.Equal(0, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Throws<InvalidOperationException>(() => lost.sum());
    }

    [Fact]
    public void Scope_OfManyEarlyDisposals_StaysSmallAndOwnsTheRest()
    {
        using var scope = NewDisposeScope();
        var kept = new List<Tensor>();
        for (var i = 0; i < 1000; i++)
        {
            var t = tensor((double)i);
            if (i % 100 == 0)
            {
                kept.Add(t);
            }
            else if (i % 2 == 0)
            {
                t.Dispose();
            }
        }
        Assert.Equal(510, scope.DisposablesCount);
        scope.DisposeEverythingBut(kept);
        Assert.Equal(10, scope.DisposablesCount);
        Assert.Equal(900, kept[9].item<double>());
    }

    [Fact]
    public void Threads_EachWithAScope_DoNotMeet()
    {
        var threads = Enumerable.Range(0, 2).Select(n => new Thread(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                using var scope = NewDisposeScope();
                var x = tensor((double)n, requires_grad: true);
                (x * x + x).backward();
                Assert.Equal((2.0 * n) + 1, x.grad!.item<double>()); // backward has just set it
            }
            Assert.Equal(0, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        })).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
    }

    [Fact]
    public void Training_FiveThousandSteps_KeepsMemory()
    {
        using var all = NewDisposeScope();
        var model = nn.Sequential(nn.Linear(4, 16), nn.SiLU(), nn.Linear(16, 1));
        var adam = optim.Adam(model.parameters(), lr: 1e-3, beta2: 0.999);
        var x = randn(256, 4);
        Steps(2000);
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var before = Resident();
        Steps(5000);
        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.True(Resident() - before < 16 << 20, $"grew by {(Resident() - before) >> 10} KiB");

        void Steps(int n)
        {
            for (var i = 0; i < n; i++)
            {
                using var scope = NewDisposeScope();
                adam.zero_grad();
                nn.functional.mse_loss(model.call(x), x.sum(1, keepdim: true)).backward();
                adam.step();
            }
        }

        static long Resident()
        {
            GC.Collect();
            return long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * Environment.SystemPageSize;
        }
    }
}
