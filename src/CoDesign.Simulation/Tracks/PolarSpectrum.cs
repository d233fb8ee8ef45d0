namespace CoDesign.Simulation.Tracks;

/// <summary>Distribution of the polar angle to the beam axis z.</summary>
public sealed record PolarSpectrum
{
    private enum Variable
    {
        Angle,
        Pseudorapidity,
    }

    private readonly Variable _variable;
    private readonly IReadOnlyList<double> _values;

    private PolarSpectrum(Variable variable, bool isList, IReadOnlyList<double> values)
    {
        if (values.Count == 0 || values.Any(v => !double.IsFinite(v)))
        {
            throw new ArgumentOutOfRangeException(nameof(values), "directions must be finite numbers, one or more");
        }

        if (variable == Variable.Angle && values.Any(a => a is < 0 or > Math.PI))
        {
            throw new ArgumentOutOfRangeException(nameof(values), "polar angles lie between 0 and pi");
        }

        (_variable, IsList, _values) = (variable, isList, values);
    }

    /// <summary>Whether listed values are taken in turn; else they are drawn.</summary>
    public bool IsList { get; }

    /// <summary>How many different values tracks take in turn; 1 where they are drawn.</summary>
    public int Turns => IsList ? _values.Count : 1;

    /// <summary>Lowest polar angle [rad].</summary>
    public double Minimum => _values.Min(Angle);

    /// <summary>Highest polar angle [rad].</summary>
    public double Maximum => _values.Max(Angle);

    /// <summary>Polar angles in turn [rad]; one of them is a fixed angle.</summary>
    public static PolarSpectrum Angles(params IReadOnlyList<double> angles) => new(Variable.Angle, true, angles);

    /// <summary>Flat in the polar angle between two ends [rad].</summary>
    public static PolarSpectrum AngleBetween(double low, double high) => new(Variable.Angle, false, [low, high]);

    /// <summary>Pseudorapidities -ln tan(theta/2) in turn; one of them is a fixed one.</summary>
    public static PolarSpectrum Pseudorapidities(params IReadOnlyList<double> values) =>
        new(Variable.Pseudorapidity, true, values);

    /// <summary>Flat in pseudorapidity between two ends.</summary>
    public static PolarSpectrum PseudorapidityBetween(double low, double high) =>
        new(Variable.Pseudorapidity, false, [low, high]);

    /// <summary>Polar angle of a track.</summary>
    /// <param name="turn">Its turn, zero or more.</param>
    /// <param name="uniform">Its uniform number in (0, 1).</param>
    /// <returns>Angle to z [rad].</returns>
    public double At(long turn, double uniform) =>
        Angle(IsList ? _values[(int)(turn % _values.Count)] : _values[0] + (uniform * (_values[1] - _values[0])));

    private double Angle(double value) =>
        _variable == Variable.Angle ? value : 2 * Math.Atan(Math.Exp(-value));
}
