using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CoDesign.Benchmarks;

/// <summary>A training step of a 3 x 100 network at batch 512, here and in Python torch, in turn in one run.</summary>
internal static class NetworkBenchmark
{
    private const int Rounds = 9;
    private const int Steps = 300;

    // Prints the median milliseconds per step for every line it is sent.
    private const string Python = """
        import sys, time, torch
        torch.set_num_threads(1)
        torch.manual_seed(1)
        m = torch.nn.Sequential(torch.nn.Linear(10, 100), torch.nn.SiLU(), torch.nn.Linear(100, 100), torch.nn.SiLU(),
                                torch.nn.Linear(100, 100), torch.nn.SiLU(), torch.nn.Linear(100, 1))
        o = torch.optim.Adam(m.parameters(), lr=1e-3)
        x = torch.randn(512, 10); y = torch.sin(2 * x).sum(1, keepdim=True)
        def step():
            o.zero_grad(); loss = torch.nn.functional.mse_loss(m(x), y); loss.backward(); o.step(); return loss.item()
        for _ in range(100): step()
        for line in sys.stdin:
            t = []
            for _ in range(int(line)):
                a = time.perf_counter(); step(); t.append(time.perf_counter() - a)
            t.sort(); print(1000 * t[len(t) // 2], flush=True)
        """;

    public static int Run()
    {
        set_num_threads(1);
        using Process? python = Start();
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(1);
        Sequential network = nn.Sequential(
            nn.Linear(10, 100), nn.SiLU(), nn.Linear(100, 100), nn.SiLU(),
            nn.Linear(100, 100), nn.SiLU(), nn.Linear(100, 1));
        Adam optimizer = optim.Adam(network.parameters(), lr: 1e-3, beta2: 0.999);
        Tensor x = randn(512, 10), y = (2 * x).sin().sum(1, keepdim: true);
        for (int i = 0; i < 100; i++)
        {
            Step(network, optimizer, x, y);
        }

        List<double> here = [], there = [];
        for (int round = 0; round < Rounds; round++)
        {
            here.Add(Timing.Measure(() => Step(network, optimizer, x, y), 0, Steps).Median);
            if (python is not null)
            {
                python.StandardInput.WriteLine(Steps);
                there.Add(double.Parse(python.StandardOutput.ReadLine() ?? "NaN"));
            }
        }

        Console.WriteLine(
            "train step, 3 x 100 SiLU network, batch 512, Adam, float32, 1 thread; medians of rounds in turn");
        Console.WriteLine($"TorchSharp      {Timing.Of(here)}");
        if (python is null)
        {
            Console.WriteLine("Python torch    not found (Debian package python3-torch)");
            return 0;
        }

        Timing ratio = Timing.Of(here.Zip(there, (a, b) => a / b));
        Console.WriteLine($"Python torch    {Timing.Of(there)}");
        Console.WriteLine($"ratio           {ratio.Median:0.00}  (quartiles {ratio.Low:0.00} .. {ratio.High:0.00})");
        return 0;
    }

    private static double Step(Sequential network, Adam optimizer, Tensor x, Tensor y)
    {
        using DisposeScope scope = NewDisposeScope();
        optimizer.zero_grad();
        Tensor loss = nn.functional.mse_loss(network.call(x), y);
        loss.backward();
        optimizer.step();
        return loss.ToSingle();
    }

    private static Process? Start()
    {
        // Debian's interpreter, which has Debian's python3-torch; another python3 may come first on the path.
        string interpreter = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        using Process? probe = Process.Start(
            new ProcessStartInfo(interpreter, ["-c", "import torch"]) { RedirectStandardError = true });
        probe?.WaitForExit();
        return probe?.ExitCode != 0 ? null : Process.Start(new ProcessStartInfo(interpreter, ["-c", Python])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        });
    }
}
