namespace CoDesign.Studies.Configuration;

/// <summary>How a constraint limits its quantity.</summary>
public enum ConstraintRelation
{
    /// <summary>At most the limit.</summary>
    AtMost,
    /// <summary>At least the limit.</summary>
    AtLeast,
    /// <summary>Equal to the limit.</summary>
    Equal,
}
