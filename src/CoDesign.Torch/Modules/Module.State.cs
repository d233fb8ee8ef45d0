using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Parameters and buffers by path; the tensors are the module's own.</summary>
            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (name, t) in named_parameters().Select(p => (p.name, (Tensor)p.parameter)).Concat(named_buffers()))
                {
                    destination.TryAdd(string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}", t);
                }
                return destination;
            }

            /// <summary>Copies the tensors of a state into the module.</summary>
            /// <returns>What the module has and the state lacks, and the other way round; both empty if
            /// strict.</returns>
            /// <exception cref="InvalidOperationException">Strict, and the keys differ.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var target = state_dict();
                string[] missing = [.. target.Keys.Except(source.Keys).Except(skip ?? [])];
                string[] unexpected = [.. source.Keys.Except(target.Keys).Except(skip ?? [])];
                if (strict && missing.Length + unexpected.Length > 0)
                {
                    throw new InvalidOperationException(
                        $"The state lacks [{string.Join(", ", missing)}] and has too much [{string.Join(", ", unexpected)}].");
                }
                using var grad = no_grad();
                foreach (var key in target.Keys.Intersect(source.Keys).Except(skip ?? []))
                {
                    target[key].copy_(source[key]);
                }
                return (missing, unexpected);
            }

            /// <summary>Writes parameters and buffers to a file in TorchSharp's format.</summary>
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            /// <summary>Writes parameters and buffers to a stream in TorchSharp's format, and closes it.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes parameters and buffers in TorchSharp's format.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes a state in TorchSharp's format.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var entries = sd.Where(e => skip?.Contains(e.Key) != true).ToArray();
                writer.WriteLeb128(entries.Length);
                foreach (var (key, tensor) in entries)
                {
                    writer.Write(key);
                    tensor.Save(writer);
                }
            }

            /// <summary>Reads parameters and buffers from a file in TorchSharp's format.</summary>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip);
            }

            /// <summary>Reads parameters and buffers from a stream in TorchSharp's format, and closes it.</summary>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip);
            }

            /// <summary>Reads parameters and buffers in TorchSharp's format.</summary>
            /// <exception cref="ArgumentException">Names, types or shapes differ.</exception>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null)
            {
                var target = state_dict();
                var count = reader.ReadLeb128();
                if (strict && count != target.Count)
                {
                    throw new ArgumentException($"The file has {count} tensors, the module {target.Count}.");
                }
                for (var i = 0L; i < count; i++)
                {
                    var key = reader.ReadString();
                    if (target.TryGetValue(key, out var tensor))
                    {
                        tensor.Load(reader, skip?.Contains(key) == true);
                    }
                    else if (strict)
                    {
                        throw new ArgumentException($"The module has no parameter or buffer '{key}'.");
                    }
                    else
                    {
                        using var none = zeros(0);
                        none.Load(reader, skip: true);
                    }
                }
                return this;
            }

            /// <summary>Converts parameters and floating point buffers; fields of the class follow.</summary>
            internal void Convert(ScalarType? dtype, Device? device)
            {
                using var grad = no_grad();
                foreach (var m in children())
                {
                    m.Convert(dtype, device);
                }
                foreach (var (name, p) in _parameters.ToArray())
                {
                    _parameters[name] = Replace(p, t => new Modules.Parameter(t, p.requires_grad));
                }
                foreach (var (name, b) in _buffers.ToArray())
                {
                    _buffers[name] = Replace(b, t => t);
                }

                T Replace<T>(T old, Func<Tensor, T> make)
                    where T : Tensor
                {
                    var type = old.is_floating_point() ? dtype ?? old.dtype : old.dtype;
                    if (type == old.dtype && (device is null || device.type == old.device_type))
                    {
                        return old;
                    }
                    var converted = Own(make(old.detach().to(type, device ?? old.device)));
                    foreach (var field in Fields().Where(f => ReferenceEquals(f.GetValue(this), old)))
                    {
                        field.SetValue(this, converted);
                    }
                    old.Dispose();
                    return converted;
                }
            }
        }
    }
}
