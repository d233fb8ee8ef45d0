using CoDesign.Detectors.Trackers;
using CoDesign.Hdf5;
using CoDesign.Learning.Tracking;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Judging;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Trackers;

/// <summary>Baseline and optimum as sampled tracks see them: exact helix with scattering and energy loss, hard readout,
/// Kalman fit; and beside it the gradient's model on the same tracks.</summary>
internal sealed class TrackJudgement : Judgement
{
    private readonly RunContext _context;
    private readonly TrackerMethod _method;
    private readonly TrackerPipeline _pipeline;
    private readonly JudgeSettings _settings;
    private readonly EventStreams _streams;
    private readonly (TrackGroups Seen, TrackGroups Model) _baseline, _optimum;

    public TrackJudgement(
        RunContext context, TrackerMethod method, JudgeSettings settings, double[] baseline, double[] optimum)
    {
        (_context, _method, _settings) = (context, method, settings);
        _pipeline = method.Tracks(context.Study);
        _streams = context.Streams.Child(StreamRole.Judge);
        _baseline = Design("baseline", baseline);
        _optimum = Design("optimum", optimum);
    }

    protected override string Simulation => "tracks";

    protected override string Noun => "tracks";

    protected override string Method => "The judge follows each track along its exact helix, scatters it by angle and "
        + "displacement in every layer, takes off its energy loss, shares its charge among the strips with noise, "
        + "threshold and ADC, loses hits and adds those of noise, and fits what is left by a Kalman filter. It shares "
        + "the mean energy loss with the propagation of covariance, and no other code, and gave the optimisation no "
        + "gradient. Both designs have the same tracks.";

    protected override string Caution => "The judge's metrics are made of deviations from the truth, the model's of "
        + "variances. Both take Highland's Gaussian widths and the mean energy loss: tails of "
        + "scattering, and what the list of things not modelled says, both leave out.";

    protected override string Comparison => "The final evaluation has tracks of its own; on the judge's tracks the model "
        + "gives expected errors where the judge has deviations.";

    protected override int Events => _settings.Events;

    protected override (double Value, double Error) Gain =>
        _optimum.Seen.GainOver(_baseline.Seen, _method.Objective);

    protected override (double Value, double Error) ModelGain =>
        _optimum.Model.GainOver(_baseline.Model, _method.Objective);

    protected override (JudgedDesignSummary Baseline, JudgedDesignSummary Optimum) Designs() =>
        (new JudgedDesignSummary(Performance(_baseline.Seen), Performance(_baseline.Model)),
            new JudgedDesignSummary(Performance(_optimum.Seen), Performance(_optimum.Model)));

    public override void Write(Hdf5Group group)
    {
        foreach ((string name, TrackGroups groups) in ((string, TrackGroups)[])
            [("baseline", _baseline.Seen), ("optimum", _optimum.Seen)])
        {
            using Hdf5Group own = group.CreateGroup(name);
            own.Write("tracks", groups.Tracks, [groups.Tracks.Length], unit: "");
            own.Write("fitted", groups.Fitted, [groups.Fitted.Length], unit: "");
            foreach ((string metric, double[] sums) in groups.Reported)
            {
                own.Write($"sum_{metric}", sums, [sums.Length], unit: "internal units");
            }
        }
    }

    private (TrackGroups Seen, TrackGroups Model) Design(string name, double[] theta)
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        TrackerLayout layout = ((TrackerGeometry)_pipeline.Geometry)
            .Build(_context.Study.Geometry.Space.AtValues(theta)).Layout;
        var chain = new Lazy<TrackReconstruction>(() => new TrackReconstruction(layout, _context.Study.Threads));
        return (Groups(name, "tracks", TrackerMethod.JudgeCost, tracks => Reconstructed(layout, chain.Value, tracks)),
            Groups(name, "model", 1, tracks => (_pipeline.Measure(layout, tracks, ResponseForm.Hard), 0)));
    }

    // Group by group, each a piece of the journal.
    private TrackGroups Groups(
        string design, string model, double cost, Func<TrackBatch, (MeasuredTracks Tracks, int Wrong)> measure)
    {
        int size = _settings.Events / JudgeSettings.Groups;
        return TrackGroups.Join([.. Enumerable.Range(0, JudgeSettings.Groups).Select(g => _context.Once(
            $"judge/{design}/{model}/{g}",
            model == "tracks" ? $"tracks of the {design} design" : $"the model on the judge's tracks at the {design}", size, cost,
            () => Group(_method.Source.Generate(_streams, (long)g * size, size), measure)))]);
    }

    private TrackGroups Group(TrackBatch tracks, Func<TrackBatch, (MeasuredTracks Tracks, int Wrong)> measure)
    {
        using DisposeScope step = NewDisposeScope();
        (MeasuredTracks measured, int wrong) = measure(tracks);
        TestedTracks tested = TestedTracks.From(measured, _pipeline.Metrics, _method.Reported);
        return new TrackGroups(
            [[.. tested.Entries.Select((e, t) => e.Sum(_pipeline.Metrics[t].Averaged))]],
            [[.. tested.Entries.Select(e => (double)e.Length)]],
            _method.Reported.ToDictionary(m => m.Name, m => new[] { tested.Reported[m.Name].Sum(m.Averaged) }),
            [tested.Dip.Length], [tested.Tracks], wrong, _method.Bins(tested));
    }

    // The judge's own chain, in the form that metrics are computed from.
    private static (MeasuredTracks Tracks, int Wrong) Reconstructed(
        TrackerLayout layout, TrackReconstruction chain, TrackBatch tracks)
    {
        ReconstructedTracks fits = chain.Reconstruct(tracks);
        int[] fitted = [.. Enumerable.Range(0, tracks.Count).Where(t => fits.Fitted[t])];
        double[] squares =
        [
            .. fitted.SelectMany(t => Enumerable.Range(0, ReconstructedTracks.Parameters)
                .Select(p => Math.Pow(fits.Deviation[(t * ReconstructedTracks.Parameters) + p], 2))),
        ];
        var errors = new TrackErrors
        {
            Squared = tensor(squares, dtype: ScalarType.Float64).reshape(fitted.Length, ReconstructedTracks.Parameters),
            Fitted = fitted,
            HitsU = fits.HitsU,
            HitsV = fits.HitsV,
        };
        return (new MeasuredTracks(layout, tracks, errors, TrackAcceptance.Counted, SquaredErrors.Sampled), fits.WrongHits.Sum());
    }

    private JudgedPerformance Performance(TrackGroups groups)
    {
        var metrics = new Dictionary<string, MetricSummary>();
        for (int t = 0; t < _method.Objective.Terms.Count; t++)
        {
            Metric metric = _method.Objective.Terms[t].Metric;
            metrics[_method.Objective.NameOf(t)] = Summary(groups.Term(metric, t), metric);
        }

        foreach (TrackMetric metric in _method.Reported)
        {
            metrics[metric.Name] = Summary(groups.Metric(metric), metric);
        }

        (double share, double shareError) = groups.MeasureFitted();
        metrics["fitted_tracks"] = new MetricSummary(share / 0.01, shareError / 0.01, "%");
        (double value, double error) = groups.Objective(_method.Objective);
        return new JudgedPerformance
        {
            Objective = new MetricSummary(value, error, ""),
            Metrics = metrics,
            Curves = _method.Curves([groups.Bins]),
        };
    }

    private static MetricSummary Summary((double Value, double Error) measured, Metric metric) =>
        new(measured.Value / metric.UnitValue, measured.Error / metric.UnitValue, metric.Unit);
}
