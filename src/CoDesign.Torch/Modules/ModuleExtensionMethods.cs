using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp;

/// <summary>Conversions of whole modules that keep their type.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts parameters and floating point buffers to an element type.</summary>
    public static T to<T>(this T module, ScalarType type)
        where T : Module => Converted(module, type, null);

    /// <summary>Moves parameters and buffers to a device.</summary>
    public static T to<T>(this T module, Device device)
        where T : Module => Converted(module, null, device);

    /// <summary>Moves and converts parameters and buffers.</summary>
    public static T to<T>(this T module, Device device, ScalarType type)
        where T : Module => Converted(module, type, device);

    /// <summary>Moves parameters and buffers to the memory of the processor.</summary>
    public static T cpu<T>(this T module)
        where T : Module => Converted(module, null, CPU);

    /// <summary>Moves parameters and buffers to a GPU.</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1)
        where T : Module => Converted(module, null, new Device(DeviceType.CUDA, deviceIndex));

    private static T Converted<T>(T module, ScalarType? type, Device? device)
        where T : Module
    {
        module.Convert(type, device);
        return module;
    }
}
