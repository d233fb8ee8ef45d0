namespace CoDesign.Simulation.Random;

/// <summary>Philox4x32-10, a counter-based generator: a block of four 32-bit words per (key, counter), no
/// state.</summary>
/// <remarks>
/// A draw is addressed by (seed, event, purpose, index), so results depend neither on threads nor on batch size, and
/// two designs see common random numbers for free. Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as
/// easy as 1, 2, 3", SC11 (2011), section 3.3; constants of the Random123 reference, tested against its known answers.
/// </remarks>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The block at a counter.</summary>
    /// <param name="key0">Low word of the key.</param>
    /// <param name="key1">High word of the key.</param>
    /// <param name="c0">Counter word 0; replaced by output word 0. Likewise the other three.</param>
    /// <param name="c1">Counter word 1.</param>
    /// <param name="c2">Counter word 2.</param>
    /// <param name="c3">Counter word 3.</param>
    public static void Block(uint key0, uint key1, ref uint c0, ref uint c1, ref uint c2, ref uint c3)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            uint high0 = (uint)(product0 >> 32);
            uint high1 = (uint)(product1 >> 32);
            c0 = high1 ^ c1 ^ key0;
            c1 = (uint)product1;
            c2 = high0 ^ c3 ^ key1;
            c3 = (uint)product0;
            key0 += Weyl0;
            key1 += Weyl1;
        }
    }
}
