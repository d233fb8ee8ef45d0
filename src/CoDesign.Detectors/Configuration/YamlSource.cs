using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CoDesign.Detectors.Configuration;

/// <summary>Reads one YAML document into <see cref="SourceNode"/>s that know their lines.</summary>
/// <remarks>
/// Works on parser events, since the object readers stop at the first duplicate key or let it pass.
/// Anchors and aliases are followed; merge keys, tags and several documents are not part of the format.
/// </remarks>
internal sealed class YamlSource
{
    // A configuration has some hundred nodes and is some ten deep; more is a mistake, or an attack on the memory.
    private const int MostNodes = 100_000, Deepest = 100;

    private readonly string _file;
    private readonly List<Problem> _problems;
    private readonly Dictionary<AnchorName, SourceNode> _anchors = [];
    private readonly IParser _parser;
    private int _nodes, _depth;

    private YamlSource(string file, IParser parser, List<Problem> problems)
    {
        _file = file;
        _parser = parser;
        _problems = problems;
    }

    /// <summary>Reads the document; null if it cannot be read at all, with the reason among the problems.</summary>
    public static SourceNode? Read(string file, string text, List<Problem> problems)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        try
        {
            return new YamlSource(file, parser, problems).ReadDocument();
        }
        catch (YamlException exception)
        {
            // The cause is the innermost message; the outer ones repeat the place.
            Exception cause = exception;
            while (cause.InnerException is { } inner)
            {
                cause = inner;
            }

            problems.Add(Describe(file, text, exception.Start, cause.Message));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 16.3 throws this, without a place, on an unclosed flow sequence that runs into a key.
            problems.Add(Describe(file, text, parser.Current?.End ?? Mark.Empty, "a bracket or quote is not closed"));
        }

        return null;
    }

    private static Problem Describe(string file, string text, Mark place, string message)
    {
        // A tab in the indentation confuses the parser at or before its line, with a message that does not help.
        var lines = text.Split('\n');
        var tab = Array.FindIndex(
            lines, line => line[..(line.Length - line.TrimStart().Length)].Contains('\t', StringComparison.Ordinal));
        if (tab >= 0)
        {
            return new Problem(file, tab + 1, "", "a tab in the indentation; YAML is indented by spaces");
        }

        var cause = message.TrimEnd('.').ReplaceLineEndings(" ");
        var column = place.Column.ToString(CultureInfo.InvariantCulture);
        return new Problem(file, (int)place.Line, "", $"not valid YAML at column {column}: {cause}");
    }

    private SourceNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _problems.Add(new Problem(_file, 0, "", "the file is empty"));
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _))
        {
            var line = _parser.Current is { } next ? (int)next.Start.Line : 0;
            _problems.Add(new Problem(_file, line, "", "a second document; one file holds one document"));
        }

        if (root is SourceScalar { IsEmpty: true })
        {
            _problems.Add(new Problem(_file, 0, "", "the file is empty"));
            return null;
        }

        return root;
    }

    private SourceNode ReadNode()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (!_anchors.TryGetValue(alias.Value, out var target))
            {
                throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} has no anchor above it");
            }

            Count(target, _depth, alias);
            // A copy, so that an override changes the one place it names.
            return target.Copy(place => place);
        }

        CheckSize(_parser.Current, ++_nodes, _depth);
        _depth++;
        var node = ReadWhole();
        _depth--;
        return node;
    }

    private void Count(SourceNode node, int depth, AnchorAlias alias)
    {
        CheckSize(alias, ++_nodes, depth);
        foreach (var child in node.Children)
        {
            Count(child, depth + 1, alias);
        }
    }

    private static void CheckSize(ParsingEvent? place, int nodes, int depth)
    {
        string? limit = nodes > MostNodes ? $"more than {MostNodes} values, aliases written out"
            : depth > Deepest ? $"values nested more than {Deepest} deep" : null;
        if (limit is not null)
        {
            throw new YamlException(place?.Start ?? Mark.Empty, place?.End ?? Mark.Empty, limit);
        }
    }

    private SourceNode ReadWhole()
    {
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return Remember(scalar, new SourceScalar(At(scalar), scalar.Value, scalar.Style != ScalarStyle.Plain));
        }

        if (_parser.TryConsume<SequenceStart>(out var sequence))
        {
            var list = new SourceList(At(sequence));
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                list.Items.Add(ReadNode());
            }

            return Remember(sequence, list);
        }

        var start = _parser.Consume<MappingStart>();
        var map = new SourceMap(At(start));
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            ReadEntry(map);
        }

        return Remember(start, map);
    }

    private void ReadEntry(SourceMap map)
    {
        var line = _parser.Current is { } current ? (int)current.Start.Line : 0;
        if (!_parser.TryConsume<Scalar>(out var key))
        {
            ReadNode();
            ReadNode();
            _problems.Add(new Problem(_file, line, "", "a key must be a plain word"));
            return;
        }

        var value = ReadNode();
        var first = map.Entries.Find(entry => entry.Key == key.Value);
        if (first.Value is null)
        {
            map.Entries.Add((key.Value, At(key), value));
        }
        else
        {
            _problems.Add(new Problem(
                _file, line, key.Value, $"duplicate key; it was given first in line {first.KeyPlace.Line}"));
        }
    }

    private SourceNode Remember(NodeEvent start, SourceNode node)
    {
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor] = node;
        }

        return node;
    }

    private SourcePlace At(ParsingEvent start) => new(_file, (int)start.Start.Line);
}
