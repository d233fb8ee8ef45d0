using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimisers; pytorch.org/docs/stable/optim.html is the reference.</summary>
    public static partial class optim
    {
        /// <summary>What a schedule may change.</summary>
        public interface ILearningRateController
        {
            /// <summary>Step size.</summary>
            double LearningRate { get; set; }

            /// <summary>Step size at the start.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            /// <summary>The groups of parameters.</summary>
            public abstract IEnumerable<ILearningRateController> ParamGroups { get; }

            /// <summary>All parameters.</summary>
            public abstract IEnumerable<Parameter> parameters();

            /// <summary>One step; the closure, if any, computes the loss and its gradients first and is
            /// returned.</summary>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Forgets the gradients, or sets them to zero.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var p in parameters())
                {
                    ZeroGrad(p, set_to_none);
                }
            }

            /// <summary>Frees the state.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the state.</summary>
            protected virtual void Dispose(bool disposing)
            {
            }

            internal static void ZeroGrad(Tensor parameter, bool set_to_none)
            {
                if (set_to_none)
                {
                    parameter.grad = null;
                    return;
                }
                using var g = parameter.grad;
                g?.zero_();
            }
        }
    }
}
