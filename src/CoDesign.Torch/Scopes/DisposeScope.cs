using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Owns the tensors made on its thread while it is the innermost scope, and disposes of them when it is disposed of.
/// </summary>
/// <remarks>Scopes of a thread nest; a scope is used by the thread that opened it.</remarks>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;
    private readonly DisposeScope? _outer;
    private readonly List<IDisposable> _others = [];
    private Tensor?[] _tensors = new Tensor?[16];
    private int _used;
    private int _holes;

    internal DisposeScope(DisposeScopeManager manager)
    {
        (_manager, _outer) = (manager, manager.Current);
        manager.Current = this;
    }

    /// <summary>How many objects the scope owns.</summary>
    public int DisposablesCount => _used - _holes + _others.Count;

    /// <summary>What the scope owns at this moment.</summary>
    public IReadOnlyList<IDisposable> DisposablesView =>
        // nulls are filtered
        [.. _tensors.Take(_used).Where(t => t is not null).Select(t => (IDisposable)t!), .. _others];

    /// <summary>Gives an object to the scope.</summary>
    public T Include<T>(T disposable)
        where T : IDisposable
    {
        Add(disposable);
        return disposable;
    }

    /// <summary>Gives an object, which may belong to another scope or none, to the scope.</summary>
    public void Attach(IDisposable disposable)
    {
        if (disposable is Tensor { OwningDisposeScope: null })
        {
            _manager.Counts.Tensors.AttachedToScopeCount++;
        }
        (disposable as Tensor)?.OwningDisposeScope?.Remove(disposable);
        Add(disposable);
    }

    /// <summary>Whether the scope owns the object.</summary>
    public bool Contains(IDisposable disposable) =>
        disposable is Tensor t ? t.OwningDisposeScope == this : _others.Contains(disposable);

    /// <summary>Gives an object to the enclosing scope, or to nobody when there is none.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(_outer, disposable);

    /// <summary>Gives two objects to the enclosing scope.</summary>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Gives three objects to the enclosing scope.</summary>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Gives objects to the enclosing scope.</summary>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    /// <summary>Gives objects to the enclosing scope.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var d in disposables)
        {
            MoveToOther(_outer, d);
        }
    }

    /// <summary>Gives an object to another scope, or to nobody.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        if (Remove(disposable))
        {
            if (scope is null)
            {
                _manager.Counts.Tensors.DetachedFromScopeCount++;
            }
            scope?.Add(disposable);
        }
        return disposable;
    }

    /// <summary>Takes an object out of the scope: its holder disposes of it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable => MoveToOther(null, disposable);

    /// <summary>Takes two objects out of the scope.</summary>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    /// <summary>Takes objects out of the scope.</summary>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes objects out of the scope.</summary>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var d in disposables)
        {
            MoveToOther(null, d);
        }
    }

    /// <summary>Disposes of everything the scope owns; the scope stays open.</summary>
    public void DisposeEverything()
    {
        for (var i = _used - 1; i >= 0; i--)
        {
            _tensors[i]?.Dispose();
        }
        (_used, _holes) = (0, 0);
        foreach (var d in _others.ToArray())
        {
            d.Dispose();
        }
        _others.Clear();
    }

    /// <summary>Disposes of everything the scope owns except the given objects.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = inKeep.Where(Contains).ToArray();
        foreach (var d in keep)
        {
            Remove(d);
        }
        DisposeEverything();
        foreach (var d in keep)
        {
            Add(d);
        }
    }

    /// <summary>Disposes of everything the scope owns except the given objects.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes of everything the scope owns except one object.</summary>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <summary>Tells the scope that one of its objects was disposed of.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Remove(disposable);

    /// <summary>Disposes of everything the scope owns and closes the scope.</summary>
    public void Dispose()
    {
        DisposeEverything();
        if (_manager.Current == this)
        {
            _manager.Current = _outer;
        }
    }

    internal void Add(IDisposable disposable)
    {
        if (disposable is not Tensor t)
        {
            _others.Add(disposable);
            return;
        }
        if (_used == _tensors.Length)
        {
            MakeRoom();
        }
        t.OwningDisposeScope = this;
        t.ScopeSlot = _used;
        _tensors[_used++] = t;
    }

    internal bool Remove(IDisposable disposable)
    {
        if (disposable is not Tensor t)
        {
            return _others.Remove(disposable);
        }
        if (t.OwningDisposeScope != this)
        {
            return false;
        }
        _tensors[t.ScopeSlot] = null;
        t.OwningDisposeScope = null;
        if (t.ScopeSlot == _used - 1)
        {
            _used--;
        }
        else
        {
            _holes++;
        }
        return true;
    }

    // Tensors disposed of early leave holes: a long scope is compacted before it grows.
    private void MakeRoom()
    {
        if (_holes <= _tensors.Length / 2)
        {
            Array.Resize(ref _tensors, 2 * _tensors.Length);
            return;
        }
        var n = 0;
        for (var i = 0; i < _used; i++)
        {
            if (_tensors[i] is { } t)
            {
                t.ScopeSlot = n;
                _tensors[n++] = t;
            }
        }
        Array.Clear(_tensors, n, _used - n);
        (_used, _holes) = (n, 0);
    }
}
