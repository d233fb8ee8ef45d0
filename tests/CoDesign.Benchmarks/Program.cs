using CoDesign.Benchmarks;

return args switch
{
    ["pipeline", .. var rest] => PipelineBenchmark.Run(rest),
    ["network"] => NetworkBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: pipeline [EVENTS] [THREADS] | network");
    return 2;
}
