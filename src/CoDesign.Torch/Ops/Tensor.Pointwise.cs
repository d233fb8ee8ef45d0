using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Functions of each element.
    public partial class Tensor
    {
        /// <summary>Exponential.</summary>
        public Tensor exp() => Aten.exp.Call(this);

        /// <summary>Exponential, in place.</summary>
        public Tensor exp_() => Aten.exp_.InPlace(this, this);

        /// <summary>Natural logarithm.</summary>
        public Tensor log() => Aten.log.Call(this);

        /// <summary>Natural logarithm, in place.</summary>
        public Tensor log_() => Aten.log_.InPlace(this, this);

        /// <summary>Logarithm of base 2.</summary>
        public Tensor log2() => Aten.log2.Call(this);

        /// <summary>Logarithm of base 2, in place.</summary>
        public Tensor log2_() => Aten.log2_.InPlace(this, this);

        /// <summary>Logarithm of base 10.</summary>
        public Tensor log10() => Aten.log10.Call(this);

        /// <summary>Logarithm of base 10, in place.</summary>
        public Tensor log10_() => Aten.log10_.InPlace(this, this);

        /// <summary>Log(1 + x), exact near 0.</summary>
        public Tensor log1p() => Aten.log1p.Call(this);

        /// <summary>Log(1 + x), exact near 0, in place.</summary>
        public Tensor log1p_() => Aten.log1p_.InPlace(this, this);

        /// <summary>Exp(x) - 1, exact near 0.</summary>
        public Tensor expm1() => Aten.expm1.Call(this);

        /// <summary>Exp(x) - 1, exact near 0, in place.</summary>
        public Tensor expm1_() => Aten.expm1_.InPlace(this, this);

        /// <summary>Power of 2.</summary>
        public Tensor exp2() => Aten.exp2.Call(this);

        /// <summary>Power of 2, in place.</summary>
        public Tensor exp2_() => Aten.exp2_.InPlace(this, this);

        /// <summary>Square root.</summary>
        public Tensor sqrt() => Aten.sqrt.Call(this);

        /// <summary>Square root, in place.</summary>
        public Tensor sqrt_() => Aten.sqrt_.InPlace(this, this);

        /// <summary>One over the square root.</summary>
        public Tensor rsqrt() => Aten.rsqrt.Call(this);

        /// <summary>One over the square root, in place.</summary>
        public Tensor rsqrt_() => Aten.rsqrt_.InPlace(this, this);

        /// <summary>Square.</summary>
        public Tensor square() => Aten.square.Call(this);

        /// <summary>Square, in place.</summary>
        public Tensor square_() => Aten.square_.InPlace(this, this);

        /// <summary>One over x.</summary>
        public Tensor reciprocal() => Aten.reciprocal.Call(this);

        /// <summary>One over x, in place.</summary>
        public Tensor reciprocal_() => Aten.reciprocal_.InPlace(this, this);

        /// <summary>Absolute value.</summary>
        public Tensor abs() => Aten.abs.Call(this);

        /// <summary>Absolute value, in place.</summary>
        public Tensor abs_() => Aten.abs_.InPlace(this, this);

        /// <summary>Sign: -1, 0 or 1.</summary>
        public Tensor sign() => Aten.sign.Call(this);

        /// <summary>Sign: -1, 0 or 1, in place.</summary>
        public Tensor sign_() => Aten.sign_.InPlace(this, this);

        /// <summary>Negative.</summary>
        public Tensor neg() => Aten.neg.Call(this);

        /// <summary>Negative, in place.</summary>
        public Tensor neg_() => Aten.neg_.InPlace(this, this);

        /// <summary>Negative.</summary>
        public Tensor negative() => Aten.negative.Call(this);

        /// <summary>Sine.</summary>
        public Tensor sin() => Aten.sin.Call(this);

        /// <summary>Sine, in place.</summary>
        public Tensor sin_() => Aten.sin_.InPlace(this, this);

        /// <summary>Cosine.</summary>
        public Tensor cos() => Aten.cos.Call(this);

        /// <summary>Cosine, in place.</summary>
        public Tensor cos_() => Aten.cos_.InPlace(this, this);

        /// <summary>Tangent.</summary>
        public Tensor tan() => Aten.tan.Call(this);

        /// <summary>Tangent, in place.</summary>
        public Tensor tan_() => Aten.tan_.InPlace(this, this);

        /// <summary>Inverse sine.</summary>
        public Tensor asin() => Aten.asin.Call(this);

        /// <summary>Inverse sine, in place.</summary>
        public Tensor asin_() => Aten.asin_.InPlace(this, this);

        /// <summary>Inverse cosine.</summary>
        public Tensor acos() => Aten.acos.Call(this);

        /// <summary>Inverse cosine, in place.</summary>
        public Tensor acos_() => Aten.acos_.InPlace(this, this);

        /// <summary>Inverse tangent.</summary>
        public Tensor atan() => Aten.atan.Call(this);

        /// <summary>Inverse tangent, in place.</summary>
        public Tensor atan_() => Aten.atan_.InPlace(this, this);

        /// <summary>Hyperbolic sine.</summary>
        public Tensor sinh() => Aten.sinh.Call(this);

        /// <summary>Hyperbolic sine, in place.</summary>
        public Tensor sinh_() => Aten.sinh_.InPlace(this, this);

        /// <summary>Hyperbolic cosine.</summary>
        public Tensor cosh() => Aten.cosh.Call(this);

        /// <summary>Hyperbolic cosine, in place.</summary>
        public Tensor cosh_() => Aten.cosh_.InPlace(this, this);

        /// <summary>Hyperbolic tangent.</summary>
        public Tensor tanh() => Aten.tanh.Call(this);

        /// <summary>Hyperbolic tangent, in place.</summary>
        public Tensor tanh_() => Aten.tanh_.InPlace(this, this);

        /// <summary>Inverse hyperbolic sine.</summary>
        public Tensor asinh() => Aten.asinh.Call(this);

        /// <summary>Inverse hyperbolic cosine.</summary>
        public Tensor acosh() => Aten.acosh.Call(this);

        /// <summary>Inverse hyperbolic tangent.</summary>
        public Tensor atanh() => Aten.atanh.Call(this);

        /// <summary>Logistic function.</summary>
        public Tensor sigmoid() => Aten.sigmoid.Call(this);

        /// <summary>Logistic function, in place.</summary>
        public Tensor sigmoid_() => Aten.sigmoid_.InPlace(this, this);

        /// <summary>Positive part.</summary>
        public Tensor relu() => Aten.relu.Call(this);

        /// <summary>Positive part, in place.</summary>
        public Tensor relu_() => Aten.relu_.InPlace(this, this);

        /// <summary>Error function.</summary>
        public Tensor erf() => Aten.erf.Call(this);

        /// <summary>Error function, in place.</summary>
        public Tensor erf_() => Aten.erf_.InPlace(this, this);

        /// <summary>Complement of the error function.</summary>
        public Tensor erfc() => Aten.erfc.Call(this);

        /// <summary>Complement of the error function, in place.</summary>
        public Tensor erfc_() => Aten.erfc_.InPlace(this, this);

        /// <summary>Inverse of the error function.</summary>
        public Tensor erfinv() => Aten.erfinv.Call(this);

        /// <summary>Inverse of the error function, in place.</summary>
        public Tensor erfinv_() => Aten.erfinv_.InPlace(this, this);

        /// <summary>Logarithm of the gamma function.</summary>
        public Tensor lgamma() => Aten.lgamma.Call(this);

        /// <summary>Logarithm of the gamma function, in place.</summary>
        public Tensor lgamma_() => Aten.lgamma_.InPlace(this, this);

        /// <summary>Logarithmic derivative of the gamma function.</summary>
        public Tensor digamma() => Aten.digamma.Call(this);

        /// <summary>Logarithmic derivative of the gamma function, in place.</summary>
        public Tensor digamma_() => Aten.digamma_.InPlace(this, this);

        /// <summary>Nearest integer, halves to the even one.</summary>
        public Tensor round() => Aten.round.Call(this);

        /// <summary>Nearest integer, halves to the even one, in place.</summary>
        public Tensor round_() => Aten.round_.InPlace(this, this);

        /// <summary>Largest integer below.</summary>
        public Tensor floor() => Aten.floor.Call(this);

        /// <summary>Largest integer below, in place.</summary>
        public Tensor floor_() => Aten.floor_.InPlace(this, this);

        /// <summary>Smallest integer above.</summary>
        public Tensor ceil() => Aten.ceil.Call(this);

        /// <summary>Smallest integer above, in place.</summary>
        public Tensor ceil_() => Aten.ceil_.InPlace(this, this);

        /// <summary>Integer part.</summary>
        public Tensor trunc() => Aten.trunc.Call(this);

        /// <summary>Integer part, in place.</summary>
        public Tensor trunc_() => Aten.trunc_.InPlace(this, this);

        /// <summary>Fractional part.</summary>
        public Tensor frac() => Aten.frac.Call(this);

        /// <summary>Fractional part, in place.</summary>
        public Tensor frac_() => Aten.frac_.InPlace(this, this);

        /// <summary>Radians of degrees.</summary>
        public Tensor deg2rad() => Aten.deg2rad.Call(this);

        /// <summary>Degrees of radians.</summary>
        public Tensor rad2deg() => Aten.rad2deg.Call(this);

        /// <summary>x times the logistic function of x.</summary>
        public Tensor silu() => Aten.silu.Call(this);

        /// <summary>x times the logistic function of x, in place.</summary>
        public Tensor silu_() => Aten.silu_.InPlace(this, this);

        /// <summary>x times the normal distribution function of x.</summary>
        public Tensor gelu() => Aten.gelu.Call(this);

        /// <summary>Logarithm of the logistic function.</summary>
        public Tensor log_sigmoid() => Aten.log_sigmoid.Call(this);

        /// <summary>x, or slope times x where negative.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Aten.leaky_relu.Call(this, negative_slope);

        /// <summary>Derivative of order p of digamma.</summary>
        public Tensor polygamma(long p) => Aten.polygamma.Call(p, this);

        /// <summary>Inverse of the logistic function.</summary>
        public Tensor logit(double? eps = null) => Aten.logit.Call(this, eps);

        /// <summary>Replaces NaN and infinities.</summary>
        public Tensor nan_to_num(double? nan = null, double? posinf = null, double? neginf = null) =>
            Aten.nan_to_num.Call(this, nan, posinf, neginf);

        /// <summary>Whether NaN.</summary>
        public Tensor isnan() => Aten.isnan.Call(this);

        /// <summary>Whether infinite.</summary>
        public Tensor isinf() => Aten.isinf.Call(this);

        /// <summary>Whether neither infinite nor NaN.</summary>
        public Tensor isfinite() => Aten.isfinite.Call(this);

        /// <summary>Limits to [min, max].</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.clamp.Call(this, min, max);

        /// <summary>Limits to [min, max], elementwise.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.clamp_Tensor.Call(this, min, max);

        /// <summary>Limits to [min, max], in place.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Aten.clamp_.InPlace(this, this, min, max);

        /// <summary>Limits from below.</summary>
        public Tensor clamp_min(Scalar min) => Aten.clamp_min.Call(this, min);

        /// <summary>Limits from below, in place.</summary>
        public Tensor clamp_min_(Scalar min) => Aten.clamp_min_.InPlace(this, this, min);

        /// <summary>Limits from above.</summary>
        public Tensor clamp_max(Scalar max) => Aten.clamp_max.Call(this, max);

        /// <summary>Limits from above, in place.</summary>
        public Tensor clamp_max_(Scalar max) => Aten.clamp_max_.InPlace(this, this, max);

        /// <summary>Linear interpolation from this to end.</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Aten.lerp_Tensor.Call(this, end, weight);
    }
}
