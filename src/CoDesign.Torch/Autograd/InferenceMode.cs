using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Inference mode of its thread until it is disposed of.</summary>
internal sealed class InferenceMode : IDisposable
{
    private nint _guard;

    internal InferenceMode(bool mode) => Native.Check(Native.ct_inference_enter(mode ? 1 : 0, out _guard));

    public void Dispose()
    {
        if (_guard != 0)
        {
            Native.ct_inference_exit(_guard);
            _guard = 0;
        }
    }
}
