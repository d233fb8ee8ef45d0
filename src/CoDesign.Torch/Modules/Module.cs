using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Neural networks; pytorch.org/docs/stable/nn.html is the reference.</summary>
    public static partial class nn
    {
        /// <summary>A part of a network with its parameters, buffers and submodules, which it owns.</summary>
        public partial class Module : IDisposable
        {
            private readonly string _name;
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, Tensor> _buffers = [];
            private readonly OrderedDictionary<string, Module> _modules = [];
            private bool _registered;

            /// <summary>A module; the deriving class registers its fields with
            /// <see cref="RegisterComponents"/>.</summary>
            protected Module(string name) => _name = name;

            /// <summary>Whether the module trains, which matters to dropout.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>Name of the module.</summary>
            public virtual string GetName() => _name;

            /// <summary>Switches training on or off, here and below.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var m in children())
                {
                    m.train(train);
                }
            }

            /// <summary>Switches training off.</summary>
            public virtual void eval() => train(false);

            /// <summary>Forgets the gradients of all parameters.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var p in parameters())
                {
                    optim.Optimizer.ZeroGrad(p, set_to_none);
                }
            }

            /// <summary>Submodules by name.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _modules.Select(m => (m.Key, m.Value));

            /// <summary>Submodules.</summary>
            public virtual IEnumerable<Module> children() => _modules.Values;

            /// <summary>All modules below by path.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() => named_children().Concat(
                _modules.SelectMany(m => m.Value.named_modules().Select(s => ($"{m.Key}.{s.name}", s.module))));

            /// <summary>All modules below.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            /// <summary>Parameters by path, each once.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var own = _parameters.Select(p => (p.Key, p.Value));
                return recurse ? Below(own, m => m.named_parameters()) : own;
            }

            /// <summary>Parameters, each once.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(p => p.parameter);

            /// <summary>Buffers by path, each once.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true)
            {
                var own = _buffers.Select(b => (b.Key, b.Value));
                return recurse ? Below(own, m => m.named_buffers()) : own;
            }

            /// <summary>Buffers, each once.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true) =>
                named_buffers(recurse).Select(b => b.buffer);

            /// <summary>Whether there is a buffer of this path.</summary>
            public virtual bool has_buffer(string target) => named_buffers().Any(b => b.name == target);

            /// <summary>Whether there is a parameter of this path.</summary>
            public virtual bool has_parameter(string target) => named_parameters().Any(p => p.name == target);

            /// <summary>The buffer of a path, or null.</summary>
            public virtual Tensor? get_buffer(string target) =>
                named_buffers().FirstOrDefault(b => b.name == target).buffer;

            /// <summary>The parameter of a path, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                named_parameters().FirstOrDefault(p => p.name == target).parameter;

            /// <summary>Makes a tensor part of the module's state; it is not learnt.</summary>
            public virtual void register_buffer(string name, Tensor tensor) => Add(_buffers, name, Own(tensor));

            /// <summary>Makes a parameter part of the module.</summary>
            public virtual void register_parameter(string name, Parameter param) => Add(_parameters, name, Own(param));

            /// <summary>Makes a module part of the module.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.', StringComparison.Ordinal))
                {
                    throw new ArgumentException($"'{name}' is no name of a module: it is empty or has a dot.");
                }
                submodule.RegisterComponents();
                Add(_modules, name, submodule);
            }

            /// <summary>Makes a module part of the module.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Calls an action for every module below, then for this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var m in children())
                {
                    m.apply(fn);
                }
                fn(this);
                return this;
            }

            /// <summary>Switches the gradients of all parameters.</summary>
            public virtual Module requires_grad_(bool requires_grad = true)
            {
                foreach (var p in parameters())
                {
                    p.requires_grad_(requires_grad);
                }
                return this;
            }

            /// <summary>Registers the fields of the deriving class: modules, parameters, and tensors as
            /// buffers.</summary>
            protected virtual void RegisterComponents()
            {
                if (_registered)
                {
                    return;
                }
                _registered = true;
                foreach (var field in Fields())
                {
                    switch (field.GetValue(this))
                    {
                        case Module m when !_modules.ContainsKey(field.Name):
                            register_module(field.Name, m);
                            break;
                        case Parameter p when !_parameters.ContainsKey(field.Name):
                            register_parameter(field.Name, p);
                            break;
                        case Tensor t when t is not Modules.Parameter && !_buffers.ContainsKey(field.Name):
                            register_buffer(field.Name, t);
                            break;
                    }
                }
            }

            /// <summary>Disposes of parameters, buffers and submodules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes of parameters, buffers and submodules.</summary>
            protected virtual void Dispose(bool disposing)
            {
                foreach (var d in _modules.Values.Concat<IDisposable>(_parameters.Values).Concat(_buffers.Values))
                {
                    d.Dispose();
                }
            }

            private protected static T Own<T>(T tensor)
                where T : Tensor
            {
                tensor.DetachFromDisposeScope();
                return tensor;
            }

            private static void Add<T>(OrderedDictionary<string, T> to, string name, T value)
            {
                if (!to.TryAdd(name, value))
                {
                    throw new InvalidOperationException($"{name} is already registered.");
                }
            }

            // The module's own fields first to its bases', without those of this class.
            private IEnumerable<FieldInfo> Fields() =>
                GetType().GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance)
                    .Where(f => f.DeclaringType != typeof(Module));

            private IEnumerable<(string, T)> Below<T>(
                IEnumerable<(string, T)> own, Func<Module, IEnumerable<(string, T)>> of)
                where T : Tensor
            {
                var seen = new HashSet<nint>();
                foreach (var (name, t) in own.Concat(
                    _modules.SelectMany(m => of(m.Value).Select(x => ($"{m.Key}.{x.Item1}", x.Item2)))))
                {
                    if (seen.Add(t.Handle))
                    {
                        yield return (name, t);
                    }
                }
            }
        }
    }
}
