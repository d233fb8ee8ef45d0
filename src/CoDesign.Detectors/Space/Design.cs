using static TorchSharp.torch;

namespace CoDesign.Detectors.Space;

/// <summary>A point of a design space: values by name, as tensors that carry the gradient.</summary>
public sealed class Design
{
    private double[]? _values;

    internal Design(DesignSpace space, Tensor theta)
    {
        if (theta.dim() != 1 || theta.shape[0] != space.Parameters.Count)
        {
            throw new ArgumentException(
                $"a design of {space.Parameters.Count} parameters needs a vector of as many values", nameof(theta));
        }

        Space = space;
        Theta = theta;
    }

    /// <summary>The space it is a point of.</summary>
    public DesignSpace Space { get; }

    /// <summary>Values of the free parameters [parameters] float64 [internal units]; carries the gradient.</summary>
    public Tensor Theta { get; }

    /// <summary>Values of the free parameters [parameters] [internal units].</summary>
    public IReadOnlyList<double> Values => _values ??= Read();

    /// <summary>
    /// The value of a parameter, free or frozen: float64 scalar [internal units]; carries the gradient.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public Tensor this[string name]
    {
        get
        {
            var index = Space.IndexOf(name);
            return index >= 0
                ? Theta.select(0, index)
                : tensor(Parameter(name).Baseline, dtype: float64, device: Theta.device);
        }
    }

    /// <summary>The value of a parameter, free or frozen [internal units].</summary>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public double Value(string name)
    {
        var index = Space.IndexOf(name);
        return index >= 0 ? Values[index] : Parameter(name).Baseline;
    }

    /// <summary>The word of a choice, the nearest one if it is relaxed.</summary>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    /// <exception cref="ArgumentException">The parameter is not a choice.</exception>
    public string Choice(string name)
    {
        var parameter = Parameter(name);
        return parameter.Kind == ParameterKind.Choice
            ? parameter.Choices[parameter.ChoiceIndex(Value(name))]
            : throw new ArgumentException($"{name} is not a choice", nameof(name));
    }

    /// <summary>The value of a parameter with its unit, or its word.</summary>
    public string Format(string name) => Parameter(name).Format(Value(name));

    /// <summary>The nearest design that can be built: integers and choices whole. Carries no gradient.</summary>
    public Design Rounded() =>
        Space.AtValues([.. Space.Parameters.Select((parameter, i) => parameter.Round(Values[i]))]);

    private DesignParameter Parameter(string name) =>
        Space.Find(name) ?? throw new KeyNotFoundException($"there is no parameter {name}");

    private double[] Read()
    {
        using var scope = NewDisposeScope();
        return Theta.detach().cpu().contiguous().data<double>().ToArray();
    }
}
