using System.Text;
using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Tiny;
using CoDesign.Tensors;
using Xunit;

namespace CoDesign.Studies.Tests.Configuration;

public sealed class StudyLoaderTests : IDisposable
{
    private readonly TinyStudy _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void Load_TinyStudy_ReadsEverything()
    {
        Study study = _tiny.Load("seed=9", "geometry.parameters.absorber.baseline=3 mm");

        Assert.Equal(("tiny", 9UL, 1), (study.Name, study.Seed, study.Threads));
        Assert.Equal(["absorber", "cell_size", "shaping_time"], study.Geometry.Space.Parameters.Select(p => p.Name));
        Assert.Equal(3, study.Geometry.Space.BaselineValues[0]);
        Assert.Equal((6, 256, 2, 0.1), (
            study.Optimizer.Steps, study.Optimizer.Batch, study.Optimizer.Replicas, study.Optimizer.LearningRate));
        Assert.Equal(new EvaluationSettings(2, 512, 512), study.Evaluation);
        StudyConstraint cost = Assert.Single(study.Constraints);
        Assert.Equal(("cost", ConstraintRelation.AtMost, "EUR"), (cost.Name, cost.Relation, cost.Unit));
    }

    [Fact]
    public void Load_Quick_TakesTheQuickSettings()
    {
        _tiny.Edit("seed: 7", "quick: {steps: 3, batch: 512}\nseed: 7");
        Study study = StudyLoader.Load(_tiny.StudyFile, [], quick: true);

        Assert.True(study.Quick);
        Assert.Equal((3, 512, 3), (study.Optimizer.Steps, study.Optimizer.Batch, study.Optimizer.Replicas));
    }

    [Theory]
    [InlineData("optimizer:", "optimiser:", "study.yaml:14  optimiser: unknown key; did you mean optimizer?")]
    [InlineData("learning_rate: 0.1", "learnig_rate: 0.1",
        "study.yaml:14  optimizer.learnig_rate: unknown key; did you mean learning_rate?")]
    [InlineData("requirement: 2 %", "requirement: 2 mm",
        "study.yaml:11  objective[0].requirement: given 2 mm, must be a number without unit, not a length")]
    [InlineData("geometry: geometry.yaml", "geometry: nowhere.yaml",
        "study.yaml:4  geometry: given nowhere.yaml, there is no such file (nowhere.yaml)")]
    [InlineData("expression: cost", "expression: cots",
        "study.yaml:13  constraints.cost.expression: unknown name cots; did you mean cost?")]
    [InlineData("at_most: baseline", "at_most: 3 mm",
        "study.yaml:13  constraints.cost.at_most: given 3 mm (length), must be in amount of money as cost is")]
    [InlineData("at_most: baseline", "at_most: baseline, at_least: 3 EUR",
        "study.yaml:13  constraints.cost: given 2 limits, must be one of at_most, at_least, equal")]
    [InlineData(", at_most: baseline", "",
        "study.yaml:13  constraints.cost: given 0 limits, must be one of at_most, at_least, equal")]
    [InlineData("at_most: baseline", "at_most: 0 EUR",
        "study.yaml:13  constraints.cost.at_most: the limit is 0; constraints compare to a limit that is not 0")]
    [InlineData("3 GeV, 100 GeV", "100 GeV, 3 GeV",
        "study.yaml:9  events.energy.log_uniform: the first energy must be below the second")]
    [InlineData("{log_uniform: [3 GeV, 100 GeV]}", "{fixed: 3 GeV, uniform: [3 GeV, 4 GeV]}",
        "study.yaml:9  events.energy: given 2 forms, must be one of fixed, list, uniform, log_uniform")]
    [InlineData("{log_uniform: [3 GeV, 100 GeV]}", "{}",
        "study.yaml:9  events.energy: given 0 forms, must be one of fixed, list, uniform, log_uniform")]
    [InlineData("{log_uniform: [3 GeV, 100 GeV]}", "{list: []}",
        "study.yaml:9  events.energy.list: given 0 items, must have 1 or more")]
    [InlineData("[3 GeV, 100 GeV]", "[3 GeV]",
        "study.yaml:9  events.energy.log_uniform: given 1 item, must have 2")]
    [InlineData("[3 GeV, 100 GeV]", "[3 mm, 100 GeV]",
        "study.yaml:9  events.energy.log_uniform[0]: given 3 mm, must be an energy (MeV, keV, GeV or TeV), not a length")]
    [InlineData("seed: 7", "parameters: {cel_size: {fixed: true}}",
        "study.yaml:5  parameters.cel_size: unknown parameter; did you mean cell_size?; the geometry has absorber, "
        + "cell_size, shaping_time")]
    [InlineData("seed: 7", "parameters: {cel_size: {min: 10 mm}}",
        "study.yaml:5  parameters.cel_size: unknown parameter; did you mean cell_size?; the geometry has absorber, "
        + "cell_size, shaping_time")]
    [InlineData("seed: 7", "parameters: {cell_size: {baseline: 90 mm}}",
        "study.yaml:5  parameters.cell_size.baseline: given 90 mm, must be in [20 mm, 80 mm]")]
    [InlineData("seed: 7", "parameters: {cell_size: {fixed: true}, absorber: {fixed: true}, shaping_time: {fixed: true}}",
        "study.yaml:5  parameters: no free parameter is left to optimise")]
    [InlineData("seed: 7", "device: gpu", "study.yaml:5  device: given gpu, must be auto, cpu or cuda; did you mean cpu?")]
    [InlineData("seed: 7", "device: cuda", "study.yaml:5  device: given cuda, but only networks run on a GPU, and this study "
        + "has none; leave the key away, or take 'reconstruction: {model: network}'")]
    [InlineData("seed: 7", "judge: {events: 512}", "study.yaml:5  judge.simulation: missing; must be monte-carlo")]
    [InlineData("seed: 7", "judge: {simulation: montecarlo}",
        "study.yaml:5  judge.simulation: given montecarlo, must be monte-carlo; did you mean monte-carlo?")]
    [InlineData("seed: 7", "judge: {simulation: monte-carlo, event: 512}",
        "study.yaml:5  judge.event: unknown key; did you mean events?")]
    [InlineData("seed: 7", "judge: {simulation: monte-carlo, events: 100}",
        "study.yaml:5  judge.events: given 100, must be in [256, 65536]")]
    [InlineData("seed: 7", "judge: {simulation: monte-carlo, events: 1000}",
        "study.yaml:5  judge.events: given 1000, must be a multiple of 64, such as 960 or 1024")]
    [InlineData("seed: 7", "quick: {judge_events: 300}",
        "study.yaml:5  quick.judge_events: given 300, must be a multiple of 64, such as 256 or 320")]
    public void Load_OneMistake_SaysWhereAndWhatIsAllowed(string old, string replacement, string message)
    {
        // The message holds the path as given; the folder is taken out of it.
        Assert.Equal([message], _tiny.Edit(old, replacement).Problems());
    }

    [Fact]
    public void Load_NetworkOnCuda_IsRefusedWhereThereIsNone()
    {
        if (Libtorch.Device(ComputeDevice.Auto).type == TorchSharp.DeviceType.CUDA)
        {
            return;
        }

        Assert.Equal(["study.yaml:5  device: given cuda: this build has no libtorch for CUDA, or the machine no GPU that it can "
            + "use; build with -p:TorchCuda=true, or take auto"],
            _tiny.Edit("seed: 7", "device: cuda\nreconstruction: {model: network}").Problems());
    }

    [Fact]
    public void Load_Judge_HasItsEventsOrIsAbsent()
    {
        Assert.Null(_tiny.Load().Judge);
        _tiny.Edit("seed: 7", "judge: {simulation: monte-carlo}\nseed: 7");
        Assert.Equal(new JudgeSettings(2048), _tiny.Load().Judge);
        Assert.Equal(new JudgeSettings(320), _tiny.Load("judge.events=320").Judge);
        Assert.Equal(new JudgeSettings(256), StudyLoader.Load(_tiny.StudyFile, [], quick: true).Judge);
    }

    // What is written in the study is for the full run; what is asked for on the command line is for this one.
    [Theory]
    [InlineData(320, "judge.events=320")]
    [InlineData(384, "judge.events=320", "judge.events = 384")]
    [InlineData(448, "quick.judge_events=448", "judge.events=320")]
    [InlineData(256, "seed=8")]
    public void Load_QuickJudge_HasTheEventsOfTheCommandLine(int events, params string[] overrides)
    {
        _tiny.Edit("seed: 7", "judge: {simulation: monte-carlo, events: 1024}\nseed: 7");
        Study study = StudyLoader.Load(_tiny.StudyFile, overrides, quick: true);
        Assert.Equal(new JudgeSettings(events), study.Judge);
        // study.resolved.yaml, which a resumed run reads.
        Assert.Equal(events, study.Configuration.Get("quick").Get("judge_events").WholeNumber);
        Assert.Contains($"judge_events: {events}\n", ConfigWriter.Write(study.Configuration), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SeveralMistakes_SaysAllOfThemInOrder()
    {
        _tiny.Edit(
            "particle: gamma", "particle: gama").Edit("3 GeV, 100 GeV", "3, 100 GeV").Edit("steps: 6", "steps: 0");
        _tiny.EditGeometry("material: lead", "material: leed");

        string[] problems = _tiny.Problems();

        Assert.Equal(5, problems.Length);
        Assert.StartsWith("geometry.yaml:12  sections[0].absorber.material: given leed", problems[0]);
        Assert.StartsWith("geometry.yaml:32  cost.volume.lead", problems[1]);
        Assert.Equal(
            "study.yaml:8  events.particle: given gama, must be e- or gamma; did you mean gamma?", problems[2]);
        Assert.StartsWith("study.yaml:9  events.energy.log_uniform[0]: given 3, must be an energy", problems[3]);
        Assert.StartsWith("study.yaml:14  optimizer.steps: given 0, must be", problems[4]);
    }

    [Theory]
    [InlineData("optimizer.stepz=3", "--set  optimizer.stepz: unknown key; did you mean steps?")]
    [InlineData("geometry.cels.count=5", "--set  geometry.cels: unknown key; did you mean cells?")]
    [InlineData("steps", "--set  given steps, must be key.path=value")]
    [InlineData("seeed=3", "--set  seeed: is neither a parameter of the geometry (absorber, cell_size, shaping_time) nor a "
        + "key of its file; did you mean seed?")]
    [InlineData("absorbr=3 mm", "--set  absorbr: is neither a parameter of the geometry (absorber, cell_size, "
        + "shaping_time) nor a key of its file; did you mean absorber?")]
    public void Load_WrongOverride_NamesIt(string given, string message) =>
        Assert.Equal([message], _tiny.Problems(given));

    [Theory]
    [InlineData("absorber=3 mm")]
    [InlineData("geometry.absorber=3 mm")]
    [InlineData("geometry.parameters.absorber.baseline=3 mm")]
    public void Load_BareNameThatIsNoKeyOfAStudy_IsThatOfTheGeometry(string given) =>
        Assert.Equal(3, _tiny.Load(given).Geometry.Space.BaselineValues[0]);

    // What one part is wrong in does not hide what is wrong in the others.
    [Fact]
    public void Load_MistakesOfGeometryAndEvents_SaysBoth()
    {
        _tiny.Edit("3 GeV, 100 GeV", "100 GeV, 3 GeV").EditGeometry("full_scale: 120 GeV", "full_scale: 120 mm");

        string[] problems = _tiny.Problems();

        Assert.Equal(2, problems.Length);
        Assert.StartsWith("geometry.yaml:", problems[0]);
        Assert.Equal(
            "study.yaml:9  events.energy.log_uniform: the first energy must be below the second", problems[1]);
    }

    [Fact]
    public void Load_BlockAndWrongCount_SaysBoth()
    {
        _tiny.Edit("batch: 256", "batch: 258").EditGeometry(
            "    absorber: {material: lead, thickness: absorber}\n", "").EditGeometry("lead: 0.04 EUR/cm3, ", "");

        string[] problems = _tiny.Problems();

        Assert.Equal(2, problems.Length);
        Assert.StartsWith("study.yaml:4  geometry: section stack has no absorber", problems[0]);
        Assert.Equal(
            "study.yaml:14  optimizer.batch: given 258, must be a multiple of 4, such as 256 or 260", problems[1]);
    }

    [Fact]
    public void Load_NoSuchFile_SaysSo()
    {
        StudyException error = Assert.Throws<StudyException>(
            () => StudyLoader.Load("/nowhere/s.yaml", [], quick: false));

        Assert.Equal("/nowhere/s.yaml  the study cannot be read: there is no such file", error.Message);
    }

    // "é" in Latin-1, the start of a letter without its end, a zero, and a file in UTF-16.
    [Theory]
    [InlineData("name: caf\u00e9\n", "study.yaml:6  byte 0xE9, number {0} of the file, is not UTF-8 text; save it as UTF-8")]
    [InlineData("x\u00c3\n", "study.yaml:6  byte 0xC3, number {0} of the file, is not UTF-8 text; save it as UTF-8")]
    [InlineData("x\0\n", "study.yaml:6  byte 0x00, number {0} of the file, is not UTF-8 text; save it as UTF-8")]
    public void Load_BytesThatAreNoText_NamesLineAndByte(string line, string message)
    {
        byte[] added = Encoding.Latin1.GetBytes("\n" + line);
        string text = File.ReadAllText(_tiny.StudyFile);
        string[] lines = text.Split('\n');
        string head = string.Join('\n', lines[..5]);
        File.WriteAllBytes(_tiny.StudyFile, [.. Encoding.UTF8.GetBytes(head), .. added, .. Encoding.UTF8.GetBytes(string.Join('\n', lines[5..]))]);
        int place = head.Length + 1 + added.Skip(1).TakeWhile(b => b is not (0xE9 or 0xC3 or 0)).Count() + 1;
        Assert.Equal([string.Format(null, message, place)], _tiny.Problems());
    }

    [Fact]
    public void Load_Utf16_SaysSo()
    {
        File.WriteAllText(_tiny.StudyFile, File.ReadAllText(_tiny.StudyFile), Encoding.Unicode);
        Assert.Equal(["study.yaml:1  the file is in UTF-16; save it as UTF-8"], _tiny.Problems());
    }

    [Fact]
    public void Load_Utf8WithItsMark_IsRead()
    {
        File.WriteAllText(_tiny.StudyFile, File.ReadAllText(_tiny.StudyFile), new UTF8Encoding(true));
        Assert.Equal("tiny", _tiny.Load().Name);
    }

    [Fact]
    public void Load_Folder_SaysSo() => Assert.EndsWith(
        "the study cannot be read: it is a folder",
        Assert.Throws<StudyException>(() => StudyLoader.Load(_tiny.Folder, [], quick: false)).Message);

    [Fact]
    public void LoadResolved_WrittenStudy_IsTheSameStudyAgain()
    {
        Study study = _tiny.Edit("seed: 7", "seed: 7\nparameters: {absorber: {max: 3 mm}, cell_size: {fixed: true}}")
            .Load("optimizer.penalty=2", "geometry.parameters.absorber.baseline=2.5 mm");
        string resolved = ConfigWriter.Write(study.Configuration), geometry = ConfigWriter.Write(
            study.Geometry.Configuration);
        File.WriteAllText(_tiny.In("study.resolved.yaml"), resolved);
        File.WriteAllText(_tiny.In("geometry.resolved.yaml"), geometry);

        Study again = StudyLoader.LoadResolved(
            _tiny.In("study.resolved.yaml"), _tiny.In("geometry.resolved.yaml"), quick: false);

        Assert.Equal(study.Optimizer, again.Optimizer);
        Assert.Equal(study.Evaluation, again.Evaluation);
        Assert.Equal(study.Geometry.Space.BaselineValues, again.Geometry.Space.BaselineValues);
        Assert.Equal(
            study.Geometry.Space.Parameters.Select(p => (p.Name, p.Minimum, p.Maximum)),
            again.Geometry.Space.Parameters.Select(p => (p.Name, p.Minimum, p.Maximum)));
        Assert.Equal(study.Constraints.Select(c => c.Limit), again.Constraints.Select(c => c.Limit));
        Assert.Equal(geometry, ConfigWriter.Write(again.Geometry.Configuration));
        Assert.Equal(
            resolved.Replace("geometry: geometry.yaml", "geometry: geometry.resolved.yaml", StringComparison.Ordinal),
            ConfigWriter.Write(again.Configuration));
    }

    [Fact]
    public void Check_ImpossibleConstraint_NamesTheNearestDesign()
    {
        _tiny.Edit("cost: {expression: cost, at_most: baseline}", "small: {expression: depth, at_most: 10 mm}");

        Problem problem = Assert.Single(
            Assert.Throws<StudyException>(() => ConstraintFeasibility.Check(_tiny.Load())).Problems);
        Assert.Equal("constraints.small", problem.KeyPath);
        Assert.Equal(13, problem.Line);
        Assert.Matches(
            @"^no design within the bounds satisfies it: the nearest found has [\d.]+ mm, the limit is 10 mm$", problem.Message);
    }

    [Fact]
    public void Check_UnreachableEquality_NamesTheNearestDesign()
    {
        // 60 layers of at most 4 mm + 4 mm are 480 mm deep; the nearest to 1000 mm is the deepest.
        _tiny.Edit("cost: {expression: cost, at_most: baseline}", "deep: {expression: depth, equal: 1000 mm}");

        Problem problem = Assert.Single(
            Assert.Throws<StudyException>(() => ConstraintFeasibility.Check(_tiny.Load())).Problems);
        double nearest = double.Parse(problem.Message.Split("has ")[1].Split(' ')[0]);
        Assert.InRange(nearest, 440, 480);
    }

    [Fact]
    public void Check_EachPossibleButNotTogether_SaysSo()
    {
        _tiny.Edit("cost: {expression: cost, at_most: baseline}",
            "thin: {expression: absorber, at_most: 1.5 mm}\n  deep: {expression: absorber, at_least: 3 mm}");

        Assert.Equal(
            "constraints: each can be satisfied, but no design was found that satisfies all of them",
            Assert.Throws<StudyException>(() => ConstraintFeasibility.Check(_tiny.Load())).Message.Split("  ")[1]);
    }
}
