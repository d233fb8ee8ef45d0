using CoDesign.Optimization.Gradient;
using Xunit;

namespace CoDesign.Optimization.Tests.Gradient;

public sealed class CurvatureTests
{
    [Fact]
    public void OfGradient_Quadratic_ReturnsEigenvaluesRisingWithTheirDirections()
    {
        // Hessian [[2, 1], [1, 2]]: 1 along (1, -1), 3 along (1, 1).
        Curvature curvature = Curvature.OfGradient([0.3, -0.2], u => [(2 * u[0]) + u[1], u[0] + (2 * u[1])], v => v);

        Minimise.AssertClose([1, 3], curvature.Eigenvalues, 1e-12);
        Assert.Equal(-1, curvature.Directions[0][0] / curvature.Directions[0][1], 1e-12);
        Assert.Equal(1, curvature.Directions[1][0] / curvature.Directions[1][1], 1e-12);
        Assert.All(curvature.Directions, d => Assert.Equal(1, d.Sum(x => x * x), 1e-12));
    }

    [Fact]
    public void OfGradient_AlongAConstraint_SeesTheTangentAlone()
    {
        // Along (1, -1)/sqrt(2) the Hessian [[2, 1], [1, 3]] is (2 - 2 + 3)/2.
        Curvature curvature = Curvature.OfGradient(
            [0, 0], u => [(2 * u[0]) + u[1], u[0] + (3 * u[1])], Curvature.TangentTo([[2, 2]]));

        Minimise.AssertClose([0, 1.5], curvature.Eigenvalues, 1e-12);
    }

    [Fact]
    public void OfGradient_CurvedFunction_ErrsByTheSquareOfTheStep()
    {
        // g = x^3 has f'' = 3 x^2; central differences add step^2.
        const double Step = 0.01;
        Curvature curvature = Curvature.OfGradient([2], u => [u[0] * u[0] * u[0]], v => v, Step);

        Assert.Equal(12 + (Step * Step), curvature.Eigenvalues[0], 1e-9);
    }

    [Fact]
    public void TangentTo_Jacobian_ProjectsOrthogonallyAndOnce()
    {
        double[][] jacobian = [[1, 2, 3], [0, 1, -1]];
        Func<double[], double[]> tangent = Curvature.TangentTo(jacobian);
        double[] projected = tangent([0.4, -1.3, 2.2]);

        Assert.All(jacobian, row => Assert.Equal(0, row.Zip(projected, (a, b) => a * b).Sum(), 1e-12));
        Minimise.AssertClose(projected, tangent(projected), 1e-12);
    }

    [Fact]
    public void TangentTo_NoConstraint_IsTheIdentity() => Assert.Equal([1, 2], Curvature.TangentTo([])([1, 2]));
}
