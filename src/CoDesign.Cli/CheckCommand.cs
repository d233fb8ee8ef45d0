using System.CommandLine;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Minimization;
using CoDesign.Studies.Runs;

namespace CoDesign.Cli;

/// <summary>codesign check FILE</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Study, geometry or space file (YAML)." };
        var set = new Option<string[]>("--set") { Description = "Change a key, as for 'run'." };
        var command = new Command("check", "Check a study, geometry or space file and say everything that is wrong with it.")
        {
            file, set,
        };
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(file);
            string[] overrides = parsed.GetValue(set) ?? [];
            string text = StudyLoader.ReadText(name, "file");
            if (StudyLoader.IsGeometry(text))
            {
                DetectorGeometry geometry = GeometryLoader.Load(name, text, overrides);
                Console.Out.WriteLine(
                    $"{name}: geometry '{geometry.Name}', {geometry.Space.Parameters.Count} parameters, fine");
                Print(FileNotes.Of(geometry));
            }
            else if (ProgramSpaceReader.IsSpace(text))
            {
                ProgramSpace space = ProgramSpaceReader.Read(name, overrides);
                Console.Out.WriteLine($"{name}: space '{space.Name}', {space.Parameters.Count} parameters, fine");
            }
            else
            {
                Study study = StudyLoader.Load(name, overrides, quick: false);
                BaselineCheck.Check(study);
                foreach (Problem note in ConstraintDomain.Check(study))
                {
                    Console.Out.WriteLine($"note: {note}");
                }

                ConstraintFeasibility.Check(study);
                foreach (Problem note in PinnedParameters.Find(study))
                {
                    Console.Out.WriteLine($"note: {note}");
                }

                Console.Out.WriteLine($"{name}: study '{study.Name}', {study.Geometry.Space.Parameters.Count} free parameters, "
                    + $"{study.Constraints.Count} constraints that can be satisfied, fine");
                Print(FileNotes.Of(study));
            }

            return 0;
        });
        return command;
    }

    private static void Print(CheckNotes notes)
    {
        foreach (string line in notes.Facts.Concat(notes.Warnings.Select(warning => $"careful: {warning}")))
        {
            Console.Out.WriteLine($"  {line}");
        }
    }
}
