using static TorchSharp.torch;

namespace CoDesign.Simulation.Readout;

/// <summary>What the readout delivers for a batch of events.</summary>
public sealed record Signals
{
    /// <summary>Calibrated amplitude in visible energy, [events, depths, cells] float64 [MeV]: one depth when the
    /// fibres sum the sections, else one per section; cell (i, j) at i + count j.</summary>
    public required Tensor Amplitude { get; init; }

    /// <summary>Electronics noise of a channel, quantisation included, in visible energy [MeV], scalar.</summary>
    public required Tensor Noise { get; init; }

    /// <summary>Channels at the end of a range; null where the readout does not count them.</summary>
    public ChannelLosses? Losses { get; init; }
}
