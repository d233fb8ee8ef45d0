using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Showers;

/// <summary>How a shower's lateral shape fluctuates from event to event around its mean.</summary>
/// <remarks>
/// <para>
/// A section's energy is shared by cells and surroundings as if it came in quanta that fall where they fall: gamma
/// numbers with the variance of the quanta, over their sum (a Dirichlet law). Their energy is the sampling quantum of
/// (sigma/E)2 E plus a multiple of the critical energy, the energy of a shower's last particles. Before that the axis
/// wanders, the same in all sections, with a width of the Moliere radius times sqrt(Ec/E): the first pairs scatter.
/// </para>
/// <para>
/// The two multiples are fitted to the embedded Monte Carlo: the variance of the energy beyond lines at 0 to 20 mm
/// from the impact, photons of 2 to 40 GeV, eight stacks of tungsten, lead, lead tungstate, copper and iron with
/// polystyrene, liquid argon and silicon (tests/calibration/shares.csv). They hold it to some 30 %, at worst to a
/// factor of 1.5; nothing was held out. Differentiable in every dimension.
/// </para>
/// </remarks>
internal static class LateralFluctuations
{
    private const double SharingQuantum = 0.9;
    private const double AxisWidth = 0.52;

    /// <summary>Impact points as the shower's energy sees them, [events] [mm].</summary>
    /// <param name="x">Impact x [mm].</param>
    /// <param name="y">Impact y [mm].</param>
    /// <param name="energy">Energy of the primary, [events] [MeV].</param>
    /// <param name="stack">Effective media.</param>
    /// <param name="events">Primaries.</param>
    public static (Tensor X, Tensor Y) Wander(
        Tensor x, Tensor y, Tensor energy, StackProperties stack, EventBatch events)
    {
        var normals = new double[events.Count * 2];
        events.Streams.Normals(events.First, events.Count, 2, RandomPurpose.ShowerAxis, normals);
        Tensor steps = normals.ToTensor(events.Count, 2);
        // The stack's mean radius; a wander does not depend on where along the shower it is seen.
        Tensor width = AxisWidth * stack.MoliereRadius.mean() * (stack.StackCriticalEnergy / energy).sqrt();
        return (x + (width * steps.select(1, 0)), y + (width * steps.select(1, 1)));
    }

    /// <summary>Shares of a section's energy in each cell, [events, sections, cells].</summary>
    /// <param name="cells">Mean shares, whose sum over cells is at most 1.</param>
    /// <param name="energy">Energy in each section, [events, sections] [MeV].</param>
    /// <param name="stack">Effective media.</param>
    /// <param name="events">Primaries.</param>
    public static Tensor Share(Tensor cells, Tensor energy, StackProperties stack, EventBatch events)
    {
        long count = cells.shape[2];
        Tensor outside = (1 - cells.sum(-1, keepdim: true)).clamp_min(0);
        Tensor mean = energy.unsqueeze(2) * cat([cells, outside], 2);
        int perEvent = (int)(mean.shape[1] * mean.shape[2]);
        var normals = new double[events.Count * perEvent];
        events.Streams.Normals(events.First, events.Count, perEvent, RandomPurpose.LateralSharing, normals);
        Tensor quantum = (SharingQuantum * stack.StackCriticalEnergy) + stack.SamplingVariance;
        Tensor drawn = GammaNoise.Apply(mean, quantum, normals);
        // A section without energy has no shares either; a thousandth of an eV does not change the others.
        return drawn.narrow(2, 0, count) / (drawn.sum(-1, keepdim: true) + (1e-3 * Units.EV));
    }
}
