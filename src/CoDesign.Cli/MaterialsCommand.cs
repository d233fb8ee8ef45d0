using System.CommandLine;
using CoDesign.Physics;
using CoDesign.Physics.Materials;
using Spectre.Console;

namespace CoDesign.Cli;

/// <summary>codesign materials</summary>
internal static class MaterialsCommand
{
    public static Command Create()
    {
        var command = new Command("materials", "List the materials of the catalogue with what showers feel of them.");
        command.SetAction(_ =>
        {
            var table = new Table().Border(TableBorder.Simple)
                .AddColumns("material", "density g/cm3", "X0 mm", "Ec MeV", "Moliere mm", "lambda_I mm", "dE/dx MeV/mm");
            foreach (Material m in MaterialCatalogue.All)
            {
                table.AddRow(
                    m.Name, $"{m.DensityGramPerCm3:G4}", $"{m.RadiationLength / Units.Mm:G4}", $"{m.CriticalEnergy:G4}",
                    $"{m.MoliereRadius / Units.Mm:G4}", $"{m.NuclearInteractionLength / Units.Mm:G4}",
                    $"{m.MinimumEnergyLoss:G4}");
            }

            // A file or pipe has no width of its own; rows are for reading, not for wrapping.
            AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 110);
            AnsiConsole.Write(table);
            return 0;
        });
        return command;
    }
}
