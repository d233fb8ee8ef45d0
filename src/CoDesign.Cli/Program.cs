using CoDesign.Cli;

return Application.Run(args);
