using System.Buffers;
using System.Runtime.Intrinsics;
using CoDesign.Simulation.Random;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Memory of one worker for four tracks at a time, from the shared pool.</summary>
internal sealed class FitScratch(int layers) : IDisposable
{
    private readonly LayerState[] _layers = ArrayPool<LayerState>.Shared.Rent(layers);
    private readonly KickStage[] _stages = ArrayPool<KickStage>.Shared.Rent(CrossingVectors.Kicks);
    private readonly double[] _kicks = ArrayPool<double>.Shared.Rent(V.Count * layers * CrossingVectors.Kicks);
    private readonly double[] _errors = ArrayPool<double>.Shared.Rent(V.Count * layers * 2);
    private readonly double[] _uniforms = ArrayPool<double>.Shared.Rent(V.Count * layers);
    private readonly double[] _shapes = ArrayPool<double>.Shared.Rent(V.Count * layers * 2);

    /// <summary>State of each layer.</summary>
    public Span<LayerState> Layers => _layers.AsSpan(0, layers);

    /// <summary>State of the filter between the kicks of one layer.</summary>
    public Span<KickStage> Stages => _stages.AsSpan(0, CrossingVectors.Kicks);

    public void Dispose()
    {
        ArrayPool<LayerState>.Shared.Return(_layers);
        ArrayPool<KickStage>.Shared.Return(_stages);
        ArrayPool<double>.Shared.Return(_kicks);
        ArrayPool<double>.Shared.Return(_errors);
        ArrayPool<double>.Shared.Return(_uniforms);
        ArrayPool<double>.Shared.Return(_shapes);
    }

    /// <summary>Draws the normal numbers of four tracks.</summary>
    public void DrawHits(EventStreams streams, long first)
    {
        for (int lane = 0; lane < V.Count; lane++)
        {
            streams.Normals(first + lane, RandomPurpose.TrackScattering, Row(_kicks, lane, CrossingVectors.Kicks));
            streams.Normals(first + lane, RandomPurpose.HitError, Row(_errors, lane, 2));
        }
    }

    /// <summary>Draws the uniform numbers of four tracks.</summary>
    public void DrawLosses(EventStreams streams, long first)
    {
        for (int lane = 0; lane < V.Count; lane++)
        {
            streams.Uniforms(first + lane, RandomPurpose.HitEfficiency, Row(_uniforms, lane, 1));
        }
    }

    /// <summary>Draws the numbers that decide which hits of four tracks are shared.</summary>
    public void DrawShapes(EventStreams streams, long first)
    {
        for (int lane = 0; lane < V.Count; lane++)
        {
            streams.Uniforms(first + lane, RandomPurpose.HitShape, Row(_shapes, lane, 2));
        }
    }

    /// <summary>Normal numbers of a kick of a layer.</summary>
    public V Kick(int layer, int kick) => Load(_kicks, CrossingVectors.Kicks, (layer * CrossingVectors.Kicks) + kick);

    /// <summary>Normal numbers of the errors of a layer in u (0) or v (1); zero where no hits are sampled.</summary>
    public V ErrorOf<TModel>(int layer, int coordinate)
        where TModel : struct, IFitModel =>
        TModel.HasHits ? Load(_errors, 2, (layer * 2) + coordinate) : V.Zero;

    /// <summary>Uniform numbers of the efficiency of a layer.</summary>
    public V Uniform(int layer) => Load(_uniforms, 1, layer);

    /// <summary>Uniform numbers of the kind of hit of a layer in u (0) or v (1).</summary>
    public V Shape(int layer, int coordinate) => Load(_shapes, 2, (layer * 2) + coordinate);

    private Span<double> Row(double[] rows, int lane, int perLayer) =>
        rows.AsSpan(lane * layers * perLayer, layers * perLayer);

    private V Load(double[] rows, int perLayer, int place)
    {
        int stride = layers * perLayer;
        return Vector256.Create(
            rows[place], rows[place + stride], rows[place + (2 * stride)], rows[place + (3 * stride)]);
    }
}
