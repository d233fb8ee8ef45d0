using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What the optimisers share: the groups and the state of each parameter.</summary>
public abstract partial class OptimizerHelper : Optimizer
{
    private readonly Dictionary<Parameter, State> _states = new(ReferenceEqualityComparer.Instance);
    private readonly int _slots;

    private protected OptimizerHelper(IEnumerable<Parameter> parameters, double lr, int slots)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lr);
        _slots = slots;
        Group = new ParamGroup(parameters, lr);
    }

    /// <inheritdoc/>
    public override IEnumerable<ILearningRateController> ParamGroups => [Group];

    private protected ParamGroup Group { get; }

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => Group.Parameters;

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var enabled = enable_grad();
            loss = closure();
        }
        using var grad = no_grad();
        using var scope = NewDisposeScope();
        var batches = Collect();
        foreach (var b in batches)
        {
            Update(b);
        }
        return loss;
    }

    /// <summary>Changes parameters that have made the same number of steps.</summary>
    private protected abstract void Update(Batch batch);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var t in _states.Values.SelectMany(s => s.Slots))
        {
            t.Dispose();
        }
        _states.Clear();
        base.Dispose(disposing);
    }

    private State StateOf(Parameter p)
    {
        if (!_states.TryGetValue(p, out var state))
        {
            state = new State([.. Enumerable.Range(0, _slots).Select(_ => zeros_like(p).DetachFromDisposeScope())]);
            _states.Add(p, state);
        }
        return state;
    }

    // Parameters without a gradient sit out; their count of steps then differs from the others'.
    private List<Batch> Collect()
    {
        var batches = new List<Batch>(1);
        foreach (var p in Group.Members)
        {
            if (p.grad is not { } g)
            {
                continue;
            }
            var state = StateOf(p);
            state.Step++;
            var batch = batches.Find(b => b.Step == state.Step);
            if (batch is null)
            {
                batches.Add(batch = new Batch(state.Step, _slots));
            }
            batch.Add(p, g, state.Slots);
        }
        return batches;
    }

    /// <summary>Parameters with their gradients and state, in lists as the foreach operators take them.</summary>
    private protected sealed class Batch(long step, int slots)
    {
        private readonly List<Tensor> _parameters = [];
        private readonly List<Tensor> _gradients = [];
        private readonly List<Tensor>[] _slots = [.. Enumerable.Range(0, slots).Select(_ => new List<Tensor>())];

        internal long Step { get; } = step;

        internal Tensor[] Parameters => [.. _parameters];

        internal Tensor[] Gradients => [.. _gradients];

        internal Tensor[] Slot(int i) => [.. _slots[i]];

        internal void Add(Parameter p, Tensor g, Tensor[] state)
        {
            _parameters.Add(p);
            _gradients.Add(g);
            for (var i = 0; i < state.Length; i++)
            {
                _slots[i].Add(state[i]);
            }
        }
    }

    private sealed class State(Tensor[] slots)
    {
        internal Tensor[] Slots { get; } = slots;

        internal long Step { get; set; }
    }
}
