using Xunit;

// HDF5 locks a file that it writes. A process that another test starts holds the lock for a moment, between fork and exec.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
