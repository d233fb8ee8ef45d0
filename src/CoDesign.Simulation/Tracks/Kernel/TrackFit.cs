using System.Runtime.Intrinsics;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Showers;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Squared errors of the fitted tracks as a function of the layers, differentiable.</summary>
/// <remarks>
/// Inputs: position, weights 1/sigma^2 in u and v (zero where unmeasured), radiation lengths, thickness, ionisation
/// loss [layers], field (scalar); constant: the setup. Output: [fitted, 5]. Which layers a track crosses and which hits
/// it has are constants of the gradient. All float64.
/// </remarks>
internal sealed class TrackFit<TModel> : autograd.SingleTensorFunction<TrackFit<TModel>>
    where TModel : struct, IFitModel
{
    private const int Parameters = 5;

    /// <inheritdoc/>
    public override string Name => nameof(TrackFit<>);

    /// <inheritdoc/>
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        List<Tensor> inputs = [.. vars.Take(LayerValues.Inputs).Cast<Tensor>()];
        var setup = (FitSetup)vars[LayerValues.Inputs];
        ctx.save_for_backward(inputs);
        ctx.save_data("setup", setup);
        var kernel = new TrackKernel<TModel>(new LayerValues(inputs), setup);
        int tracks = setup.Lanes.Count;
        var squared = new double[tracks * Parameters];
        var fitted = new bool[tracks];
        EventLoop.Run(tracks, (from, to) => kernel.Forward(from, to, squared, fitted));
        setup.Fitted = [.. Enumerable.Range(0, tracks).Where(t => fitted[t])];
        for (int i = 0; i < setup.Fitted.Length; i++)
        {
            squared.AsSpan(setup.Fitted[i] * Parameters, Parameters).CopyTo(squared.AsSpan(i * Parameters));
        }

        return squared[..(setup.Fitted.Length * Parameters)].ToTensor(setup.Fitted.Length, Parameters);
    }

    /// <inheritdoc/>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var setup = ctx.Saved<FitSetup>("setup");
        var kernel = new TrackKernel<TModel>(new LayerValues(ctx.get_saved_variables()), setup);
        int tracks = setup.Lanes.Count;
        var rows = new double[(tracks + Vector256<double>.Count) * Parameters];
        ReadOnlySpan<double> gradient = grad_output.contiguous().Doubles();
        for (int i = 0; i < setup.Fitted.Length; i++)
        {
            gradient.Slice(i * Parameters, Parameters).CopyTo(rows.AsSpan(setup.Fitted[i] * Parameters));
        }

        double[] sum = EventLoop.Sum(tracks, kernel.GradientLength, (from, to, part) =>
            kernel.Backward(from, to, rows, part.Span));
        int layers = (kernel.GradientLength - 1) / (LayerValues.Inputs - 1);
        List<Tensor> result = [.. Enumerable.Range(0, LayerValues.Inputs - 1)
            .Select(i => sum[(i * layers)..((i + 1) * layers)].ToTensor(layers))];
        result.Add(tensor(sum[^1], dtype: ScalarType.Float64));
        result.Add(null!); // no gradient for a constant
        return result;
    }
}
