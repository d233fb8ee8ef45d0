namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>True length of a multiply scattered step and its straight length, in the mean.</summary>
/// <remarks>
/// Along the first direction a particle gets z = integral of exp(-integral of ds/lambda): lambda (1 - exp(-t/lambda))
/// while lambda is constant; with lambda falling linearly, lambda(s) = lambda0 (1 - a s), z = [1 - (1 - a t)^(1 +
/// 1/(a lambda0))]/(a (1 + 1/(a lambda0))). Source: Geant4 Physics Reference Manual, "Multiple scattering", path length
/// correction.
/// </remarks>
internal readonly struct CurvedPath
{
    // Steps that lose less than this fraction of the range see a constant lambda.
    private const double ShortStep = 0.05;

    private readonly double _slope;
    private readonly double _power;
    private readonly double _transportPath;

    private CurvedPath(double transportPath, double slope, double straight)
    {
        (_transportPath, _slope, Straight) = (transportPath, slope, straight);
        _power = 1 + (1 / (slope * transportPath));
    }

    private CurvedPath(double transportPath, double straight) => (_transportPath, Straight) = (transportPath, straight);

    /// <summary>Straight length [mm].</summary>
    public double Straight { get; }

    /// <summary>A step over which the transport mean free path does not change.</summary>
    /// <param name="length">True length [mm].</param>
    /// <param name="transportPath">Transport mean free path [mm].</param>
    public static CurvedPath Short(double length, double transportPath)
    {
        double tau = length / transportPath;
        return new CurvedPath(transportPath, tau < 1e-3
            ? length * (1 - (tau / 2) + (tau * tau / 6)) : transportPath * (1 - Math.Exp(-tau)));
    }

    /// <summary>Whether a step is short in this sense.</summary>
    public static bool IsShort(double length, double range) => length < ShortStep * range;

    /// <summary>A step to the end of the range, where the transport mean free path vanishes.</summary>
    /// <param name="range">Range [mm].</param>
    /// <param name="transportPath">Transport mean free path at the start [mm].</param>
    public static CurvedPath ToRest(double range, double transportPath) =>
        new(transportPath, 1 / range, range / (1 + (range / transportPath)));

    /// <summary>The first part of this step.</summary>
    /// <param name="length">True length [mm], below the whole step's.</param>
    public CurvedPath Part(double length) => new(
        _transportPath, _slope, (1 - Math.Exp(_power * Math.Log(1 - (length * _slope)))) / (_slope * _power));

    /// <summary>A step over which the transport mean free path falls.</summary>
    /// <param name="length">True length [mm].</param>
    /// <param name="transportPath">Transport mean free path at the start [mm].</param>
    /// <param name="endTransportPath">Transport mean free path at the end [mm], smaller.</param>
    public static CurvedPath Falling(double length, double transportPath, double endTransportPath)
    {
        double slope = (transportPath - endTransportPath) / (transportPath * length);
        if (!(slope * transportPath > 1e-6))
        {
            return Short(length, transportPath);
        }

        double power = 1 + (1 / (slope * transportPath));
        double straight = (1 - Math.Exp(power * Math.Log(endTransportPath / transportPath))) / (slope * power);
        return new CurvedPath(transportPath, slope, Math.Min(straight, length));
    }

    /// <summary>True length of the part of the step that a boundary leaves of it.</summary>
    /// <param name="straight">Straight length to the boundary [mm], below <see cref="Straight"/>.</param>
    /// <param name="length">True length of the whole step [mm].</param>
    public double LengthTo(double straight, double length)
    {
        double value;
        if (_slope <= 0)
        {
            double ratio = straight / _transportPath;
            value = ratio < 1e-3
                ? straight * (1 + (ratio / 2) + (ratio * ratio / 3))
                : -_transportPath * Math.Log(1 - Math.Min(ratio, 1));
        }
        else
        {
            double rest = 1 - (_slope * _power * straight);
            value = rest > 0 ? (1 - Math.Exp(Math.Log(rest) / _power)) / _slope : length;
        }

        return Math.Clamp(value, straight, length);
    }
}
