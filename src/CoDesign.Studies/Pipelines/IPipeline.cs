using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Space;
using CoDesign.Simulation.Random;
using static TorchSharp.torch;

namespace CoDesign.Studies.Pipelines;

/// <summary>Design to objective: detector, simulation, readout, reconstruction and objective in one direction.</summary>
public interface IPipeline
{
    /// <summary>The geometry.</summary>
    DetectorGeometry Geometry { get; }

    /// <summary>The loss of a range of events in the smooth form, scalar with gradient.</summary>
    /// <param name="design">The design; its tensors carry the gradient.</param>
    /// <param name="streams">Random streams.</param>
    /// <param name="first">First event.</param>
    /// <param name="count">How many events, even.</param>
    /// <exception cref="UnmeasuredDesignException">No event can be measured there.</exception>
    Tensor Loss(Design design, EventStreams streams, long first, int count);

    /// <summary>Share of a range of events that can be measured at a design, in the smooth form; an objective is of these
    /// alone.</summary>
    /// <param name="design">The design.</param>
    /// <param name="streams">Random streams.</param>
    /// <param name="first">First event.</param>
    /// <param name="count">How many events.</param>
    double MeasuredShare(Design design, EventStreams streams, long first, int count);

    /// <summary>Fits the reconstruction from scratch where it learns from events, and measures fresh events, without
    /// gradient.</summary>
    /// <param name="design">The design, rounded to what can be built.</param>
    /// <param name="form">Smooth or hard.</param>
    /// <param name="training">Streams of the training events.</param>
    /// <param name="trainingEvents">How many, even.</param>
    /// <param name="test">Streams of the test events.</param>
    /// <param name="testEvents">How many, even.</param>
    TestedBatch Test(
        Design design, ResponseForm form, EventStreams training, int trainingEvents, EventStreams test, int testEvents);
}
