using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other.</summary>
public sealed class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.Module<Tensor, Tensor>> _steps = [];

    internal Sequential(IEnumerable<(string name, nn.Module<Tensor, Tensor> submodule)> modules)
        : base(nameof(Sequential))
    {
        foreach (var (name, m) in modules)
        {
            register_module(name, m);
            _steps.Add(m);
        }
    }

    /// <summary>Number of modules.</summary>
    public int Count => _steps.Count;

    /// <summary>A module by its place.</summary>
    public nn.Module<Tensor, Tensor> this[int index] => _steps[index];

    /// <summary>Adds a module at the end.</summary>
    public Sequential append(nn.Module<Tensor, Tensor> module)
    {
        register_module($"{_steps.Count}", module);
        _steps.Add(module);
        return this;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor)
    {
        // The tensors between two modules live on in the graph of autograd where it needs them.
        using var scope = NewDisposeScope();
        var result = tensor;
        foreach (var m in _steps)
        {
            result = m.call(result);
        }
        return ReferenceEquals(result, tensor)
            ? result.alias().MoveToOuterDisposeScope() : result.MoveToOuterDisposeScope();
    }
}
