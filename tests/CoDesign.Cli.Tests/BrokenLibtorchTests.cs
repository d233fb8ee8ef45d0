using System.Text;
using Xunit;

namespace CoDesign.Cli.Tests;

/// <summary>A libtorch that cannot be used: one sentence on standard error, exit code 2, nothing else.</summary>
public sealed class BrokenLibtorchTests : IDisposable
{
    private const string Wrapper = "libLibTorchSharp.so";
    private readonly Workplace _place = new();
    private readonly string _program;

    public BrokenLibtorchTests()
    {
        _program = Directory.CreateDirectory(_place.In("program")).FullName;
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            string copy = Path.Combine(_program, Path.GetFileName(file));
            if (File.ResolveLinkTarget(file, returnFinalTarget: true) is { } library)
            {
                File.CreateSymbolicLink(copy, library.FullName);
            }
            else
            {
                File.Copy(file, copy);
            }
        }
    }

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Library_OfAnEmptiedPackageCache_IsNamedWithItsTarget()
    {
        Replace("libtorch_cpu.so");
        File.CreateSymbolicLink(In("libtorch_cpu.so"), "/nowhere/libtorch_cpu.so");
        Refused("libtorch_cpu.so is a link to /nowhere/libtorch_cpu.so, which is gone: the package cache was emptied");
    }

    // As where the home of users, or the package cache, is a link to another disk.
    [Fact]
    public void Library_BehindALinkedFolder_IsLoaded()
    {
        string library = File.ResolveLinkTarget(In("libtorch_cpu.so"), returnFinalTarget: true)?.FullName ?? "";
        Directory.CreateSymbolicLink(_place.In("cache"), Path.GetDirectoryName(library) ?? "");
        foreach (string name in Directory.GetFiles(_program, "lib*.so*").Select(f => Path.GetFileName(f)).Where(n => n != Wrapper))
        {
            Replace(name);
            File.CreateSymbolicLink(In(name), _place.In($"cache/{name}"));
        }

        CommandResult check = CodesignProcess.RunProgram(In("codesign.dll"), _place.Folder, "check", "study.yaml");
        Assert.Equal((0, ""), (check.Code, check.Error));
    }

    [Fact]
    public void Library_ThatIsMissing_IsNamed()
    {
        Replace("libc10.so");
        Refused("libc10.so is missing; build again");
    }

    [Fact]
    public void Library_OfAnotherLibtorch_IsSeenBeforeItIsUsed()
    {
        // Stands for an older libtorch: it loads, and has not what TorchSharp's library calls.
        Replace("libc10.so");
        File.Copy(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "", "libSystem.Native.so"), In("libc10.so"));
        Refused("is not 2.10.0, the version that this TorchSharp needs");
    }

    [Fact]
    public void Library_ThatWantsANewerSystem_SaysWhichIsNeeded()
    {
        byte[] library = File.ReadAllBytes(In(Wrapper));
        int place = library.AsSpan().IndexOf("GLIBCXX_3.4.21\0"u8);
        Encoding.ASCII.GetBytes("GLIBCXX_9.9.99").CopyTo(library, place);
        // The loader compares hashes of names before the names.
        byte[] old = BitConverter.GetBytes(ElfHash("GLIBCXX_3.4.21")), wanted = BitConverter.GetBytes(ElfHash("GLIBCXX_9.9.99"));
        for (int at = library.AsSpan().IndexOf(old); at >= 0; at = library.AsSpan().IndexOf(old))
        {
            wanted.CopyTo(library, at);
        }

        Replace(Wrapper);
        File.WriteAllBytes(In(Wrapper), library);
        Refused("this system is too old for libtorch 2.10.0, which needs glibc 2.34 and the libstdc++ of GCC 12");
    }

    private string In(string library) => Path.Combine(_program, library);

    private void Replace(string library) => File.Delete(In(library));

    private void Refused(string sentence)
    {
        string program = In("codesign.dll");
        CommandResult run = CodesignProcess.RunProgram(program, _place.Folder, "run", "study.yaml", "--out", "run");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("codesign: libtorch: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
        Assert.False(Directory.Exists(_place.In("run")));

        CommandResult doctor = CodesignProcess.RunProgram(program, _place.Folder, "doctor");
        Assert.Equal((1, ""), (doctor.Code, doctor.Error));
        Assert.Contains("libtorch   MISSING:", doctor.Output, StringComparison.Ordinal);
        Assert.Contains(sentence, doctor.Output, StringComparison.Ordinal);
    }

    // System V ABI, chapter 5, "Hash Table".
    private static uint ElfHash(string name)
    {
        uint hash = 0;
        foreach (char c in name)
        {
            hash = (hash << 4) + c;
            uint high = hash & 0xf0000000;
            hash = (hash ^ (high >> 24)) & ~high;
        }

        return hash;
    }
}
