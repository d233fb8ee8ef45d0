using System.CommandLine;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Minimization;

namespace CoDesign.Cli;

/// <summary>codesign schema</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("KIND")
        {
            Description = "study, geometry or space.",
            DefaultValueFactory = _ => "study",
        };
        kind.AcceptOnlyFromAmong("study", "geometry", "space");
        var command = new Command(
            "schema", "Print the JSON schema of study, geometry or space files, for editors that complete and check.")
        {
            kind,
        };
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(parsed.GetValue(kind) switch
            {
                "geometry" => JsonSchemaWriter.Write(GeometryKinds.All.Select(k => k.Schema), "CoDesign geometry"),
                "space" => JsonSchemaWriter.Write(MinimizationSchema.File, "CoDesign space"),
                _ => JsonSchemaWriter.Write(StudyKind.All.Select(k => k.Schema), "CoDesign study"),
            });
            return 0;
        });
        return command;
    }
}
