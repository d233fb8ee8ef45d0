namespace CoDesign.Hdf5;

/// <summary>What to do when the file to create exists.</summary>
public enum IfExists
{
    /// <summary>Throw.</summary>
    Fail,

    /// <summary>Replace it.</summary>
    Replace,
}
