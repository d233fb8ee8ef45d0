using System.CommandLine;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Studies.Kinds;

namespace CoDesign.Cli;

/// <summary>codesign schema</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("KIND")
        {
            Description = "study or geometry.",
            DefaultValueFactory = _ => "study",
        };
        kind.AcceptOnlyFromAmong("study", "geometry");
        var command = new Command(
            "schema", "Print the JSON schema of study or geometry files, for editors that complete and check.")
        {
            kind,
        };
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(parsed.GetValue(kind) == "geometry"
                ? JsonSchemaWriter.Write(GeometryKinds.All.Select(k => k.Schema), "CoDesign geometry")
                : JsonSchemaWriter.Write(StudyKind.All.Select(k => k.Schema), "CoDesign study"));
            return 0;
        });
        return command;
    }
}
