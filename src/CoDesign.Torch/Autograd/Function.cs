using System.Runtime.InteropServices;
using System.Text;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>A function whose forward and backward are managed code; derive from one of its two
        /// children.</summary>
        /// <typeparam name="T">The deriving class.</typeparam>
        public abstract class Function<T>
            where T : Function<T>, new()
        {
            private static readonly T Instance = new();

            /// <summary>Name of the node in torch's messages.</summary>
            public abstract string Name { get; }

            internal abstract List<Tensor> ForwardAll(AutogradContext ctx, object[] vars);

            internal abstract List<Tensor> BackwardAll(AutogradContext ctx, List<Tensor> grad_outputs);

            internal static List<Tensor> ApplyAll(object[] vars)
            {
                var context = new AutogradContext();
                List<Tensor> outputs;
                using (no_grad())
                {
                    outputs = Instance.ForwardAll(context, vars);
                }
                return FunctionNode.Attach(Instance.Name, context, vars, outputs, Instance.BackwardAll);
            }
        }

        /// <summary>A custom function with one output.</summary>
        /// <typeparam name="T">The deriving class.</typeparam>
        public abstract class SingleTensorFunction<T> : Function<T>
            where T : SingleTensorFunction<T>, new()
        {
            /// <summary>Computes the output; gradients are not recorded here. Called through
            /// <see cref="apply"/>.</summary>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>Gradients for each argument of forward, null where it has none.</summary>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            /// <summary>The function of these arguments, as a part of the graph.</summary>
            public static Tensor apply(params object[] vars) => ApplyAll(vars)[0];

            internal sealed override List<Tensor> ForwardAll(AutogradContext ctx, object[] vars) =>
                [forward(ctx, vars)];

            internal sealed override List<Tensor> BackwardAll(AutogradContext ctx, List<Tensor> grad_outputs) =>
                backward(ctx, grad_outputs[0]);
        }

        /// <summary>A custom function with several outputs.</summary>
        /// <typeparam name="T">The deriving class.</typeparam>
        public abstract class MultiTensorFunction<T> : Function<T>
            where T : MultiTensorFunction<T>, new()
        {
            /// <summary>Computes the outputs; gradients are not recorded here. Called through
            /// <see cref="apply"/>.</summary>
            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            /// <summary>Gradients for each argument of forward, null where it has none.</summary>
            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            /// <summary>The function of these arguments, as a part of the graph.</summary>
            public static List<Tensor> apply(params object[] vars) => ApplyAll(vars);

            internal sealed override List<Tensor> ForwardAll(AutogradContext ctx, object[] vars) => forward(ctx, vars);

            internal sealed override List<Tensor> BackwardAll(AutogradContext ctx, List<Tensor> grad_outputs) =>
                backward(ctx, grad_outputs);
        }

        /// <summary>Ties a custom function to a node of the graph; lives as long as the node.</summary>
        private sealed unsafe class FunctionNode
        {
            private readonly string _name;
            private readonly AutogradContext _context;
            private readonly bool[] _isTensor;
            private readonly Func<AutogradContext, List<Tensor>, List<Tensor>> _backward;

            private FunctionNode(
                string name, AutogradContext context, object[] vars,
                Func<AutogradContext, List<Tensor>, List<Tensor>> backward) =>
                (_name, _context, _backward, _isTensor) =
                    (name, context, backward, Array.ConvertAll(vars, v => v is Tensor));

            internal static List<Tensor> Attach(
                string name, AutogradContext context, object[] vars, List<Tensor> outputs,
                Func<AutogradContext, List<Tensor>, List<Tensor>> backward)
            {
                nint[] inputs = [.. vars.OfType<Tensor>().Select(t => t.Handle)];
                var outs = Handles(outputs);
                var saved = Handles(context.ToSave);
                byte[] differentiable = [.. outputs.Select(o => (byte)(context.NonDifferentiable.Contains(o) ? 0 : 1))];
                var results = new nint[outs.Length];
                var state = new FunctionNode(name, context, vars, backward);
                var handle = GCHandle.ToIntPtr(GCHandle.Alloc(state));
                fixed (nint* i = inputs, o = outs, s = saved, r = results)
                fixed (byte* d = differentiable)
                {
                    Native.Check(Native.ct_custom_function(
                        name, i, inputs.Length, o, outs.Length, d, s, saved.Length, Flag(context.MaterializeGrads),
                        &Backward, handle, &FreeHandle, r, out _));
                }
                // The node holds its own references: a tensor kept here would outlive the dispose scopes.
                context.ToSave.Clear();
                context.NonDifferentiable.Clear();
                for (var k = 0; k < outs.Length; k++)
                {
                    if (results[k] != outs[k])
                    {
                        var replaced = outputs[k];
                        outputs[k] = new Tensor(results[k]);
                        if (!vars.Contains(replaced))
                        {
                            replaced.Dispose();
                        }
                    }
                }
                return outputs;
            }

            [UnmanagedCallersOnly]
            private static int Backward(
                nint self, nint* saved, int savedCount, nint* gradOut, int gradOutCount, nint* gradIn, int gradInCount,
                byte* needed)
            {
                try
                {
                    var node = (FunctionNode)GCHandle.FromIntPtr(self).Target!; // freed with the node only
                    node.Run(new(saved, savedCount), new(gradOut, gradOutCount), new(gradIn, gradInCount));
                    return 0;
                }
                catch (Exception e) // an exception must not cross into C++; it is thrown again on the other side
                {
                    var text = Encoding.UTF8.GetBytes(e.Message);
                    fixed (byte* p = text)
                    {
                        Native.ct_set_error(p, text.Length);
                    }
                    return 1;
                }
            }

            private static Tensor? Borrow(nint h)
            {
                Native.ct_retain(h);
                return h == 0 ? null : new Tensor(h);
            }

            private void Run(ReadOnlySpan<nint> saved, ReadOnlySpan<nint> gradOut, Span<nint> gradIn)
            {
                using var scope = NewDisposeScope();
                var grads = new List<Tensor>();
                foreach (var h in gradOut)
                {
                    grads.Add(Borrow(h)!); // null only where the function asked for it
                }
                _context.Saved = [];
                foreach (var h in saved)
                {
                    _context.Saved.Add(Borrow(h)!); // null only where null was saved
                }
                var result = _backward(_context, grads);
                _context.Saved = null;
                if (result.Count != _isTensor.Length)
                {
                    throw new InvalidOperationException(
                        $"{_name}: backward returned {result.Count} gradients for {_isTensor.Length} arguments.");
                }
                var place = 0;
                for (var k = 0; k < result.Count; k++)
                {
                    if (!_isTensor[k])
                    {
                        if (result[k] is not null)
                        {
                            throw new InvalidOperationException(
                                $"{_name}: a gradient for argument {k}, which is no tensor.");
                        }
                        continue;
                    }
                    if (result[k] is { } g)
                    {
                        Native.ct_retain(g.Handle);
                        gradIn[place] = g.Handle;
                    }
                    place++;
                }
            }
        }
    }
}
