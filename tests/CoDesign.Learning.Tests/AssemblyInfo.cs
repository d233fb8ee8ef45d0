using Xunit;

// libtorch's threads are shared by all tests.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
