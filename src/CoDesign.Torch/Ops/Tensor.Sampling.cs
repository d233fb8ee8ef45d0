using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Random numbers, in place or with the elements as parameters.
    public partial class Tensor
    {
        /// <summary>Normal random numbers, in place.</summary>
        public Tensor normal_(double mean = 0.0, double stddev = 1.0, Generator? generator = null) =>
            Aten.normal_.InPlace(this, this, mean, stddev, generator);

        /// <summary>Uniform random numbers, in place.</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Aten.uniform_.InPlace(this, this, from, to, generator);

        /// <summary>Exponential random numbers, in place.</summary>
        public Tensor exponential_(double lambda = 1.0, Generator? generator = null) =>
            Aten.exponential_.InPlace(this, this, lambda, generator);

        /// <summary>Ones with these probabilities.</summary>
        public Tensor bernoulli(Generator? generator = null) => Aten.bernoulli.Call(this, generator);

        /// <summary>Ones with one probability, in place.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            Aten.bernoulli__float.InPlace(this, this, p, generator);

        /// <summary>Poisson random numbers with these rates.</summary>
        public Tensor poisson(Generator? generator = null) => Aten.poisson.Call(this, generator);

        /// <summary>Indices drawn with these weights.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Aten.multinomial.Call(this, num_samples, replacement, generator);
    }
}
