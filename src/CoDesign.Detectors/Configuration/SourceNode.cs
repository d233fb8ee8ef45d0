namespace CoDesign.Detectors.Configuration;

/// <summary>A node of a YAML document as written, with its place; mutable only while overrides are merged.</summary>
internal abstract class SourceNode(SourcePlace place)
{
    public SourcePlace Place { get; } = place;

    /// <summary>The nodes within it.</summary>
    public abstract IEnumerable<SourceNode> Children { get; }

    /// <summary>What it is, for messages.</summary>
    public abstract string Describe();

    /// <summary>A deep copy at other places.</summary>
    public abstract SourceNode Copy(Func<SourcePlace, SourcePlace> move);
}

/// <summary>Where a node comes from.</summary>
internal readonly record struct SourcePlace(string File, int Line);

internal sealed class SourceScalar(SourcePlace place, string text, bool quoted) : SourceNode(place)
{
    public string Text { get; } = text;

    /// <summary>Whether it was quoted, so that "" is a text and not an absent value.</summary>
    public bool Quoted { get; } = quoted;

    public bool IsEmpty => !Quoted && Text is "" or "~" or "null";

    public override IEnumerable<SourceNode> Children => [];

    public override string Describe() => IsEmpty ? "nothing" : ScalarReader.Shown(Text);

    public override SourceNode Copy(Func<SourcePlace, SourcePlace> move) => new SourceScalar(move(Place), Text, Quoted);
}

internal sealed class SourceMap(SourcePlace place) : SourceNode(place)
{
    /// <summary>Key, place of the key, value; in file order.</summary>
    public List<(string Key, SourcePlace KeyPlace, SourceNode Value)> Entries { get; } = [];

    public override IEnumerable<SourceNode> Children => Entries.Select(entry => entry.Value);

    public SourceNode? Find(string key) => Entries.Find(entry => entry.Key == key).Value;

    public void Set(string key, SourceNode value)
    {
        var index = Entries.FindIndex(entry => entry.Key == key);
        if (index < 0)
        {
            Entries.Add((key, value.Place, value));
        }
        else
        {
            Entries[index] = (key, value.Place, value);
        }
    }

    public override string Describe() => "a map of keys";

    public override SourceNode Copy(Func<SourcePlace, SourcePlace> move)
    {
        var copy = new SourceMap(move(Place));
        copy.Entries.AddRange(
            Entries.Select(entry => (entry.Key, move(entry.KeyPlace), entry.Value.Copy(move))));
        return copy;
    }
}

internal sealed class SourceList(SourcePlace place) : SourceNode(place)
{
    public List<SourceNode> Items { get; } = [];

    public override IEnumerable<SourceNode> Children => Items;

    public override string Describe() => "a list";

    public override SourceNode Copy(Func<SourcePlace, SourcePlace> move)
    {
        var copy = new SourceList(move(Place));
        copy.Items.AddRange(Items.Select(item => item.Copy(move)));
        return copy;
    }
}
