using CoDesign.Hdf5.Native;

namespace CoDesign.Hdf5;

/// <summary>A group or dataset: a place in a file that carries attributes.</summary>
public abstract class Hdf5Object : IDisposable
{
    private protected Hdf5Object(Hdf5File file, Handle handle, string name)
    {
        File = file;
        Handle = handle;
        Name = name;
        file.Add(this);
    }

    /// <summary>The file.</summary>
    public Hdf5File File { get; }

    /// <summary>Path inside the file: <c>/layers/energy</c>.</summary>
    public string Name { get; }

    private protected Handle Handle { get; }

    /// <summary>Whether an attribute exists.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>True when it exists.</returns>
    public bool HasAttribute(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Library.Gate)
        {
            Library.Enter();
            return File.Check(H5.H5Aexists(Handle.Id, name), $"looking for attribute {name} of {Name}") > 0;
        }
    }

    /// <summary>Sets a text attribute, replacing one of that name.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="value">Text without NUL; stored as variable-length UTF-8.</param>
    /// <exception cref="Hdf5Exception">It cannot be written.</exception>
    public void SetAttribute(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        WriteAttribute(
            name, [], Types.VariableText, id => Texts.Write([value], (type, data) => Write(id, type, data), File.Path));
    }

    /// <summary>Sets an attribute of several texts.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="values">Texts without NUL.</param>
    /// <exception cref="Hdf5Exception">It cannot be written.</exception>
    public void SetAttribute(string name, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        WriteAttribute(
            name,
            [values.Count],
            Types.VariableText,
            id => Texts.Write(values, (type, data) => Write(id, type, data), File.Path));
    }

    /// <summary>Sets a scalar attribute of a number or truth value.</summary>
    /// <typeparam name="T">double, float, int, long, ulong, byte or bool.</typeparam>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="value">Value.</param>
    /// <exception cref="Hdf5Exception">It cannot be written.</exception>
    public void SetAttribute<T>(string name, T value)
        where T : unmanaged => WriteNumbers(name, [value], []);

    /// <summary>Sets an attribute of several numbers or truth values.</summary>
    /// <typeparam name="T">double, float, int, long, ulong, byte or bool.</typeparam>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="values">Values.</param>
    /// <exception cref="Hdf5Exception">It cannot be written.</exception>
    public void SetAttribute<T>(string name, T[] values)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        WriteNumbers(name, values, [values.Length]);
    }

    /// <summary>Reads a text attribute.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The text.</returns>
    /// <exception cref="Hdf5Exception">It is missing or not one text.</exception>
    public string GetString(string name)
    {
        var values = GetStrings(name);
        return values.Length == 1 ? values[0] : throw NotScalar(name, values.Length);
    }

    /// <summary>Reads an attribute of texts.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The texts.</returns>
    /// <exception cref="Hdf5Exception">It is missing or not text.</exception>
    public unsafe string[] GetStrings(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Library.Gate)
        {
            Library.Enter();
            var (attribute, type, space) = OpenAttribute(name);
            using (attribute)
            using (type)
            using (space)
            {
                Types.RequireText(type, $"attribute {name} of {Name}", File.Path);
                return Texts.Read(
                    type,
                    space,
                    (memory, data) => File.Check(
                        H5.H5Aread(attribute.Id, memory, (void*)data), $"reading attribute {name}"),
                    File.Path);
            }
        }
    }

    /// <summary>Reads a scalar attribute of a number or truth value.</summary>
    /// <typeparam name="T">The type that was written.</typeparam>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The value.</returns>
    /// <exception cref="Hdf5Exception">It is missing, of another type, or not one value.</exception>
    public T GetAttribute<T>(string name)
        where T : unmanaged
    {
        var values = GetAttributes<T>(name);
        return values.Length == 1 ? values[0] : throw NotScalar(name, values.Length);
    }

    /// <summary>Reads an attribute of numbers or truth values.</summary>
    /// <typeparam name="T">The type that was written.</typeparam>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The values.</returns>
    /// <exception cref="Hdf5Exception">It is missing or of another type.</exception>
    public unsafe T[] GetAttributes<T>(string name)
        where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Library.Gate)
        {
            Library.Enter();
            var (attribute, type, space) = OpenAttribute(name);
            using (attribute)
            using (type)
            using (space)
            {
                Types.Require<T>(type, $"attribute {name} of {Name}", File.Path);
                var (memory, stored) = Types.For<T>(File.Path);
                using (memory)
                using (stored)
                {
                    var values = new T[Spaces.Count(space, File.Path)];
                    fixed (T* data = values)
                    {
                        _ = File.Check(
                            H5.H5Aread(attribute.Id, memory.Id, data), $"reading attribute {name} of {Name}");
                    }

                    return values;
                }
            }
        }
    }

    /// <summary>Closes this object; a failure to write shows at the next flush or when the file is closed.</summary>
    public void Dispose()
    {
        lock (Library.Gate)
        {
            File.Remove(this);
            Handle.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    private unsafe void WriteNumbers<T>(string name, T[] values, long[] dimensions)
        where T : unmanaged
    {
        lock (Library.Gate)
        {
            Library.Enter();
            var (memory, stored) = Types.For<T>(File.Path);
            using (stored)
            {
                using (memory)
                {
                    WriteAttribute(name, dimensions, _ => stored, id =>
                    {
                        fixed (T* data = values)
                        {
                            Write(id, memory.Id, (nint)data);
                        }
                    });
                }
            }
        }
    }

    private unsafe void Write(long attribute, long type, nint data) =>
        File.Check(H5.H5Awrite(attribute, type, (void*)data), $"writing an attribute of {Name}");

    private void WriteAttribute(string name, long[] dimensions, Func<string, Handle> makeType, Action<long> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Library.Gate)
        {
            Library.Enter();
            var action = $"writing attribute {name} of {Name}";
            using var type = makeType(File.Path);
            using var space = Spaces.Make(dimensions, null, File.Path);
            if (File.Check(H5.H5Aexists(Handle.Id, name), action) > 0)
            {
                _ = File.Check(H5.H5Adelete(Handle.Id, name), action);
            }

            var id = File.Check(H5.H5Acreate2(Handle.Id, name, type.Id, space.Id, H5.Default, H5.Default), action);
            using var attribute = new Handle(id, H5.H5Aclose, action, File.Path, File);
            write(attribute.Id);
        }
    }

    private (Handle Attribute, Handle Type, Handle Space) OpenAttribute(string name)
    {
        var action = $"opening attribute {name} of {Name}";
        var attribute = new Handle(H5.H5Aopen(Handle.Id, name, H5.Default), H5.H5Aclose, action, File.Path, File);
        var type = new Handle(H5.H5Aget_type(attribute.Id), H5.H5Tclose, action, File.Path);
        return (attribute, type, new Handle(H5.H5Aget_space(attribute.Id), H5.H5Sclose, action, File.Path));
    }

    private Hdf5Exception NotScalar(string name, int count) =>
        new($"{File.Path}: attribute {name} of {Name} has {count} values, not one") { Path = File.Path };
}
