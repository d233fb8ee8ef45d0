namespace TorchSharp;

// Functions of each element.
public static partial class torch
{
    /// <summary>Exponential.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>Natural logarithm.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>Logarithm of base 2.</summary>
    public static Tensor log2(Tensor input) => input.log2();

    /// <summary>Logarithm of base 10.</summary>
    public static Tensor log10(Tensor input) => input.log10();

    /// <summary>Log(1 + x), exact near 0.</summary>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary>Exp(x) - 1, exact near 0.</summary>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <summary>Power of 2.</summary>
    public static Tensor exp2(Tensor input) => input.exp2();

    /// <summary>Square root.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>One over the square root.</summary>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary>Square.</summary>
    public static Tensor square(Tensor input) => input.square();

    /// <summary>One over x.</summary>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <summary>Absolute value.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>Sign: -1, 0 or 1.</summary>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary>Negative.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>Negative.</summary>
    public static Tensor negative(Tensor input) => input.negative();

    /// <summary>Sine.</summary>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary>Cosine.</summary>
    public static Tensor cos(Tensor input) => input.cos();

    /// <summary>Tangent.</summary>
    public static Tensor tan(Tensor input) => input.tan();

    /// <summary>Inverse sine.</summary>
    public static Tensor asin(Tensor input) => input.asin();

    /// <summary>Inverse cosine.</summary>
    public static Tensor acos(Tensor input) => input.acos();

    /// <summary>Inverse tangent.</summary>
    public static Tensor atan(Tensor input) => input.atan();

    /// <summary>Hyperbolic sine.</summary>
    public static Tensor sinh(Tensor input) => input.sinh();

    /// <summary>Hyperbolic cosine.</summary>
    public static Tensor cosh(Tensor input) => input.cosh();

    /// <summary>Hyperbolic tangent.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>Inverse hyperbolic sine.</summary>
    public static Tensor asinh(Tensor input) => input.asinh();

    /// <summary>Inverse hyperbolic cosine.</summary>
    public static Tensor acosh(Tensor input) => input.acosh();

    /// <summary>Inverse hyperbolic tangent.</summary>
    public static Tensor atanh(Tensor input) => input.atanh();

    /// <summary>Logistic function.</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>Positive part.</summary>
    public static Tensor relu(Tensor input) => input.relu();

    /// <summary>Error function.</summary>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary>Complement of the error function.</summary>
    public static Tensor erfc(Tensor input) => input.erfc();

    /// <summary>Inverse of the error function.</summary>
    public static Tensor erfinv(Tensor input) => input.erfinv();

    /// <summary>Logarithm of the gamma function.</summary>
    public static Tensor lgamma(Tensor input) => input.lgamma();

    /// <summary>Logarithmic derivative of the gamma function.</summary>
    public static Tensor digamma(Tensor input) => input.digamma();

    /// <summary>Nearest integer, halves to the even one.</summary>
    public static Tensor round(Tensor input) => input.round();

    /// <summary>Largest integer below.</summary>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary>Smallest integer above.</summary>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary>Integer part.</summary>
    public static Tensor trunc(Tensor input) => input.trunc();

    /// <summary>Fractional part.</summary>
    public static Tensor frac(Tensor input) => input.frac();

    /// <summary>Radians of degrees.</summary>
    public static Tensor deg2rad(Tensor input) => input.deg2rad();

    /// <summary>Degrees of radians.</summary>
    public static Tensor rad2deg(Tensor input) => input.rad2deg();

    /// <summary>Derivative of order p of digamma.</summary>
    public static Tensor polygamma(Tensor input, long p) => input.polygamma(p);

    /// <summary>Inverse of the logistic function.</summary>
    public static Tensor logit(Tensor input, double? eps = null) => input.logit(eps);

    /// <summary>Replaces NaN and infinities.</summary>
    public static Tensor nan_to_num(Tensor input, double? nan = null, double? posinf = null, double? neginf = null) =>
        input.nan_to_num(nan, posinf, neginf);

    /// <summary>Whether NaN.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>Whether infinite.</summary>
    public static Tensor isinf(Tensor input) => input.isinf();

    /// <summary>Whether neither infinite nor NaN.</summary>
    public static Tensor isfinite(Tensor input) => input.isfinite();

    /// <summary>Limits to [min, max].</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary>Limits to [min, max], elementwise.</summary>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <summary>Limits from below.</summary>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    /// <summary>Limits from above.</summary>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    /// <summary>Linear interpolation from this to end.</summary>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);
}
