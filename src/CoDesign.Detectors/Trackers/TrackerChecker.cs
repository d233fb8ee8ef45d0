using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Geometries;

namespace CoDesign.Detectors.Trackers;

/// <summary>Reports what is wrong with a tracker beyond the schema of its file.</summary>
internal sealed class TrackerChecker(GeometryReading reading)
{
    private static readonly Bounds Radius = Bounds.Parse("(0 mm, inf)");
    private static readonly Bounds Plane = Bounds.Parse("[0 mm, inf)");

    private readonly ConfigNode _root = reading.Root;
    private readonly List<Problem> _problems = reading.Problems;
    private readonly List<LocalNames> _measured = [];
    private readonly List<LocalNames> _segmented = [];
    private readonly List<LocalNames> _read = [];
    private readonly List<LocalNames> _stripsU = [];
    private readonly List<LocalNames> _stripsV = [];
    private readonly List<ConfigNode> _edgeless = [];
    private bool _isComplete = true;

    public void Check()
    {
        ConfigNode[] groups = _root.Find("layers") is { IsValid: true } layers ? [.. layers.Items] : [];
        if (_root.Find("shape") is not { IsValid: true } shape || groups.Any(group => !group.IsValid))
        {
            return;
        }

        var names = new HashSet<string>();
        foreach (var group in groups)
        {
            if (group.Find("name") is { IsValid: true } name && !names.Add(name.Text))
            {
                _problems.Add(name.Problem($"given {name.Text}, which is the name of another group of layers"));
            }

            CheckGroup(group, shape.Text == "planes" ? TrackerShape.Planes : TrackerShape.Barrel);
        }

        if (_isComplete && _measured.Count == 0)
        {
            _problems.Add(_root.Get("layers").Problem("none measures anything, one must"));
        }

        CheckElectronics();
    }

    private void CheckGroup(ConfigNode group, TrackerShape shape)
    {
        var before = _problems.Count;
        var materials = Slabs(group).Select(slab => slab.Find("material")).ToList();
        materials.ForEach(reading.Resolve);
        reading.Checker.Check(group.Find("count"), [LocalNames.None]);
        // Without a number of layers, or with a part that is wrong by itself, the rest cannot be judged.
        if (!IsValid(group) || group.Find("position") is null || group.Find("name") is null || _problems.Count > before
            || materials.Any(material => material is null || !reading.IsResolved(material))
            || !reading.Checker.CanEvaluate(group.Get("count").Expression))
        {
            _isComplete = false;
            return;
        }

        var count = (int)Math.Round(reading.Checker.AtBaseline(group.Get("count").Expression));
        var layers = LayerCases.OfGroup(group.Get("name").Text, count, reading.Scope.Arrays);
        CheckExpressions(group, layers, shape);
        CheckExtents(group, shape);
        var described = new LayerGroupReader(reading, shape).Read(group);
        CheckResolution(group, described, "u", described.MeasuresU && described.ResolutionU is null);
        CheckResolution(group, described, "v", described.MeasuresV && described.ResolutionV is null);
        if (_problems.Count > before)
        {
            _isComplete = false;
        }
        else if (described.Measures)
        {
            Remember(group, described, layers, shape);
        }
    }

    private void Remember(
        ConfigNode node, LayerGroup group, IReadOnlyList<LocalNames> layers, TrackerShape shape)
    {
        var cases = LayerCases.OfElectronics(group, layers);
        _measured.AddRange(cases);
        _segmented.AddRange(group.PitchU is null ? [] : cases);
        _read.AddRange(group.NeedsReadout ? cases : []);
        _stripsU.AddRange(group.NeedsReadout && group.MeasuresU ? cases : []);
        _stripsV.AddRange(group.NeedsReadout && group.MeasuresV ? cases : []);
        if (!HasEdges(node, shape))
        {
            _edgeless.Add(node);
        }

        if (group.NeedsReadout && _root.Find("readout") is null)
        {
            _problems.Add(node.Problem($"{group.Name} has a pitch and no resolution, which needs the key readout"));
        }
        else if (group.NeedsReadout && group.Sensor is null && _root.Find("readout") is { IsValid: true } readout
            && readout.Find("signal") is null)
        {
            _problems.Add(node.Problem("has no sensor, whose thickness gives the signal; give it, or readout.signal"));
        }
    }

    private void CheckExpressions(ConfigNode node, IReadOnlyList<LocalNames> layers, TrackerShape shape)
    {
        foreach (var (key, child) in node.Entries.Where(entry => entry.Key != "count"))
        {
            if (child.IsScalar)
            {
                CheckExpression(key, child, layers, shape);
            }
            else if (child.IsList)
            {
                child.Items.ToList().ForEach(item => CheckExpressions(item, layers, shape));
            }
            else
            {
                CheckExpressions(child, layers, shape);
            }
        }
    }

    private void CheckExpression(
        string key, ConfigNode node, IReadOnlyList<LocalNames> layers, TrackerShape shape)
    {
        if (key != "position")
        {
            reading.Checker.Check(node, layers);
        }
        else if (shape == TrackerShape.Barrel)
        {
            reading.Checker.Check(node, layers, Radius);
        }
        else
        {
            reading.Checker.Check(node, layers, Plane, "tracks begin at the origin and go towards positive z");
        }
    }

    private void CheckExtents(ConfigNode group, TrackerShape shape)
    {
        if (shape == TrackerShape.Barrel && group.Find("half_width") is { } width)
        {
            _problems.Add(width.Problem("is for planes; a layer of a barrel goes all the way round"));
        }

        if (group.Get("pitch").Entries.Count > 0 && !HasEdges(group, shape))
        {
            _problems.Add(group.Problem($"has a pitch, so that its channels are counted; it needs {Edges(shape)}"));
        }
    }

    private void CheckResolution(ConfigNode node, LayerGroup group, string coordinate, bool isWanted)
    {
        if (isWanted && node.Get("pitch").Find(coordinate) is null)
        {
            _problems.Add(node.Problem(
                $"{group.Name} measures {coordinate}, so it needs resolution.{coordinate} or pitch.{coordinate}"));
        }
    }

    private void CheckElectronics()
    {
        if (_root.Find("readout") is { IsValid: true } readout)
        {
            var before = _problems.Count;
            foreach (var (_, node) in readout.Entries)
            {
                reading.Checker.Check(node, _read);
            }

            if (_problems.Count == before && readout.Find("charge_width") is { IsValid: true } width)
            {
                reading.Checker.CheckLimit(width, WidestCharge("pitch_u"), "5 pitches in u", _stripsU);
                reading.Checker.CheckLimit(width, WidestCharge("pitch_v"), "5 pitches in v", _stripsV);
            }
        }

        if (_root.Find("power") is { IsValid: true } power)
        {
            reading.Checker.Check(power.Find("per_channel"), _segmented);
            reading.Checker.Check(power.Find("per_area"), _measured);
            var cooling = power.Find("cooling") is { IsValid: true } given ? given : null;
            reading.Checker.Check(cooling?.Find("thickness_per_power"), _measured);
            reading.Resolve(cooling?.Find("material"));
            CheckArea(power.Find("per_area"));
        }

        if (_root.Find("cost") is { IsValid: true } cost)
        {
            reading.Checker.Check(cost.Find("per_channel"), _segmented);
            reading.Checker.Check(cost.Find("sensor_area"), _measured);
            reading.Checker.Check(cost.Find("per_layer"), _measured);
            reading.Checker.Check(cost.Find("power"), [LocalNames.None]);
            reading.Checker.Check(cost.Find("fixed"), [LocalNames.None]);
            CheckArea(cost.Find("sensor_area"));
        }
    }

    // The sampled readout shares the charge among the strips that a cloud of this width reaches, not more.
    private static Expression WidestCharge(string pitch) => Expression.Parse($"5 * {pitch}");

    private void CheckArea(ConfigNode? perArea)
    {
        if (perArea is { IsValid: true, Expression: var price }
            && !(price.IsConstant && price.Evaluate(_ => double.NaN) == 0))
        {
            var shape = _root.Get("shape").Text == "planes" ? TrackerShape.Planes : TrackerShape.Barrel;
            _problems.AddRange(_edgeless.Select(node => node.Problem(
                $"has no edge, but {perArea.Path} is for its area; it needs {Edges(shape)}")));
        }
    }

    private static IEnumerable<ConfigNode> Slabs(ConfigNode group)
    {
        ConfigNode? sensor = group.Find("sensor"), supports = group.Find("supports");
        IEnumerable<ConfigNode?> all = [sensor, .. supports is { IsValid: true } ? supports.Items : []];
        return all.OfType<ConfigNode>().Where(slab => slab.IsValid);
    }

    private static bool HasEdges(ConfigNode group, TrackerShape shape) =>
        group.Find("half_length") is not null
        && (shape == TrackerShape.Barrel || group.Find("half_width") is not null);

    private static string Edges(TrackerShape shape) =>
        shape == TrackerShape.Planes ? "half_width and half_length" : "half_length";

    private static bool IsValid(ConfigNode node) => node.IsValid
        && (node.IsScalar || (node.IsList ? node.Items : node.Entries.Select(entry => entry.Value)).All(IsValid));
}
