namespace CoDesign.Physics.Materials;

/// <summary>State of matter; the density effect of energy loss differs between gases and condensed matter.</summary>
public enum MaterialState
{
    /// <summary>Solid.</summary>
    Solid,

    /// <summary>Liquid.</summary>
    Liquid,

    /// <summary>Gas.</summary>
    Gas,
}
