using System.Globalization;
using System.Runtime.CompilerServices;

namespace CoDesign.Physics.Tests.Electromagnetic;

/// <summary>One line of the cross sections in seltzer-berger.txt; their origin stands there.</summary>
internal sealed record SeltzerBerger(int AtomicNumber, double Energy, double[] Scaled)
{
    /// <summary>k/T of <see cref="Scaled"/>.</summary>
    public static readonly double[] Kappa = [0, .05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .99, 1];

    /// <summary>Trapezoidal integral of the scaled cross section over k/T; good to about 0.5 %.</summary>
    public double Integral => Enumerable.Range(1, Kappa.Length - 1)
        .Sum(i => (Kappa[i] - Kappa[i - 1]) * (Scaled[i] + Scaled[i - 1]) / 2);

    /// <summary>k dsigma/dk [mm2] at an index of <see cref="Kappa"/>.</summary>
    public double CrossSection(int index) => Scaled[index] * Unit;

    /// <summary>From the table's unit to k dsigma/dk: mb Z^2/beta^2 [mm2].</summary>
    public double Unit => 1e-25 * AtomicNumber * AtomicNumber / Math.Pow(Particle.Electron.Beta(Energy), 2);

    public static IEnumerable<SeltzerBerger> Read(string name, [CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, name)) // a source file has a folder
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray())
            .Select(n => new SeltzerBerger((int)n[0], n[1], n[2..]));
}
