using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions; pytorch.org/docs/stable/special.html is the reference.</summary>
    public static partial class special
    {
        /// <summary>Logarithmic derivative of the gamma function.</summary>
        public static Tensor digamma(Tensor input) => Aten.special_digamma.Call(input);

        /// <summary>-x log(x).</summary>
        public static Tensor entr(Tensor input) => Aten.special_entr.Call(input);

        /// <summary>Error function.</summary>
        public static Tensor erf(Tensor input) => Aten.special_erf.Call(input);

        /// <summary>Complement of the error function.</summary>
        public static Tensor erfc(Tensor input) => Aten.special_erfc.Call(input);

        /// <summary>exp(x^2) erfc(x).</summary>
        public static Tensor erfcx(Tensor input) => Aten.special_erfcx.Call(input);

        /// <summary>Inverse of the error function.</summary>
        public static Tensor erfinv(Tensor input) => Aten.special_erfinv.Call(input);

        /// <summary>Power of 2.</summary>
        public static Tensor exp2(Tensor input) => Aten.special_exp2.Call(input);

        /// <summary>Logistic function.</summary>
        public static Tensor expit(Tensor input) => Aten.special_expit.Call(input);

        /// <summary>exp(x) - 1, exact near 0.</summary>
        public static Tensor expm1(Tensor input) => Aten.special_expm1.Call(input);

        /// <summary>Logarithm of the gamma function.</summary>
        public static Tensor gammaln(Tensor input) => Aten.special_gammaln.Call(input);

        /// <summary>Modified Bessel function of order 0.</summary>
        public static Tensor i0(Tensor input) => Aten.special_i0.Call(input);

        /// <summary>Modified Bessel function of order 0, scaled by exp(-|x|).</summary>
        public static Tensor i0e(Tensor input) => Aten.special_i0e.Call(input);

        /// <summary>Modified Bessel function of order 1.</summary>
        public static Tensor i1(Tensor input) => Aten.special_i1.Call(input);

        /// <summary>log(1 + x), exact near 0.</summary>
        public static Tensor log1p(Tensor input) => Aten.special_log1p.Call(input);

        /// <summary>Logarithm of the normal distribution function.</summary>
        public static Tensor log_ndtr(Tensor input) => Aten.special_log_ndtr.Call(input);

        /// <summary>Normal distribution function.</summary>
        public static Tensor ndtr(Tensor input) => Aten.special_ndtr.Call(input);

        /// <summary>Quantile of the normal distribution.</summary>
        public static Tensor ndtri(Tensor input) => Aten.special_ndtri.Call(input);

        /// <summary>Logarithmic derivative of the gamma function.</summary>
        public static Tensor psi(Tensor input) => Aten.special_psi.Call(input);

        /// <summary>sin(pi x) / (pi x).</summary>
        public static Tensor sinc(Tensor input) => Aten.special_sinc.Call(input);

        /// <summary>Regularised lower incomplete gamma function P(input, other).</summary>
        public static Tensor gammainc(Tensor input, Tensor other) => Aten.special_gammainc.Call(input, other);

        /// <summary>Regularised upper incomplete gamma function Q(input, other).</summary>
        public static Tensor gammaincc(Tensor input, Tensor other) => Aten.special_gammaincc.Call(input, other);

        /// <summary>x log(y), zero where x is.</summary>
        public static Tensor xlogy(Tensor input, Tensor other) => Aten.special_xlogy.Call(input, other);

        /// <summary>x log(1 + y), zero where x is.</summary>
        public static Tensor xlog1py(Tensor input, Tensor other) => Aten.special_xlog1py.Call(input, other);

        /// <summary>Derivative of order n of digamma.</summary>
        public static Tensor polygamma(Tensor input, long n) => Aten.special_polygamma.Call(n, input);

        /// <summary>Exponentials, normalised along a dimension.</summary>
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

        /// <summary>Logarithms of the softmax.</summary>
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) =>
            input.log_softmax(dim, dtype);
    }
}
