namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static Device CPU { get; } = new(DeviceType.CPU);

    /// <summary>The current GPU.</summary>
    public static Device CUDA { get; } = new(DeviceType.CUDA);

    /// <summary>A device by name: <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    public static Device device(string description) => new(description);

    /// <summary>Where a tensor lies.</summary>
    public sealed class Device
    {
        /// <summary>A device by name: <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = parts[0].ToUpperInvariant() switch
            {
                "CPU" => DeviceType.CPU,
                "CUDA" => DeviceType.CUDA,
                _ => throw new ArgumentException($"{description} is not a device: cpu, cuda or cuda:<n>."),
            };
            index = parts.Length > 1 ? int.Parse(parts[1]) : -1;
        }

        /// <summary>A device of a kind; index -1 is the current one.</summary>
        public Device(DeviceType deviceType, int deviceIndex = -1) => (type, index) = (deviceType, deviceIndex);

        /// <summary>Kind of the device.</summary>
        public DeviceType type { get; }

        /// <summary>Number among the devices of its kind, -1 for the current one.</summary>
        public int index { get; }

        /// <summary>A device by name.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <summary>The name that makes the same device.</summary>
        public override string ToString() =>
            index < 0 || type == DeviceType.CPU
                ? type.ToString().ToLowerInvariant() : $"{type.ToString().ToLowerInvariant()}:{index}";
    }
}
