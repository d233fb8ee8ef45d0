using CoDesign.Simulation.Random;
using Xunit;

namespace CoDesign.Simulation.Tests.Random;

public sealed class PhiloxTests
{
    // Random123, tests/kat_vectors, philox4x32 with 10 rounds: D. E. Shaw Research, version 1.14.
    [Theory]
    [InlineData(
        new uint[] { 0, 0, 0, 0 }, new uint[] { 0, 0 },
        new uint[] { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 })]
    [InlineData(
        new uint[] { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff }, new uint[] { 0xffffffff, 0xffffffff },
        new uint[] { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd })]
    [InlineData(
        new uint[] { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 }, new uint[] { 0xa4093822, 0x299f31d0 },
        new uint[] { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 })]
    public void Block_KnownAnswers_AreThoseOfRandom123(uint[] counter, uint[] key, uint[] expected)
    {
        Philox.Block(key[0], key[1], ref counter[0], ref counter[1], ref counter[2], ref counter[3]);
        Assert.Equal(expected, counter);
    }
}
