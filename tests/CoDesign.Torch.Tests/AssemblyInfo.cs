using Xunit;

// The default random generator and the size of the process, which tests look at, are shared by all threads.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
