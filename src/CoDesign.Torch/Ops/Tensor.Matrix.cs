using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Products and decompositions of matrices.
    public partial class Tensor
    {
        /// <summary>Inner product of two vectors.</summary>
        public Tensor dot(Tensor target) => Aten.dot.Call(this, target);

        /// <summary>Outer product of two vectors.</summary>
        public Tensor outer(Tensor vec2) => Aten.outer.Call(this, vec2);

        /// <summary>Matrix times vector.</summary>
        public Tensor mv(Tensor target) => Aten.mv.Call(this, target);

        /// <summary>Product of two matrices.</summary>
        public Tensor mm(Tensor target) => Aten.mm.Call(this, target);

        /// <summary>Products of matrices, one by one.</summary>
        public Tensor bmm(Tensor batch2) => Aten.bmm.Call(this, batch2);

        /// <summary>Product of matrices or vectors, broadcast.</summary>
        public Tensor matmul(Tensor target) => Aten.matmul.Call(this, target);

        /// <summary>beta this + alpha mat1 mat2.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta, float alpha) =>
            Aten.addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);

        /// <summary>Sum of the diagonal.</summary>
        public Tensor trace() => Aten.trace.Call(this);

        /// <summary>Determinant.</summary>
        public Tensor det() => Aten.det.Call(this);

        /// <summary>Logarithm of the determinant.</summary>
        public Tensor logdet() => Aten.logdet.Call(this);

        /// <summary>Inverse matrix.</summary>
        public Tensor inverse() => Aten.inverse.Call(this);

        /// <summary>Solves with a Cholesky factor: this is the right-hand side.</summary>
        public Tensor cholesky_solve(Tensor input2, bool upper = false) =>
            Aten.cholesky_solve.Call(this, input2, upper);

        /// <summary>Inverse of the matrix whose Cholesky factor this is.</summary>
        public Tensor cholesky_inverse(bool upper = false) => Aten.cholesky_inverse.Call(this, upper);

        /// <summary>Cholesky factor.</summary>
        public Tensor cholesky(bool upper = false) => Aten.cholesky.Call(this, upper);

        /// <summary>Power of a matrix.</summary>
        public Tensor matrix_power(int n) => Aten.matrix_power.Call(this, (long)n);
    }
}
