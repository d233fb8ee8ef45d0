using Xunit;

// The default random generator and the number of threads are shared by all tests.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
