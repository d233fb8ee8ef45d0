using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Stops the recording of gradients on this thread until it is disposed of.</summary>
    public static IDisposable no_grad() => new AutoGradMode(false);

    /// <summary>Resumes the recording of gradients on this thread until it is disposed of.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new AutoGradMode(enabled);

    /// <summary>Switches the recording of gradients on this thread until it is disposed of.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new AutoGradMode(mode);

    /// <summary>Whether gradients are recorded on this thread.</summary>
    public static bool is_grad_enabled() => AutoGradMode.IsEnabled;

    /// <summary>Results made until it is disposed of never take part in gradients.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Gradients; pytorch.org/docs/stable/autograd.html is the reference.</summary>
    public static partial class autograd
    {
        /// <summary>Gradients of the sum of the outputs, weighted by <c>grad_outputs</c>, for each input.</summary>
        /// <returns>One tensor per input; null where <c>allow_unused</c> and the outputs do not depend on it.</returns>
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false,
            bool create_graph = false, bool allow_unused = false)
        {
            nint[] o = Handles(outputs), i = Handles(inputs), g = Handles(grad_outputs), r = new nint[i.Length];
            fixed (nint* po = o, pi = i, pg = g, pr = r)
            {
                Native.Check(Native.ct_autograd_grad(
                    po, o.Length, grad_outputs is null ? null : pg, pi, i.Length, Flag(retain_graph || create_graph),
                    Flag(create_graph), Flag(allow_unused), pr));
            }
            // As in TorchSharp an unused input has an empty place in the list.
            return Array.ConvertAll(r, h => h == 0 ? null! : new Tensor(h));
        }

        /// <summary>Accumulates the gradients of the tensors at the leaves.</summary>
        public static unsafe void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null)
        {
            nint[] t = Handles(tensors), g = Handles(grad_tensors), i = Handles(inputs);
            fixed (nint* pt = t, pg = g, pi = i)
            {
                Native.Check(Native.ct_backward(
                    pt, t.Length, grad_tensors is null ? null : pg, Flag(retain_graph ?? create_graph),
                    Flag(create_graph), pi, i.Length));
            }
        }

        /// <summary>Accumulates the gradients of a tensor at the leaves.</summary>
        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Accumulates the gradients of a tensor, weighted by another, at the leaves.</summary>
        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        private static int Flag(bool v) => v ? 1 : 0;

        private static nint[] Handles(IList<Tensor>? tensors)
        {
            var h = new nint[tensors?.Count ?? 0];
            for (var i = 0; i < h.Length; i++)
            {
                h[i] = tensors![i]?.Handle ?? 0; // h is empty without tensors
            }
            return h;
        }
    }
}
