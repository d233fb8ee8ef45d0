namespace CoDesign.Tensors;

/// <summary>libtorch cannot be used as this machine or this build is; the message says why and what to do.</summary>
public sealed class LibtorchException(string message) : Exception(message);
