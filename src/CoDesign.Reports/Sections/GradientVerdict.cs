namespace CoDesign.Reports.Sections;

/// <summary>What the gradient check says.</summary>
internal enum GradientVerdict
{
    Passes,
    Fails,
    Inconclusive,
}
