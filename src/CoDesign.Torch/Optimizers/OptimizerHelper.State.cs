using TorchSharp.Utils;

namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    /// <summary>Writes the step sizes and the state of all parameters; the format is this library's own.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        writer.WriteLeb128(Group.Members.Length);
        writer.Write(Group.LearningRate);
        writer.Write(Group.InitialLearningRate);
        foreach (var state in Group.Members.Select(StateOf))
        {
            writer.Write(state.Step);
            foreach (var t in state.Slots)
            {
                t.Save(writer);
            }
        }
    }

    /// <summary>Writes the state to a file.</summary>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Reads what <see cref="save_state_dict(BinaryWriter)"/> wrote for the same kind and
    /// parameters.</summary>
    /// <exception cref="ArgumentException">Another optimiser, or other parameters.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var (kind, count) = (reader.ReadString(), reader.ReadLeb128());
        if (kind != GetType().Name || count != Group.Members.Length)
        {
            throw new ArgumentException(
                $"The file is of {kind} with {count} parameters, this is {GetType().Name} with {Group.Members.Length}.");
        }
        (Group.LearningRate, Group.InitialLearningRate) = (reader.ReadDouble(), reader.ReadDouble());
        foreach (var state in Group.Members.Select(StateOf))
        {
            state.Step = reader.ReadInt64();
            foreach (var t in state.Slots)
            {
                t.Load(reader);
            }
        }
    }

    /// <summary>Reads the state from a file.</summary>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }
}
