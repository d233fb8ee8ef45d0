namespace CoDesign.Physics.Tests.Electromagnetic;

/// <summary>Total stopping powers of electrons, collisions and radiation [MeV cm2/g], kinetic energies in
/// MeV.</summary>
/// <remarks>Source: NIST, ESTAR (Berger, Coursey, Zucker, Chang; Standard Reference Database 124, after ICRU Report
/// 37), to the four digits printed; I of ICRU Report 37. Below 80 keV the share of radiation is under 0.3 % in light
/// and 2 % in heavy materials: there these are the collisions.</remarks>
internal static class EstarReference
{
    public static readonly double[] Energies = [0.025, 0.08, 0.4, 1.5, 6, 10, 50, 250, 2000];

    public static readonly (string Name, double[] Values)[] Materials =
    [
        ("graphite", [9.916, 4.252, 1.901, 1.609, 1.771, 1.896, 2.857, 7.426, 47.95]),
        ("water", [11.10, 4.761, 2.154, 1.841, 2.010, 2.149, 3.286, 8.698, 56.64]),
        ("aluminium", [8.345, 3.668, 1.691, 1.491, 1.739, 1.921, 3.550, 11.65, 83.67]),
        ("silicon", [8.564, 3.769, 1.741, 1.538, 1.813, 2.013, 3.802, 12.73, 92.16]),
        ("argon-gas", [7.619, 3.368, 1.572, 1.424, 1.777, 2.037, 4.187, 14.31, 103.5]),
        ("iron", [7.213, 3.238, 1.519, 1.365, 1.713, 2.005, 4.782, 18.98, 145.4]),
        ("copper", [6.892, 3.114, 1.469, 1.327, 1.693, 2.001, 4.978, 20.20, 155.7]),
        ("tin", [5.780, 2.675, 1.311, 1.243, 1.747, 2.176, 6.457, 28.71, 226.9]),
        ("tungsten", [4.989, 2.373, 1.203, 1.183, 1.798, 2.335, 7.840, 36.74, 294.0]),
        ("lead", [4.743, 2.279, 1.175, 1.183, 1.841, 2.407, 8.231, 38.86, 311.5]),
    ];
}
