using MathNet.Numerics.LinearAlgebra;

namespace CoDesign.Optimization.Gradient;

/// <summary>Second derivatives of a function at its optimum, and the directions in which it hardly changes.</summary>
public sealed record Curvature
{
    /// <summary>Eigenvalues, rising, [parameters].</summary>
    public required double[] Eigenvalues { get; init; }

    /// <summary>Eigenvectors of unit length, [parameters][parameters], in the order of the eigenvalues.</summary>
    public required double[][] Directions { get; init; }

    /// <summary>Central differences of a gradient; the result is made symmetric.</summary>
    /// <param name="point">Where, [parameters].</param>
    /// <param name="gradient">Gradient at a point; with common random numbers when it is stochastic.</param>
    /// <param name="tangent">Projects a vector onto the directions that count (along the active constraints).</param>
    /// <param name="step">Step of the differences.</param>
    public static Curvature OfGradient(
        double[] point, Func<double[], double[]> gradient, Func<double[], double[]> tangent, double step = 0.05)
    {
        int n = point.Length;
        Matrix<double> hessian = Matrix<double>.Build.Dense(n, n);
        for (int i = 0; i < n; i++)
        {
            double[] plus = [.. point], minus = [.. point];
            plus[i] += step;
            minus[i] -= step;
            double[] high = gradient(plus), low = gradient(minus);
            for (int j = 0; j < n; j++)
            {
                hessian[i, j] = (high[j] - low[j]) / (2 * step);
            }
        }

        hessian = (hessian + hessian.Transpose()) / 2;
        Matrix<double> projector = Matrix<double>.Build.Dense(n, n);
        for (int i = 0; i < n; i++)
        {
            var unit = new double[n];
            unit[i] = 1;
            projector.SetColumn(i, tangent(unit));
        }

        var evd = (projector * hessian * projector).Evd(Symmetricity.Symmetric);
        return new Curvature
        {
            Eigenvalues = [.. evd.EigenValues.Select(v => v.Real)],
            Directions = [.. Enumerable.Range(0, n).Select(k => evd.EigenVectors.Column(k).ToArray())],
        };
    }

    /// <summary>The projector onto the null space of the given gradients: v - J^T (J J^T)^-1 J v.</summary>
    /// <param name="jacobian">Gradients of the active constraints, [active][parameters].</param>
    public static Func<double[], double[]> TangentTo(double[][] jacobian)
    {
        if (jacobian.Length == 0)
        {
            return v => v;
        }

        Matrix<double> j = Matrix<double>.Build.DenseOfRows(jacobian);
        Matrix<double> gram = j * j.Transpose();
        Matrix<double> pseudo = j.Transpose() * gram.PseudoInverse();
        return v =>
        {
            Vector<double> x = Vector<double>.Build.DenseOfArray(v);
            return (x - (pseudo * (j * x))).ToArray();
        };
    }
}
