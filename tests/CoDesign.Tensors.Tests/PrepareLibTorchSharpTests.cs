using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace CoDesign.Tensors.Tests;

/// <summary>The build's step that lets TorchSharp's native library load on an older libstdc++, run as the build runs
/// it.</summary>
public sealed class PrepareLibTorchSharpTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-prepare-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Library_WhereLibstdcxxIsNewEnough_IsALinkToTheOriginal()
    {
        Assert.Equal((0, ""), Prepare(Original(), SystemWithout(33)));
        Assert.Equal(Original(), new FileInfo(In("out.so")).LinkTarget);
    }

    [Fact]
    public void Library_WhereOneVersionIsMissing_DiffersInItsWeakFlagAlone()
    {
        Assert.Equal((0, ""), Prepare(Original(), SystemWithout(32)));
        byte[] before = File.ReadAllBytes(Original()), after = File.ReadAllBytes(In("out.so"));
        Assert.Equal(before.Length, after.Length);
        int[] changed = [.. Enumerable.Range(0, before.Length).Where(i => before[i] != after[i])];
        Assert.Equal(before[Assert.Single(changed)] | 2, after[changed[0]]);
    }

    [Fact]
    public void Library_ThatNeedsMoreThanTheMarker_IsRefusedWithASentence()
    {
        (int code, string error) = Prepare(Original(), SystemWithout(21)); // real functions have this version
        Assert.Equal(1, code);
        Assert.Matches("needs _Z[^ ]+ of GLIBCXX_3.4.21, which the libstdc\\+\\+ of this system lacks", error);
        Assert.False(File.Exists(In("out.so")));
    }

    [Theory]
    [InlineData("this is no library, but a text that is long enough to have the header of one", "is not a 64-bit little-endian ELF library")]
    [InlineData("", "is not a 64-bit little-endian ELF library")]
    public void Package_ThatLooksOtherwise_IsRefusedWithASentence(string content, string sentence)
    {
        File.WriteAllText(In("in.so"), content);
        (int code, string error) = Prepare(In("in.so"), "");
        Assert.Equal(1, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Contains("CODESIGN003", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Library_WhereNoLibstdcxxIsFound_HasTheMarkerMadeWeak()
    {
        Assert.Equal((0, ""), Prepare(Original(), In("nowhere")));
        Assert.Null(new FileInfo(In("out.so")).LinkTarget);
    }

    [Fact]
    public void Library_WithTablesThatLeadOutOfIt_IsRefusedWithASentence()
    {
        byte[] image = File.ReadAllBytes(Original());
        long table = BitConverter.ToInt64(image, 0x28);
        for (int section = 0; section < BitConverter.ToUInt16(image, 0x3C); section++)
        {
            BitConverter.GetBytes(1L << 40).CopyTo(image, table + (64 * section) + 0x18);
        }

        File.WriteAllBytes(In("in.so"), image);
        (int code, string error) = Prepare(In("in.so"), "");
        Assert.Equal(1, code);
        Assert.Contains("has tables that lead out of it", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Library_CutShort_IsRefusedWithASentence()
    {
        File.WriteAllBytes(In("in.so"), File.ReadAllBytes(Original())[..4096]);
        (int code, string error) = Prepare(In("in.so"), "");
        Assert.Equal(1, code);
        Assert.Contains("is cut short", error, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_folder, name);

    // A file with the names of all versions of libstdc++ up to 3.4.32, but for one.
    private string SystemWithout(int missing)
    {
        File.WriteAllText(In("libstdc++.so.6"), "GLIBCXX_3.4\0" + string.Concat(
            Enumerable.Range(0, 33).Where(i => i != missing).Select(i => $"GLIBCXX_3.4.{i}\0")));
        return In("libstdc++.so.6");
    }

    // The package of TorchSharp lies beside that of libtorch, to which the build made links.
    private static string Original()
    {
        string packages = File.ResolveLinkTarget(Path.Combine(AppContext.BaseDirectory, "libc10.so"), returnFinalTarget: true)?.FullName
            ?? throw new InvalidOperationException("the build makes links");
        string cache = Path.GetFullPath(Path.Combine(packages, "../../../../../.."));
        string version = typeof(TorchSharp.torch).Assembly.GetName().Version?.ToString(3) ?? "";
        return Directory.GetFiles(Path.Combine(cache, "torchsharp", version), "libLibTorchSharp.so", SearchOption.AllDirectories).Single();
    }

    private (int Code, string Error) Prepare(string library, string system, [CallerFilePath] string here = "")
    {
        string build = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "../../src/CoDesign.Tensors/build/Libtorch.targets"));
        File.WriteAllText(In("probe.proj"), $"""
            <Project>
              <Import Project="{build}" />
              <Target Name="Probe">
                <PrepareLibTorchSharp Library="{library}" Output="{In("out.so")}" SystemLibrary="{system}" />
              </Target>
            </Project>
            """);
        var start = new ProcessStartInfo("dotnet", ["msbuild", In("probe.proj"), "-t:Probe", "-nologo", "-v:q"])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Trim());
    }
}
