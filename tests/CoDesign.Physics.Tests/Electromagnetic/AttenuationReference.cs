namespace CoDesign.Physics.Tests.Electromagnetic;

/// <summary>Mass attenuation coefficients without coherent scattering [cm2/g], photon energies in MeV.</summary>
/// <remarks>
/// Water, lead, iron to 20 MeV and argon to 100 keV, 1 and 2 MeV: NIST, tables of X-ray mass attenuation
/// coefficients (Hubbell and Seltzer, NISTIR 5632, 1995; they rest on XCOM), entered by hand to the four digits
/// printed; to 0.5 MeV they agree with xraylib's CS_Total within 0.05 %. The coherent part is taken off: xraylib 4.0.0,
/// CS_Rayl, to 0.5 MeV and falling as E^-2 above (4 % of lead at 1 MeV, 1.6 % at 2 MeV, below 1 % elsewhere above 0.5
/// MeV). Argon at 0.2 and 0.5 MeV: xraylib, CS_Photo + CS_Compt. The rest: pairs in the fields of nucleus and electrons
/// of EPDL97 (UCRL-50400 vol. 6 rev. 5; they are those of Hubbell, Gimm, Overbo 1980, as in XCOM) in the form
/// distributed with EGSnrc, plus Klein-Nishina, and for lead to 100 MeV XCOM's photoelectric part.
/// </remarks>
internal static class AttenuationReference
{
    public static readonly (double Energy, double Value)[] Water =
    [
        (0.01, 5.098), (0.02, 0.721), (0.05, 0.2075), (0.1, 0.1654), (0.2, 0.1356), (0.5, 0.09665), (1, 0.07066),
        (2, 0.04941), (5, 0.03031), (10, 0.02219), (20, 0.01813), (50, 0.0167), (100, 0.01725), (1000, 0.02019),
        (10000, 0.02111),
    ];

    public static readonly (double Energy, double Value)[] Lead =
    [
        (0.01, 125.6), (0.02, 84.02), (0.05, 7.386), (0.1, 5.336), (0.2, 0.9359), (0.5, 0.15), (1, 0.06816),
        (2, 0.04535), (5, 0.04261), (10, 0.04969), (20, 0.06205), (50, 0.08053), (100, 0.09308), (1000, 0.1146),
        (10000, 0.119),
    ];

    public static readonly (double Energy, double Value)[] Iron =
    [
        (0.01, 169.4), (0.02, 25.16), (0.05, 1.834), (0.1, 0.334), (0.2, 0.1357), (0.5, 0.0824), (1, 0.05952),
        (2, 0.04254), (5, 0.03144), (10, 0.02994), (20, 0.03224), (50, 0.03825), (100, 0.04327), (1000, 0.05325),
        (10000, 0.05552),
    ];

    public static readonly (double Energy, double Value)[] Argon =
    [
        (0.01, 62.42), (0.02, 8.327), (0.05, 0.6305), (0.1, 0.1837), (0.2, 0.115), (0.5, 0.07866), (1, 0.05739),
        (2, 0.04062), (5, 0.02795), (10, 0.02446), (20, 0.02449), (50, 0.0276), (100, 0.03067), (1000, 0.03749),
        (10000, 0.03915),
    ];
}
