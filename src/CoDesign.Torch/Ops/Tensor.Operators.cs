using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // The operators of C#; a number keeps the type of the tensor where torch does.
    public partial class Tensor
    {
        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Aten.add_Scalar.Call(left, right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, int right) => Aten.add_Scalar.Call(left, (long)right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, long right) => Aten.add_Scalar.Call(left, right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, float right) => Aten.add_Scalar.Call(left, (double)right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, double right) => Aten.add_Scalar.Call(left, right);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Aten.add_Scalar.Call(right, left);

        /// <summary>Sum.</summary>
        public static Tensor operator +(int left, Tensor right) => Aten.add_Scalar.Call(right, (long)left);

        /// <summary>Sum.</summary>
        public static Tensor operator +(long left, Tensor right) => Aten.add_Scalar.Call(right, left);

        /// <summary>Sum.</summary>
        public static Tensor operator +(float left, Tensor right) => Aten.add_Scalar.Call(right, (double)left);

        /// <summary>Sum.</summary>
        public static Tensor operator +(double left, Tensor right) => Aten.add_Scalar.Call(right, left);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Aten.sub_Scalar.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, int right) => Aten.sub_Scalar.Call(left, (long)right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, long right) => Aten.sub_Scalar.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, float right) => Aten.sub_Scalar.Call(left, (double)right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, double right) => Aten.sub_Scalar.Call(left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Aten.rsub_Scalar.Call(right, left);

        /// <summary>Difference.</summary>
        public static Tensor operator -(int left, Tensor right) => Aten.rsub_Scalar.Call(right, (long)left);

        /// <summary>Difference.</summary>
        public static Tensor operator -(long left, Tensor right) => Aten.rsub_Scalar.Call(right, left);

        /// <summary>Difference.</summary>
        public static Tensor operator -(float left, Tensor right) => Aten.rsub_Scalar.Call(right, (double)left);

        /// <summary>Difference.</summary>
        public static Tensor operator -(double left, Tensor right) => Aten.rsub_Scalar.Call(right, left);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Aten.mul_Scalar.Call(left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, int right) => Aten.mul_Scalar.Call(left, (long)right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, long right) => Aten.mul_Scalar.Call(left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, float right) => Aten.mul_Scalar.Call(left, (double)right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, double right) => Aten.mul_Scalar.Call(left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Aten.mul_Scalar.Call(right, left);

        /// <summary>Product.</summary>
        public static Tensor operator *(int left, Tensor right) => Aten.mul_Scalar.Call(right, (long)left);

        /// <summary>Product.</summary>
        public static Tensor operator *(long left, Tensor right) => Aten.mul_Scalar.Call(right, left);

        /// <summary>Product.</summary>
        public static Tensor operator *(float left, Tensor right) => Aten.mul_Scalar.Call(right, (double)left);

        /// <summary>Product.</summary>
        public static Tensor operator *(double left, Tensor right) => Aten.mul_Scalar.Call(right, left);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => Aten.div_Scalar.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, int right) => Aten.div_Scalar.Call(left, (long)right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, long right) => Aten.div_Scalar.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, float right) => Aten.div_Scalar.Call(left, (double)right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, double right) => Aten.div_Scalar.Call(left, right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Aten.reciprocal.Call(right).Times(left);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(int left, Tensor right) => Aten.reciprocal.Call(right).Times((long)left);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(long left, Tensor right) => Aten.reciprocal.Call(right).Times(left);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(float left, Tensor right) => Aten.reciprocal.Call(right).Times((double)left);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(double left, Tensor right) => Aten.reciprocal.Call(right).Times(left);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => Aten.remainder_Scalar.Call(left, right);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, int right) => Aten.remainder_Scalar.Call(left, (long)right);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, long right) => Aten.remainder_Scalar.Call(left, right);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, float right) => Aten.remainder_Scalar.Call(left, (double)right);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, double right) => Aten.remainder_Scalar.Call(left, right);

        /// <summary>Negative.</summary>
        public static Tensor operator -(Tensor tensor) => tensor.neg();

        /// <summary>And of the bits.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);

        /// <summary>Or of the bits.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);

        /// <summary>Exclusive or of the bits.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);

        /// <summary>Complement of the bits.</summary>
        public static Tensor operator ~(Tensor left) => left.bitwise_not();

        /// <summary>Whether equal, elementwise.</summary>
        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        /// <summary>Whether equal, elementwise.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        /// <summary>Whether equal, elementwise.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        /// <summary>Whether not equal, elementwise.</summary>
        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        /// <summary>Whether not equal, elementwise.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        /// <summary>Whether not equal, elementwise.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        /// <summary>Whether less, elementwise.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        /// <summary>Whether less, elementwise.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        /// <summary>Whether less, elementwise.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        /// <summary>Whether less or equal, elementwise.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        /// <summary>Whether less or equal, elementwise.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        /// <summary>Whether less or equal, elementwise.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        /// <summary>Whether greater, elementwise.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        /// <summary>Whether greater, elementwise.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        /// <summary>Whether greater, elementwise.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        /// <summary>Whether greater or equal, elementwise.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        /// <summary>Whether greater or equal, elementwise.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        /// <summary>Whether greater or equal, elementwise.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        // a / x is (1 / x) a, as in torch; the intermediate tensor is not left to the caller's scope.
        private Tensor Times(Arg factor)
        {
            var result = Aten.mul_Scalar.Call(this, factor);
            Dispose();
            return result;
        }
    }
}
