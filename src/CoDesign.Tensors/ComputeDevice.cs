namespace CoDesign.Tensors;

/// <summary>Where tensors are computed.</summary>
public enum ComputeDevice
{
    /// <summary>A GPU where there is one that this build can use, else the processor.</summary>
    Auto,

    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>The first NVIDIA GPU; an error where there is none.</summary>
    Cuda,
}
