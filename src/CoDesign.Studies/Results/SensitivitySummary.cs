namespace CoDesign.Studies.Results;

/// <summary>Sensitivity to one parameter.</summary>
/// <param name="Parameter">Name.</param>
/// <param name="Step">Half the change made, in the parameter's unit.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Lower">Relative change of the objective when the parameter is lowered by the step.</param>
/// <param name="Upper">The same when it is raised.</param>
/// <param name="Error">Standard error of either.</param>
public sealed record SensitivitySummary(
    string Parameter, double Step, string Unit, double Lower, double Upper, double Error);
