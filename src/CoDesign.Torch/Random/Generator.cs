using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the default generators of all devices.</summary>
    public static Generator manual_seed(long seed)
    {
        Native.Check(Native.ct_manual_seed((ulong)seed));
        return Generator.Default;
    }

    /// <summary>A stream of random numbers on the processor.</summary>
    public sealed class Generator : IDisposable
    {
        private nint _handle;

        /// <summary>A new stream.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            if (device is { type: not DeviceType.CPU })
            {
                throw new NotSupportedException("Generators of other devices than the processor.");
            }
            Native.Check(Native.ct_generator(seed, out _handle));
        }

        private Generator(nint handle) => _handle = handle;

        /// <summary>The stream that is used where none is given.</summary>
        public static Generator Default
        {
            get
            {
                Native.Check(Native.ct_default_generator(out var h));
                return new Generator(h);
            }
        }

        internal nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(_handle == 0, this);
                return _handle;
            }
        }

        /// <summary>Starts the stream of a seed.</summary>
        public Generator manual_seed(long seed)
        {
            Native.Check(Native.ct_generator_seed(Handle, (ulong)seed));
            return this;
        }

        /// <summary>The seed the stream was started with.</summary>
        public long initial_seed()
        {
            Native.Check(Native.ct_generator_initial_seed(Handle, out var seed));
            return (long)seed;
        }

        /// <summary>The state of the stream: <c>[bytes] uint8</c>.</summary>
        public Tensor get_state()
        {
            Native.Check(Native.ct_generator_state(Handle, out var state));
            return new Tensor(state);
        }

        /// <summary>Puts the stream into a state that <see cref="get_state"/> returned.</summary>
        public void set_state(Tensor value) => Native.Check(Native.ct_generator_set_state(Handle, value.Handle));

        /// <summary>Ends the stream.</summary>
        public void Dispose()
        {
            if (_handle != 0)
            {
                Native.ct_generator_delete(_handle);
                _handle = 0;
            }
        }
    }

    /// <summary>The default generators.</summary>
    public static partial class random
    {
        /// <summary>Seeds the default generators of all devices.</summary>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <summary>The seed of the default generator of the processor.</summary>
        public static long initial_seed()
        {
            using var g = Generator.Default;
            return g.initial_seed();
        }

        /// <summary>The state of the default generator of the processor: <c>[bytes] uint8</c>.</summary>
        public static Tensor get_rng_state()
        {
            using var g = Generator.Default;
            return g.get_state();
        }

        /// <summary>Puts the default generator of the processor into a state.</summary>
        public static void set_rng_state(Tensor new_state)
        {
            using var g = Generator.Default;
            g.set_state(new_state);
        }
    }
}
