using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Solves a triangular system; the second result is a copy of the matrix.</summary>
    public static (Tensor solution, Tensor cloned_coefficient) triangular_solve(
        Tensor b, Tensor A, bool upper = true, bool transpose = false, bool unitriangular = false) =>
        Aten.triangular_solve.Call2(b, A, upper, transpose, unitriangular);

    /// <summary>Linear algebra; pytorch.org/docs/stable/linalg.html is the reference.</summary>
    public static partial class linalg
    {
        /// <summary>What <see cref="qr"/> returns.</summary>
        public enum QRMode
        {
            /// <summary>Q with as many columns as needed.</summary>
            Reduced = 0,
            /// <summary>Square Q.</summary>
            Complete = 1,
            /// <summary>R alone.</summary>
            R = 2,
        }

        /// <summary>Lower Cholesky factor.</summary>
        public static Tensor cholesky(Tensor input) => Aten.linalg_cholesky.Call(input);

        /// <summary>Lower Cholesky factor; info is the order of the first minor that is not positive, or 0.</summary>
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) =>
            Aten.linalg_cholesky_ex.Call2(input, false, check_errors);

        /// <summary>Determinant.</summary>
        public static Tensor det(Tensor input) => Aten.linalg_det.Call(input);

        /// <summary>Sign and logarithm of the absolute value of the determinant.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => Aten.linalg_slogdet.Call2(input);

        /// <summary>Eigenvalues, ascending, and eigenvectors, in columns, of symmetric matrices.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO) => Aten.linalg_eigh.Call2(input, UPLO.ToString());

        /// <summary>Eigenvalues of symmetric matrices, ascending.</summary>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') =>
            Aten.linalg_eigvalsh.Call(input, UPLO.ToString());

        /// <summary>Inverse matrix.</summary>
        public static Tensor inv(Tensor input) => Aten.linalg_inv.Call(input);

        /// <summary>Pseudo-inverse matrix.</summary>
        public static Tensor pinv(Tensor input, double rcond = 1e-15, bool hermitian = false) =>
            Aten.linalg_pinv.Call(input, rcond, hermitian);

        /// <summary>X of A X = B, or of X A = B.</summary>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) =>
            left ? Aten.linalg_solve.Call(A, B) : Aten.linalg_solve.Call(A.mT, B.mT).mT;

        /// <summary>X of A X = B, or of X A = B, for triangular A.</summary>
        public static Tensor solve_triangular(
            Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false) =>
            Aten.linalg_solve_triangular.Call(A, B, upper, left, unitriangular);

        /// <summary>Least squares.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(
            Tensor input, Tensor other)
        {
            var r = Aten.linalg_lstsq.CallMany(input, other);
            return (r[0]!, r[1]!, r[2]!, r[3]!); // all four are defined, though perhaps empty
        }

        /// <summary>Singular value decomposition U, S, V transposed.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true)
        {
            var r = Aten.linalg_svd.CallMany(input, fullMatrices);
            return (r[0]!, r[1]!, r[2]!); // all three are defined
        }

        /// <summary>Singular values, descending.</summary>
        public static Tensor svdvals(Tensor input) => Aten.linalg_svdvals.Call(input);

        /// <summary>Q and R.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) => Aten.linalg_qr.Call2(
            input, mode switch { QRMode.Complete => "complete", QRMode.R => "r", _ => "reduced" });

        /// <summary>Norm of a vector of a given order.</summary>
        public static Tensor vector_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_vector_norm.Call(input, ord, dims, keepdim);

        /// <summary>Norm: that of a vector, or of Frobenius.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_norm.Call(input, Arg.None, dims, keepdim);

        /// <summary>Norm of a given order, of a vector or a matrix.</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_norm.Call(input, ord, dims, keepdim);

        /// <summary>Product of many matrices in the cheapest order.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) => Aten.linalg_multi_dot.Call(tensors.ToArray());
    }
}
