using System.Globalization;
using CoDesign.Reports.Web;

namespace CoDesign.Reports.Drawings;

/// <summary>Rays of constant pseudorapidity from the origin to the edge of a side view, each with its value.</summary>
internal static class EtaRays
{
    private const int Steps = 8;
    private const double Step = 0.5;
    private const double LabelWidth = 34;
    private const double LabelHeight = 15;

    /// <summary>The rays of one quarter of the view.</summary>
    /// <param name="zMax">Half length of the view [mm].</param>
    /// <param name="rMax">Largest radius of the view [mm].</param>
    /// <param name="placeZ">Place of z [px].</param>
    /// <param name="placeR">Place of a radius [px].</param>
    public static Markup Render(double zMax, double rMax, Func<double, double> placeZ, Func<double, double> placeR)
    {
        var svg = new List<Markup>();
        (double lastX, double lastY) = (double.NegativeInfinity, placeR(rMax) - (LabelHeight / 2));
        for (int i = 0; i <= Steps; i++)
        {
            double eta = i * Step, slope = Math.Sinh(eta);
            string label = (i == 0 ? "η = " : "") + eta.ToString("0.#", CultureInfo.InvariantCulture);
            if (slope * rMax <= zMax)
            {
                double x = placeZ(slope * rMax);
                if (x - lastX >= LabelWidth)
                {
                    svg.Add(Ray(placeZ(0), placeR(0), x, placeR(rMax)));
                    svg.Add(Label(x, placeR(rMax) - 5, "middle", label));
                    lastX = x;
                }
            }
            else if (placeR(zMax / slope) - lastY >= LabelHeight && placeR(0) - placeR(zMax / slope) >= LabelHeight)
            {
                lastY = placeR(zMax / slope);
                svg.Add(Ray(placeZ(0), placeR(0), placeZ(zMax), lastY));
                svg.Add(Label(placeZ(zMax) + 5, lastY + 5, "start", label));
            }
        }

        return new Markup(string.Concat(svg));
    }

    private static Markup Ray(double fromX, double fromY, double toX, double toY) => Markup.From(
        $"<line x1=\"{fromX}\" y1=\"{fromY}\" x2=\"{toX}\" y2=\"{toY}\" class=\"svg-ray\"/>");

    private static Markup Label(double x, double y, string anchor, string text) => Markup.From(
        $"<text x=\"{x}\" y=\"{y}\" class=\"svg-eta\" text-anchor=\"{anchor}\">{text}</text>");
}
