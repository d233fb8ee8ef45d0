#if !TORCHSHARP
using System.Reflection;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Torch.Tests;

public sealed class PublicApiTests
{
    /// <summary>A change of the API is a change of Expectations/PublicApi.txt; the message names the new text's
    /// file.</summary>
    [Fact]
    public void PublicApi_IsTheApprovedOne()
    {
        var actual = string.Join('\n', Describe().Order(StringComparer.Ordinal)) + "\n";
        var path = Path.Combine(AppContext.BaseDirectory, "Expectations", "PublicApi.txt");
        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        if (actual != approved)
        {
            File.WriteAllText(path + ".received", actual);
        }
        Assert.True(actual == approved, $"The public API differs from the approved one; see {path}.received");
    }

    private static IEnumerable<string> Describe()
    {
        foreach (var type in typeof(Tensor).Assembly.GetExportedTypes())
        {
            var name = type.FullName ?? type.Name;
            yield return name;
            const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            foreach (
                var m in type.GetMembers(Own).Where(
                    m => m is not Type and not MethodInfo { IsSpecialName: true, Name: not ['o', 'p', '_', ..] }))
            {
                var parameters = m is MethodBase b
                    ? $" ({string.Join(", ", b.GetParameters().Select(p => p.Name + (p.HasDefaultValue ? $" = {p.DefaultValue ?? "null"}" : "")))})"
                    : "";
                yield return $"{name}: {m}{parameters}";
            }
        }
    }
}
#endif
