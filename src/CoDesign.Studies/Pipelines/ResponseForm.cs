namespace CoDesign.Studies.Pipelines;

/// <summary>Which form of the detector's response is simulated.</summary>
public enum ResponseForm
{
    /// <summary>Carries the gradient.</summary>
    Smooth,

    /// <summary>As the detector does it; every reported number.</summary>
    Hard,
}
