namespace TorchSharp;

// Products and decompositions of matrices.
public static partial class torch
{
    /// <summary>Inner product of two vectors.</summary>
    public static Tensor dot(Tensor input, Tensor target) => input.dot(target);

    /// <summary>Outer product of two vectors.</summary>
    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    /// <summary>Matrix times vector.</summary>
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    /// <summary>Product of two matrices.</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>Products of matrices, one by one.</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    /// <summary>Product of matrices or vectors, broadcast.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>beta this + alpha mat1 mat2.</summary>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmm(mat1, mat2, beta, alpha);

    /// <summary>Sum of the diagonal.</summary>
    public static Tensor trace(Tensor input) => input.trace();

    /// <summary>Logarithm of the determinant.</summary>
    public static Tensor logdet(Tensor input) => input.logdet();

    /// <summary>Inverse matrix.</summary>
    public static Tensor inverse(Tensor input) => input.inverse();

    /// <summary>Solves with a Cholesky factor: this is the right-hand side.</summary>
    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) =>
        input.cholesky_solve(input2, upper);

    /// <summary>Inverse of the matrix whose Cholesky factor this is.</summary>
    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => input.cholesky_inverse(upper);

    /// <summary>Cholesky factor.</summary>
    public static Tensor cholesky(Tensor input, bool upper = false) => input.cholesky(upper);
}
