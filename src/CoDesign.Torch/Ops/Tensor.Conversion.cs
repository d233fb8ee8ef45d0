using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Type and device.
    public partial class Tensor
    {
        /// <summary>In another element type.</summary>
        public Tensor to_type(ScalarType type, bool copy = false) =>
            !copy && type == dtype ? alias() : Aten.to_dtype.Call(this, type, false, copy);

        /// <summary>In another element type.</summary>
        public Tensor to(ScalarType type) => to_type(type);

        /// <summary>On another device.</summary>
        public Tensor to(Device device) => Aten.to_device.Call(this, device, dtype);

        /// <summary>In another element type, on another device.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false) =>
            Aten.to_device.Call(this, device, type, false, copy);

        /// <summary>On another device.</summary>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1) => to(new Device(deviceType, deviceIndex));

        /// <summary>On another device.</summary>
        public Tensor to(string device) => to(new Device(device));

        /// <summary>In the type and on the device of another tensor.</summary>
        public Tensor to(Tensor other) => to(other.dtype, other.device);

        /// <summary>In the element type of another tensor.</summary>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        /// <summary>In the memory of the processor.</summary>
        public Tensor cpu() => to(CPU);

        /// <summary>On the current GPU.</summary>
        public Tensor cuda() => to(CUDA);

        /// <summary>As Float64.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>As Float32.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>As Int64.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>As Int32.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>As truth values.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);
    }
}
