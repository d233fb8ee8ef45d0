using Xunit;

// Runs measure and use all threads; side by side they would take each other's cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
