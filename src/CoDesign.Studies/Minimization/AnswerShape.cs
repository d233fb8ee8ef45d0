namespace CoDesign.Studies.Minimization;

/// <summary>What the answers of a program have in common, as most of them have it.</summary>
/// <remarks>
/// The first answer sets the numbers of objectives and constraints until more answers have other numbers; answers of the
/// odd shape then fail, also those of before. Of as many answers with and without constraints those with are believed: an
/// answer that forgets its constraints looks feasible. Errors are expected when half of the answers have them or more, since
/// one answer without would make all of them unknown.
/// </remarks>
/// <param name="space">What the space file fixes.</param>
internal sealed class AnswerShape(ProgramSpace space)
{
    private readonly Dictionary<(int Objectives, int Constraints), (int All, int WithErrors)> _votes = [];
    private (int Objectives, int Constraints)? _first;
    private (int Objectives, int Constraints)? _most;

    /// <summary>Number of objectives; null until it is known.</summary>
    public int? Objectives => _most?.Objectives ?? space.Objectives;

    /// <summary>Number of constraints; null until it is known.</summary>
    public int? Constraints => _most?.Constraints ?? space.Constraints;

    private bool ExpectsErrors => _most is { } most && 2 * _votes[most].WithErrors >= _votes[most].All && _votes[most].WithErrors > 0;

    /// <summary>Counts an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>Whether earlier answers have to be judged again.</returns>
    public bool Count(ProgramAnswer answer)
    {
        if (Against(space.Objectives, space.Constraints, answer, "in the space file") is not null)
        {
            return false;
        }

        ((int, int)? before, bool errorsBefore) = (_most, ExpectsErrors);
        (int Objectives, int Constraints) shape = Of(answer);
        (int all, int withErrors) = _votes.GetValueOrDefault(shape);
        _votes[shape] = (all + 1, withErrors + (answer.Errors is null ? 0 : 1));
        _first ??= shape;
        if (_most is not { } most || all + 1 > _votes[most].All
            || (all + 1 == _votes[most].All && most.Constraints == 0 && shape.Constraints > 0 && shape.Objectives == most.Objectives))
        {
            _most = shape;
        }

        return before is not null && (_most != before || ExpectsErrors != errorsBefore);
    }

    /// <summary>Why an answer is not like the others; null if it is.</summary>
    /// <param name="answer">The answer.</param>
    public TrialFailure? Fault(ProgramAnswer answer) =>
        Against(space.Objectives, space.Constraints, answer, "in the space file")
        ?? Against(Objectives, Constraints, answer, _most == _first ? "in the first answer" : "in most answers")
        ?? (ExpectsErrors && answer.Errors is null
            ? Wrong("errors: given none, must be given as in other answers (0 where a value is exact)") : null);

    private static (int Objectives, int Constraints) Of(ProgramAnswer answer) =>
        (answer.Objectives.Length, answer.Constraints?.Length ?? 0);

    private static TrialFailure? Against(int? objectives, int? constraints, ProgramAnswer answer, string where)
    {
        (int givenObjectives, int givenConstraints) = Of(answer);
        return objectives is { } m && givenObjectives != m
            ? Wrong($"objectives: given {givenObjectives}, must be {m} as {where}")
            : constraints is { } c && givenConstraints != c ? Wrong($"constraints: given {givenConstraints}, must be {c} as {where}")
            : null;
    }

    private static TrialFailure Wrong(string reason) => new(FailureKind.WrongAnswer, reason);
}
