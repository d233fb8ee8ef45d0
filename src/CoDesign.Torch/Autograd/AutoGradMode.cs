using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Switches the recording of gradients on its thread until it is disposed of.</summary>
internal sealed class AutoGradMode : IDisposable
{
    private readonly int _before = Native.ct_grad_mode();

    internal AutoGradMode(bool enabled) => Native.ct_set_grad_mode(enabled ? 1 : 0);

    internal static bool IsEnabled => Native.ct_grad_mode() != 0;

    public void Dispose() => Native.ct_set_grad_mode(_before);
}
