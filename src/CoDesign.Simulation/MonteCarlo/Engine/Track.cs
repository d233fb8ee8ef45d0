using System.Runtime.CompilerServices;
using CoDesign.Simulation.Events;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <summary>A particle in flight; lengths in mm, kinetic energy in MeV, the direction a unit vector.</summary>
internal struct Track
{
    /// <summary>Position.</summary>
    public double X, Y, Z;

    /// <summary>Direction.</summary>
    public double U, V, W;

    /// <summary>Kinetic energy.</summary>
    public double Energy;

    /// <summary>Number of the slab it is in.</summary>
    public int Slab;

    /// <summary>What it is.</summary>
    public ParticleKind Kind;

    /// <summary>Moves along the direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Move(double length)
    {
        X += length * U;
        Y += length * V;
        Z += length * W;
    }

    /// <summary>Turns the direction by a polar angle around the old one.</summary>
    /// <param name="cosTheta">Cosine of the polar angle.</param>
    /// <param name="cosPhi">Cosine of the azimuth.</param>
    /// <param name="sinPhi">Sine of the azimuth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Turn(double cosTheta, double cosPhi, double sinPhi)
    {
        double sinTheta = Math.Sqrt(Math.Max(0, (1 - cosTheta) * (1 + cosTheta)));
        (double u, double v, double w) = Direction(sinTheta * cosPhi, sinTheta * sinPhi, cosTheta);
        double norm = 1.5 - (0.5 * ((u * u) + (v * v) + (w * w))); // one Newton step keeps the length at 1
        U = u * norm;
        V = v * norm;
        W = w * norm;
    }

    /// <summary>A vector given along two axes perpendicular to the direction, and along it, in the axes of the
    /// stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly (double X, double Y, double Z) Direction(double a, double b, double c)
    {
        double u = U, v = V, w = W, t2 = (u * u) + (v * v);
        if (t2 < 1e-20)
        {
            return w > 0 ? (a, b, c) : (-a, b, -c);
        }

        double t = Math.Sqrt(t2), inverse = 1 / t;
        return ((((u * w * a) - (v * b)) * inverse) + (u * c),
            (((v * w * a) + (u * b)) * inverse) + (v * c),
            (-t * a) + (w * c));
    }
}
