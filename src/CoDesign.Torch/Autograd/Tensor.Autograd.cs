using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on the tensor are recorded for gradients.</summary>
        public bool requires_grad
        {
            get
            {
                Native.Check(Native.ct_requires_grad(Handle, out var r));
                return r != 0;
            }
            set => Native.Check(Native.ct_set_requires_grad(Handle, value ? 1 : 0));
        }

        /// <summary>The gradient that backward has accumulated, null before; setting null frees it.</summary>
        public Tensor? grad
        {
            get
            {
                Native.Check(Native.ct_grad(Handle, out var g));
                return g == 0 ? null : new Tensor(g);
            }
            set => Native.Check(Native.ct_set_grad(Handle, value?.Handle ?? 0));
        }

        /// <summary>Whether backward leaves gradients here: the tensor is no result of a recorded operation.</summary>
        public bool is_leaf
        {
            get
            {
                Native.Check(Native.ct_is_leaf(Handle, out var r));
                return r != 0;
            }
        }

        /// <summary>Switches the recording of operations on the tensor.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Switches the recording of operations on the tensor.</summary>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Makes backward leave a gradient at a result, too.</summary>
        public void retain_grad() => Native.Check(Native.ct_retain_grad(Handle));

        /// <summary>Accumulates the gradient of this scalar at the leaves.</summary>
        public void backward() => autograd.backward([this]);

        /// <summary>Accumulates the gradient of this tensor, weighted by <c>grad_tensors</c>, at the leaves.</summary>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool create_graph = false, bool retain_graph = false,
            IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph || create_graph, create_graph, inputs);
    }
}
