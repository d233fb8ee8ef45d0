namespace CoDesign.Learning.Tracking;

/// <summary>Hits that a fit takes in, and whether they stand at enough places to determine its parameters.</summary>
/// <param name="track">The track.</param>
internal struct FitHits(LinearisedTrack track)
{
    private Coordinate _u;
    private Coordinate _v;

    /// <summary>Hits in u.</summary>
    public readonly int U => _u.Hits;

    /// <summary>Hits in v.</summary>
    public readonly int V => _v.Hits;

    /// <summary>Whether they determine the parameters.</summary>
    public readonly bool Suffice => track.Fitted.AreFixedBy(_u.Places, _v.Places);

    /// <summary>Takes in what a layer measured; the layers outward or inward in their order.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="measuresU">Whether there is a hit in u.</param>
    /// <param name="measuresV">Whether there is a hit in v.</param>
    public void Add(int layer, bool measuresU, bool measuresV)
    {
        if (measuresU && track.Fitted.U)
        {
            _u.Add(track.Position(layer), track.Separation);
        }

        if (measuresV && track.Fitted.V)
        {
            _v.Add(track.Position(layer), track.Separation);
        }
    }

    private struct Coordinate
    {
        private double _last;

        public int Hits { get; private set; }

        public int Places { get; private set; }

        public void Add(double position, double separation)
        {
            Hits++;
            if (Places == 0 || Math.Abs(position - _last) > separation)
            {
                Places++;
                _last = position;
            }
        }
    }
}
