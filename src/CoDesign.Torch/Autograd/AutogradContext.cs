namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What a custom function keeps from its forward for its backward.</summary>
        public sealed class AutogradContext
        {
            private readonly Dictionary<string, object> _data = [];

            internal AutogradContext()
            {
            }

            /// <summary>Whether missing gradients of outputs come as zeros; true at first.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            internal List<Tensor> ToSave { get; private set; } = [];

            internal List<Tensor> NonDifferentiable { get; private set; } = [];

            internal List<Tensor>? Saved { get; set; }

            /// <summary>Keeps inputs, outputs or intermediate tensors; call it once, in forward.</summary>
            public void save_for_backward(List<Tensor> tensors) => ToSave = tensors;

            /// <summary>The tensors that were kept; torch has checked that nothing changed them in place.</summary>
            public List<Tensor> get_saved_variables() =>
                Saved ?? throw new InvalidOperationException("Saved tensors exist in backward only.");

            /// <summary>Keeps anything that is not a tensor.</summary>
            public void save_data(string key, object value) => _data[key] = value;

            /// <summary>What was kept under the key, null where nothing was.</summary>
            public object? get_data(string key) => _data.GetValueOrDefault(key);

            /// <summary>Declares outputs that have no gradient.</summary>
            public void mark_non_differentiable(List<Tensor> tensors) => NonDifferentiable = tensors;

            /// <summary>Whether missing gradients of outputs come as zeros or as null.</summary>
            public void set_materialize_grads(bool value) => MaterializeGrads = value;
        }
    }
}
