using CoDesign.Benchmarks;

return args switch
{
    ["pipeline", .. var rest] => PipelineBenchmark.Run(rest),
    ["quick", .. var rest] => QuickRunBenchmark.Run(rest),
    ["network"] => NetworkBenchmark.Run(),
    ["photons"] => PhotonBenchmark.Run(),
    ["showers", .. var rest] => ShowerBenchmark.Run(rest),
    ["tracks", .. var rest] => TrackBenchmark.Run(rest),
    ["gp", .. var rest] => ModelBenchmark.Run(rest),
    ["suggestions", .. var rest] => SuggestionBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: pipeline [EVENTS] [THREADS] | quick [STUDY] | network | photons | "
        + "showers [ROUNDS] | tracks [THREADS] | gp [OBSERVATIONS ...] | suggestions [TRIALS ...]");
    return 2;
}
