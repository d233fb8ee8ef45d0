using Xunit;

// Tests set the number of libtorch's threads and count live tensors, which all threads share.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
