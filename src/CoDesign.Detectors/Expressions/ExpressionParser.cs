using CoDesign.Physics;

namespace CoDesign.Detectors.Expressions;

/// <summary>Recursive descent over the text of an expression.</summary>
/// <remarks>
/// sum := product (('+' | '-') product)*; product := unary (('*' | '/') unary)*; unary := '-' unary | power;
/// power := atom ('^' unary)?; atom := number unit? | function '(' sum (',' sum)* ')' | name | unit | '(' sum ')'.
/// A unit binds to its number more tightly than any operator: 6 / 2 mm is 6 / (2 mm).
/// </remarks>
internal ref struct ExpressionParser(string text)
{
    // Function, fewest and most arguments.
    private static readonly Dictionary<string, (ExpressionFunction, int, int)> Functions = new()
    {
        ["sqrt"] = (ExpressionFunction.Sqrt, 1, 1),
        ["exp"] = (ExpressionFunction.Exp, 1, 1),
        ["log"] = (ExpressionFunction.Log, 1, 1),
        ["min"] = (ExpressionFunction.Min, 2, int.MaxValue),
        ["max"] = (ExpressionFunction.Max, 2, int.MaxValue),
        ["abs"] = (ExpressionFunction.Abs, 1, 1),
        ["round"] = (ExpressionFunction.Round, 1, 1),
        ["floor"] = (ExpressionFunction.Floor, 1, 1),
        ["ceil"] = (ExpressionFunction.Ceil, 1, 1),
    };

    // An expression of a design has ten operands; evaluation descends into each, on a stack that ends.
    private const int MostOperands = 1000;

    private readonly string _text = text;
    private int _position, _operands;

    public static bool IsFunction(string name) => Functions.ContainsKey(name);

    public ExpressionNode ParseAll()
    {
        Skip();
        if (_position == _text.Length)
        {
            throw new ExpressionException("the expression is empty");
        }

        var node = ParseSum();
        if (_position < _text.Length)
        {
            throw Unexpected();
        }

        return node;
    }

    private ExpressionNode ParseSum()
    {
        var left = ParseProduct();
        while (true)
        {
            if (Accept('+'))
            {
                left = new BinaryNode(BinaryOperator.Add, left, ParseProduct());
            }
            else if (Accept('-'))
            {
                left = new BinaryNode(BinaryOperator.Subtract, left, ParseProduct());
            }
            else
            {
                return left;
            }
        }
    }

    private ExpressionNode ParseProduct()
    {
        var left = ParseUnary();
        while (true)
        {
            if (Accept('*'))
            {
                left = new BinaryNode(BinaryOperator.Multiply, left, ParseUnary());
            }
            else if (Accept('/'))
            {
                left = new BinaryNode(BinaryOperator.Divide, left, ParseUnary());
            }
            else
            {
                return left;
            }
        }
    }

    private ExpressionNode ParseUnary()
    {
        if (++_operands > MostOperands)
        {
            throw new ExpressionException($"the expression has more than {MostOperands} operands and signs");
        }

        var start = _position;
        if (Accept('-'))
        {
            var operand = ParseUnary();
            return new NegationNode(operand, start, operand.End);
        }

        return Accept('+') ? ParseUnary() : ParsePower();
    }

    private ExpressionNode ParsePower()
    {
        var left = ParseAtom();
        return Accept('^') ? new BinaryNode(BinaryOperator.Power, left, ParseUnary()) : left;
    }

    private ExpressionNode ParseAtom()
    {
        var start = _position;
        if (UnitParser.ScanNumber(_text, start, out var end, out var value))
        {
            return ParseNumber(start, end, value);
        }

        if (Accept('('))
        {
            var inner = ParseSum();
            var close = _position;
            Expect(')');
            return inner with { Start = start, End = close + 1 };
        }

        var name = ScanName();
        if (name.Length > 0 && Functions.TryGetValue(name, out var function))
        {
            return ParseCall(start, name, function);
        }

        if (name.Length > 0 && !UnitParser.IsUnit(name))
        {
            _position = start + name.Length;
            Skip();
            return new NameNode(name, start, start + name.Length);
        }

        // A single unit symbol stands for one of it: log(cell_size / mm).
        if (name.Length > 0)
        {
            _position = start + name.Length;
            Skip();
            var unit = Unit.Parse(name);
            return new NumberNode(unit.Factor, unit, start, start + name.Length);
        }

        throw Unexpected();
    }

    private NumberNode ParseNumber(int start, int end, double value)
    {
        var unitStart = UnitParser.SkipSpace(_text, end);
        if (UnitParser.TryParseLongest(_text, unitStart, out var unit, out var unitEnd))
        {
            end = unitEnd;
        }
        else
        {
            unit = Unit.One;
        }

        _position = end;
        Skip();
        return new NumberNode(value * unit.Factor, unit, start, end);
    }

    private CallNode ParseCall(int start, string name, (ExpressionFunction Function, int Minimum, int Maximum) function)
    {
        _position = start + name.Length;
        Skip();
        Expect('(');
        var arguments = new List<ExpressionNode> { ParseSum() };
        while (Accept(','))
        {
            arguments.Add(ParseSum());
        }

        var close = _position;
        Expect(')');
        if (arguments.Count < function.Minimum || arguments.Count > function.Maximum)
        {
            var wanted = function.Minimum == function.Maximum ? "one argument" : "two or more arguments";
            throw new ExpressionException($"{name} takes {wanted}, given {arguments.Count}");
        }

        return new CallNode(function.Function, arguments, start, close + 1);
    }

    private readonly string ScanName()
    {
        var end = _position;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_'))
        {
            end++;
        }

        return _text[_position..end];
    }

    private bool Accept(char expected)
    {
        if (_position >= _text.Length || _text[_position] != expected)
        {
            return false;
        }

        _position++;
        Skip();
        return true;
    }

    private void Expect(char expected)
    {
        if (!Accept(expected))
        {
            throw _position < _text.Length
                ? Unexpected()
                : new ExpressionException($"'{_text}' ends where '{expected}' is missing");
        }
    }

    private void Skip() => _position = UnitParser.SkipSpace(_text, _position);

    private readonly ExpressionException Unexpected()
    {
        if (_position >= _text.Length)
        {
            return new ExpressionException($"'{_text}' ends where a value is missing");
        }

        var word = ScanName();
        var found = word.Length > 0 ? word : _text[_position].ToString();
        return new ExpressionException($"unexpected '{found}' at column {_position + 1} of '{_text}'");
    }
}
