namespace CoDesign.Physics.Materials;

public static partial class MaterialCatalogue
{
    private const string PdgSource = "PDG 2022, table 6.1 and its pages of atomic and nuclear properties";

    // Name, aliases, state, density [g/cm3], composition (mass fractions, or atoms when written without spaces),
    // X0, lambda_I [g/cm2], dE/dx min [MeV cm2/g], Ec of electrons [MeV] (NaN: solved from the stopping power),
    // I [eV], refractive index at 589 nm.
    // Source: PDG, Review of Particle Physics 2022, table 6.1; Ec, I and compositions: the PDG's pages of atomic and
    // nuclear properties of materials, edition 2020.
    private static readonly PdgRow[] PdgRows =
    [
        new("hydrogen-gas", "H2", MaterialState.Gas, 8.376e-05, "H 1",
            63.05, 52.0, 4.103, 344.8, 19.2, null),
        new("liquid-hydrogen", "LH2", MaterialState.Liquid, 0.0708, "H 1",
            63.05, 52.0, 4.034, 278.02, 21.8, 1.11),
        new("helium-gas", "He helium", MaterialState.Gas, 0.0001663, "He 1",
            94.32, 71.0, 1.937, 257.13, 41.8, null),
        new("beryllium", "Be", MaterialState.Solid, 1.848, "Be 1",
            65.19, 77.8, 1.595, 113.7, 63.7, null),
        new("graphite", "C carbon", MaterialState.Solid, 2.21, "C 1",
            42.7, 85.8, 1.742, 81.74, 78.0, null),
        new("nitrogen-gas", "N2 nitrogen", MaterialState.Gas, 0.001165, "N 1",
            37.99, 89.7, 1.825, 91.73, 82.0, null),
        new("oxygen-gas", "O2 oxygen", MaterialState.Gas, 0.001332, "O 1",
            34.24, 90.2, 1.801, 81.45, 95.0, null),
        new("neon-gas", "Ne neon", MaterialState.Gas, 0.0008385, "Ne 1",
            28.93, 99.0, 1.724, 67.02, 137.0, null),
        new("aluminium", "Al aluminum", MaterialState.Solid, 2.699, "Al 1",
            24.01, 107.2, 1.615, 42.7, 166.0, null),
        new("silicon", "Si", MaterialState.Solid, 2.329, "Si 1",
            21.82, 108.4, 1.664, 40.19, 173.0, 3.95),
        new("argon-gas", "Ar argon", MaterialState.Gas, 0.001662, "Ar 1",
            19.55, 119.7, 1.519, 38.03, 188.0, null),
        new("liquid-argon", "LAr", MaterialState.Liquid, 1.396, "Ar 1",
            19.55, 119.7, 1.508, 32.84, 188.0, 1.23),
        new("titanium", "Ti", MaterialState.Solid, 4.54, "Ti 1",
            16.16, 126.2, 1.477, 26.01, 233.0, null),
        new("iron", "Fe", MaterialState.Solid, 7.874, "Fe 1",
            13.84, 132.1, 1.451, 21.68, 286.0, null),
        new("copper", "Cu", MaterialState.Solid, 8.96, "Cu 1",
            12.86, 137.3, 1.403, 19.42, 322.0, null),
        new("germanium", "Ge", MaterialState.Solid, 5.323, "Ge 1",
            12.25, 143.0, 1.37, 18.16, 350.0, null),
        new("tin", "Sn", MaterialState.Solid, 7.31, "Sn 1",
            8.82, 166.7, 1.263, 11.86, 488.0, null),
        new("xenon-gas", "Xe xenon", MaterialState.Gas, 0.005483, "Xe 1",
            8.48, 172.1, 1.255, 12.3, 482.0, null),
        new("liquid-xenon", "LXe", MaterialState.Liquid, 2.953, "Xe 1",
            8.48, 172.1, 1.255, 11.66, 482.0, 1.39),
        new("tungsten", "W", MaterialState.Solid, 19.3, "W 1",
            6.76, 191.9, 1.145, 7.97, 727.0, null),
        new("platinum", "Pt", MaterialState.Solid, 21.45, "Pt 1",
            6.54, 195.7, 1.128, 7.59, 790.0, null),
        new("gold", "Au", MaterialState.Solid, 19.32, "Au 1",
            6.46, 196.3, 1.134, 7.53, 790.0, null),
        new("lead", "Pb", MaterialState.Solid, 11.35, "Pb 1",
            6.37, 199.6, 1.122, 7.43, 823.0, null),
        new("uranium", "U", MaterialState.Solid, 18.95, "U 1",
            6.0, 209.0, 1.081, 6.65, 890.0, null),
        new("air", "", MaterialState.Gas, 0.001205, "C 0.000124 N 0.755267 O 0.231781 Ar 0.012827",
            36.62, 90.1, 1.815, 87.92, 85.7, 1.000289),
        new("water", "H2O", MaterialState.Liquid, 1.0, "H2O1",
            36.08, 83.3, 1.992, 78.33, 79.7, 1.33),
        new("concrete", "shielding-concrete", MaterialState.Solid, 2.3, "H 0.01 C 0.001 O 0.529107 Na 0.016 Mg 0.002 Al 0.033872 Si 0.337021 K 0.013 Ca 0.044 Fe 0.014",
            26.57, 97.5, 1.711, double.NaN, 135.2, null),
        new("lead-glass", "", MaterialState.Solid, 6.22, "O 0.156453 Si 0.080866 Ti 0.008092 As 0.002651 Pb 0.751938",
            7.87, 158.0, 1.255, double.NaN, 526.4, null),
        new("polystyrene", "PS", MaterialState.Solid, 1.06, "C8H8",
            43.79, 81.7, 1.936, 93.11, 68.7, 1.59),
        new("polyvinyltoluene", "PVT", MaterialState.Solid, 1.032, "C9H10",
            43.9, 81.3, 1.956, double.NaN, 64.7, 1.58),
        new("polymethylmethacrylate", "PMMA acrylic plexiglas", MaterialState.Solid, 1.19, "C5H8O2",
            40.55, 82.8, 1.929, double.NaN, 74.0, 1.49),
        new("polyethylene", "PE", MaterialState.Solid, 0.89, "C1H2",
            44.77, 78.5, 2.079, double.NaN, 57.4, null),
        new("kapton", "polyimide", MaterialState.Solid, 1.42, "C22H10N2O5",
            40.58, 85.5, 1.82, double.NaN, 79.6, null),
        new("mylar", "PET", MaterialState.Solid, 1.4, "C10H8O4",
            39.95, 84.9, 1.848, double.NaN, 78.7, null),
        new("teflon", "PTFE", MaterialState.Solid, 2.2, "C2F4",
            34.84, 94.4, 1.671, double.NaN, 99.1, null),
        new("silicon-dioxide", "SiO2 quartz fused-silica", MaterialState.Solid, 2.2, "Si1O2",
            27.05, 97.8, 1.699, 50.58, 139.2, 1.46),
        new("sapphire", "Al2O3 alumina", MaterialState.Solid, 3.97, "Al2O3",
            27.94, 98.4, 1.647, double.NaN, 145.2, 1.77),
        new("lead-tungstate", "PbWO4 PWO", MaterialState.Solid, 8.3, "Pb1W1O4",
            7.39, 168.3, 1.229, 9.64, 600.7, 2.2),
        new("bismuth-germanate", "BGO Bi4Ge3O12", MaterialState.Solid, 7.13, "Bi4Ge3O12",
            7.97, 159.1, 1.251, 10.5, 534.1, 2.15),
        new("caesium-iodide", "CsI cesium-iodide", MaterialState.Solid, 4.51, "Cs1I1",
            8.39, 171.5, 1.243, 11.17, 553.1, 1.79),
        new("sodium-iodide", "NaI", MaterialState.Solid, 3.667, "Na1I1",
            9.49, 154.6, 1.305, 13.37, 452.0, 1.77),
        new("barium-fluoride", "BaF2", MaterialState.Solid, 4.893, "Ba1F2",
            9.91, 149.0, 1.303, 13.78, 375.9, 1.47),
        new("carbon-dioxide-gas", "CO2 carbon-dioxide", MaterialState.Gas, 0.001842, "C1O2",
            36.2, 88.9, 1.819, double.NaN, 85.0, null),
        new("methane-gas", "CH4 methane", MaterialState.Gas, 0.000667, "C1H4",
            46.47, 73.8, 2.417, double.NaN, 41.7, null),
    ];

    private sealed record PdgRow(
        string Name,
        string Aliases,
        MaterialState State,
        double DensityGramPerCm3,
        string Composition,
        double RadiationLength,
        double InteractionLength,
        double MinimumLoss,
        double CriticalEnergyMeV,
        double ExcitationEV,
        double? RefractiveIndex)
    {
        internal Material Make()
        {
            var computed = Parse(Name, DensityGramPerCm3, Composition, State, ExcitationEV * Units.EV) with
            {
                RadiationLengthGramPerCm2 = RadiationLength,
                NuclearInteractionLengthGramPerCm2 = InteractionLength,
                MinimumEnergyLossMeVCm2PerGram = MinimumLoss,
                RefractiveIndex = RefractiveIndex,
                Source = PdgSource,
            };
            return double.IsNaN(CriticalEnergyMeV)
                ? computed with { Source = PdgSource + "; Ec solved from the stopping power" }
                : computed with { CriticalEnergy = CriticalEnergyMeV };
        }
    }
}
