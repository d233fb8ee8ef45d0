using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        MakeRand(size, dtype, device, requires_grad, generator, names);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        MakeRand(size.ToArray(), dtype, device, requires_grad, generator, names);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        MakeRand([size], dtype, device, requires_grad, generator, names);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        MakeRand([rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        MakeRand([dim0, dim1, dim2], dtype, device, requires_grad, generator, names);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        MakeRand([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, names);

    private static Tensor MakeRand(
        long[] size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator, string[]? names) =>
        Finish(
            Aten.rand_generator.Call(size, generator, dtype ?? _defaultType, Arg.None, device), requires_grad, names);

    /// <summary>Random numbers of the normal distribution.</summary>
    public static Tensor randn(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        MakeRandn(size, dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers of the normal distribution.</summary>
    public static Tensor randn(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        MakeRandn(size.ToArray(), dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers of the normal distribution.</summary>
    public static Tensor randn(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        MakeRandn([size], dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers of the normal distribution.</summary>
    public static Tensor randn(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        MakeRandn([rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers of the normal distribution.</summary>
    public static Tensor randn(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        MakeRandn([dim0, dim1, dim2], dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers of the normal distribution.</summary>
    public static Tensor randn(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        MakeRandn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, names);

    private static Tensor MakeRandn(
        long[] size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator, string[]? names) =>
        Finish(
            Aten.randn_generator.Call(size, generator, dtype ?? _defaultType, Arg.None, device), requires_grad, names);

    /// <summary>Random integers from low (0) to high, which is not among them.</summary>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Finish(
            Aten.randint_low_generator.Call(low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, device),
            requires_grad, names);

    /// <summary>Random integers from low (0) to high, which is not among them.</summary>
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>A random permutation of 0 to n - 1.</summary>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        Finish(
            Aten.randperm_generator.Call(n, generator, dtype ?? ScalarType.Int64, Arg.None, device), requires_grad);

    /// <summary>Random numbers of the normal distribution with the given mean and standard deviation.</summary>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(MakeRandn(size.ToArray(), dtype, device, false, generator, names).mul_(std).add_(mean), requires_grad);

    /// <summary>Ones with the probabilities of the elements, else zeros.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    /// <summary>Random numbers of the Poisson distribution with the elements as rates.</summary>
    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);

    /// <summary>Indices drawn with the elements as weights.</summary>
    public static Tensor multinomial(
        Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);
}
