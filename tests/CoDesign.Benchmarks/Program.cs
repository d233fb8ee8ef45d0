using CoDesign.Benchmarks;

return args switch
{
    ["pipeline", .. var rest] => PipelineBenchmark.Run(rest),
    ["network"] => NetworkBenchmark.Run(),
    ["photons"] => PhotonBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: pipeline [EVENTS] [THREADS] | network | photons");
    return 2;
}
