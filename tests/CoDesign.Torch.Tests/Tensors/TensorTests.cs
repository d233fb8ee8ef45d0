using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Torch.Tests.Tensors;

public sealed class TensorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Factories_GiveShapeTypeAndValues()
    {
        Assert.Equal([2L, 3], zeros(2, 3).shape);
        Assert.Equal(ScalarType.Float32, ones(4).dtype);
        Assert.Equal(ScalarType.Float64, empty([2, 2], ScalarType.Float64).dtype);
        Assert.Equal(ScalarType.Int64, full(3, 7).dtype);
        Assert.Equal(ScalarType.Int64, arange(5).dtype);
        AssertClose.Values([0, 0.5, 1], linspace(0, 1, 3, ScalarType.Float64));
        AssertClose.Values([1, 0, 0, 0, 1, 0], eye(2, 3));
        AssertClose.Values([1, 2, 3, 4], tensor(new[,] { { 1.0, 2 }, { 3, 4 } }));
        AssertClose.Values([3], tensor(3, ScalarType.Float64));
        Assert.Equal([2L, 2], tensor(new[] { 1.0, 2, 3, 4 }, [2, 2]).shape);
        Assert.Equal([0L], tensor(Array.Empty<double>()).shape);
        Assert.True(tensor(1.0, requires_grad: true).requires_grad);
    }

    [Fact]
    public void FromArray_OfManagedMemory_SharesIt()
    {
        var a = new double[] { 1, 2, 3 };
        var t = from_array(a);
        a[1] = 7;
        AssertClose.Values([1, 7, 3], t);
    }

    [Fact]
    public void Data_OfATransposedTensor_FollowsItsDimensions()
    {
        var t = arange(6, ScalarType.Float64).reshape(2, 3).t();
        Assert.Equal([0.0, 3, 1, 4, 2, 5], t.data<double>().ToArray());
        Assert.Equal(4, t.data<double>()[1, 1]);
        Assert.Equal(new double[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } }, t.data<double>().ToNDArray());
        Assert.Throws<ArgumentException>(() => t.data<float>());
        Assert.Throws<IndexOutOfRangeException>(() => t.data<double>()[6]);
    }

    [Fact]
    public void Item_OfOneElement_IsTheNumber()
    {
        Assert.Equal(2.5, tensor(2.5).item<double>());
        Assert.Equal(2.5f, tensor(2.5).ToSingle());
        Assert.Equal(7, tensor(7L).ToInt32());
        Assert.True(tensor(true).ToBoolean());
        Assert.Throws<ArgumentException>(() => ones(2).item<float>());
    }

    [Fact]
    public void Index_AsInPython_ChoosesAndOverwrites()
    {
        var t = arange(12, ScalarType.Float64).reshape(3, 4);
        AssertClose.Values([5], t[1, 1]);
        AssertClose.Values([8, 9, 10, 11], t[-1]);
        AssertClose.Values([1, 5, 9], t[TensorIndex.Colon, 1]);
        AssertClose.Values([1, 3], t[0, TensorIndex.Slice(1, null, 2)]);
        AssertClose.Values([3, 7, 11], t[TensorIndex.Ellipsis, -1]);
        Assert.Equal([3L, 1, 4], t[TensorIndex.Colon, TensorIndex.None].shape);
        AssertClose.Values([0, 1, 2, 3, 8, 9, 10, 11], t[tensor(new[] { 0L, 2 })]);
        AssertClose.Values([9, 10, 11], t[t > 8]);
        AssertClose.Values([2, 10], t[tensor(new[] { 0L, 2 }), 2]);
        AssertClose.Values([4, 5], t[1..2, ..2]);
        t[0] = zeros(4, ScalarType.Float64);
        t[1, 1] = tensor(-1.0);
        t.index_put_(100, t > 10);
        AssertClose.Values([0, 0, 0, 0, 4, -1, 6, 7, 8, 9, 10, 100], t);
    }

    [Fact]
    public void Reductions_OfKnownNumbers_HaveKnownValues()
    {
        var t = tensor(new double[,] { { 1, 2, 3 }, { 4, 5, 9 } });
        AssertClose.Values([24], t.sum());
        AssertClose.Values([5, 7, 12], t.sum(0));
        AssertClose.Values([24], t.sum([0, 1]));
        AssertClose.Values([2, 6], t.mean([1]));
        AssertClose.Values([1, 7], t.var(1));
        AssertClose.Values([Math.Sqrt(2.0 / 3)], t[0].std(unbiased: false));
        AssertClose.Values([1080], t.prod());
        AssertClose.Values([3, 9], t.max(1).values);
        AssertClose.Values([2, 2], t.argmax(1));
        AssertClose.Values([1, 2, 3], t.amin([0]));
        AssertClose.Values([Math.Log(Math.Exp(1) + Math.Exp(2) + Math.Exp(3))], t[0].logsumexp(0));
        AssertClose.Values([1, 3, 6], t[0].cumsum(0));
        AssertClose.Values([9, 5], t[1].topk(2).values);
        AssertClose.Values([2, 1, 0], t[0].argsort(descending: true));
        AssertClose.Values([Math.Sqrt(14)], t[0].norm());
    }

    [Fact]
    public void Linalg_OfAPositiveMatrix_Agrees()
    {
        manual_seed(1);
        var m = randn(4, 4, ScalarType.Float64);
        var a = m.matmul(m.mT) + eye(4, dtype: ScalarType.Float64);
        var l = linalg.cholesky(a);
        Assert.True((l.matmul(l.mT)).allclose(a));
        var b = randn(4, 2, ScalarType.Float64);
        var x = linalg.solve(a, b);
        Assert.True(a.matmul(x).allclose(b));
        Assert.True(cholesky_solve(b, l).allclose(x));
        Assert.True(linalg.solve_triangular(l, b, upper: false).allclose(linalg.inv(l).matmul(b)));
        Assert.True(linalg.eigvalsh(a).log().sum().allclose(logdet(a)));
        var (u, s, vh) = linalg.svd(a);
        Assert.True(u.matmul(diag(s)).matmul(vh).allclose(a));
        Assert.True(einsum("ij,jk->ik", a, b).allclose(a.mm(b)));
        Assert.Equal(0, linalg.cholesky_ex(a).info.ToInt32());
        Assert.NotEqual(0, linalg.cholesky_ex(-a).info.ToInt32());
    }

    [Fact]
    public void Random_OfOneSeed_Repeats()
    {
        using var g = new Generator(5);
        var a = randn(3, generator: g);
        var state = g.get_state();
        var b = randn(3, generator: g);
        g.set_state(state);
        Assert.True(randn(3, generator: g).allclose(b));
        g.manual_seed(5);
        Assert.True(randn(3, generator: g).allclose(a));
        manual_seed(9);
        var c = rand(3);
        manual_seed(9);
        Assert.True(rand(3).allclose(c));
    }

    [Fact]
    public void SaveAndLoad_OfATensor_KeepsIt()
    {
        var path = Path.GetTempFileName();
        var t = randn(3, 4);
        t.save(path);
        Assert.True(load(path).Equals(t));
        File.Delete(path);
    }

    [Fact]
    public void Where_Scatter_Join_Split_HaveKnownValues()
    {
        var x = tensor(new double[] { -1, 2 });
        AssertClose.Values([1, 2], where(x > 0, x, -x));
        AssertClose.Values([0, 2], x.masked_fill(x < 0, 0));
        var places = tensor(new[] { 0L, 2, 0 });
        AssertClose.Values(
            [3, 0, 2], zeros(3, ScalarType.Float64).scatter_add(0, places, tensor(new double[] { 1, 2, 2 })));
        AssertClose.Values([-1, 2, -1, 2], cat([x, x]));
        Assert.Equal([2L, 2], stack([x, x]).shape);
        Assert.Equal(3, arange(7).split(3).Length);
        AssertClose.Values([1, 2], searchsorted(tensor(new double[] { 0, 1, 2 }), x * 0.5 + 1));
        AssertClose.Values([0.5], special.ndtr(tensor(0.0)));
        AssertClose.Values([1 - Math.Exp(-2)], special.gammainc(tensor(1.0), tensor(2.0)));
    }
}
