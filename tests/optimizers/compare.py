#!/usr/bin/env python3
"""Our searches beside those of Optuna: same test problems, same initial points, same numbers of evaluations.

    tests/optimizers/compare.py --problems branin:30 hartmann6:100 dtlz2:100 --seeds 20 --json compare.json

Every problem is NAME:EVALUATIONS. `codesign bench optimizer` runs our search; the points it starts from (a Sobol
sequence, the same for all methods of a seed) are enqueued in Optuna, and `codesign bench function` evaluates for it, so
that no function is written twice. Printed are median and quartiles of the simple regret (true value at the best observed
feasible point, for our search at the point it recommends) or of the hypervolume gap (true values of the observed front).
"ahead" counts the seeds on which our search misses less. Needs python3-optuna, which has CMA-ES by python3-cmaes.
"""
import argparse
import json
import math
import multiprocessing
import os
import statistics
import subprocess
import sys
import time
import warnings

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CODESIGN = [os.path.join(REPOSITORY, "codesign")]


class Function:
    """A test problem evaluated by a process of ours."""

    def __init__(self, command, problem, seed):
        arguments = command + ["bench", "function", "--problem", problem, "--seed", str(seed)]
        self.process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, parameters):
        self.process.stdin.write(json.dumps({"parameters": parameters}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def hypervolume(points, reference):
    """Volume dominated up to the reference, by slices along the last objective."""
    points = sorted((p for p in points if all(a < b for a, b in zip(p, reference))), key=lambda p: p[-1])
    if not points:
        return 0.0
    if len(reference) == 1:
        return reference[0] - min(p[0] for p in points)
    volume = 0.0
    for k, p in enumerate(points):
        upper = points[k + 1][-1] if k + 1 < len(points) else reference[-1]
        if upper > p[-1]:
            volume += (upper - p[-1]) * hypervolume([q[:-1] for q in points[:k + 1]], reference[:-1])
    return volume


def gap(problem, trials):
    """What the trials miss; infinite when none is feasible."""
    feasible = [t for t in trials if all(c <= 0 for c in t["constraints"])]
    if problem["objectives"] == 1:
        if not feasible:
            return math.inf
        return min(feasible, key=lambda t: t["objectives"][0])["true"][0] - problem["optimum"]
    seen = [t["objectives"] for t in feasible]
    front = [t["true"] for t in feasible if not any(
        o != t["objectives"] and all(a <= b for a, b in zip(o, t["objectives"])) for o in seen)]
    return problem["optimum"] - hypervolume(front, problem["reference"])


def sampler_of(name, seed, problem):
    import optuna
    constrained = {}
    if problem["constraints"] and name != "optuna cma-es":
        constrained = {"constraints_func": lambda trial: trial.user_attrs["constraints"]}
    if name == "optuna tpe":
        return optuna.samplers.TPESampler(seed=seed, **constrained)
    if name == "optuna tpe multivariate":
        return optuna.samplers.TPESampler(seed=seed, multivariate=True, **constrained)
    if name == "optuna cma-es":
        return optuna.samplers.CmaEsSampler(seed=seed, warn_independent_sampling=False)
    return optuna.samplers.NSGAIISampler(seed=seed, **constrained)


def suggest(trial, parameters):
    point = {}
    for name, p in parameters.items():
        if p["kind"] == "continuous":
            point[name] = trial.suggest_float(name, p["min"], p["max"])
        elif p["kind"] == "integer":
            point[name] = trial.suggest_int(name, int(p["min"]), int(p["max"]))
        else:
            point[name] = trial.suggest_categorical(name, list(range(int(p["max"]) + 1)))
    return point


def run_optuna(task):
    command, problem, name, seed, evaluations, initial = task
    import optuna
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    warnings.simplefilter("ignore")
    study = optuna.create_study(
        directions=["minimize"] * problem["objectives"], sampler=sampler_of(name, seed, problem))
    kinds = [p["kind"] for p in problem["parameters"].values()]
    for point in initial:
        study.enqueue_trial({
            key: value if kind == "continuous" else int(value)
            for key, value, kind in zip(problem["parameters"], point, kinds)})
    function, trials = Function(command, problem["name"], seed), []

    def objective(trial):
        answer = function(suggest(trial, problem["parameters"]))
        trial.set_user_attr("constraints", answer["constraints"])
        trials.append(answer)
        return answer["objectives"]

    start = time.time()
    study.optimize(objective, n_trials=evaluations)
    function.close()
    return name, seed, gap(problem, trials), (time.time() - start) / evaluations


def run_ours(command, name, method, evaluations, seeds, threads):
    result = subprocess.run(
        command + ["bench", "optimizer", "--problem", name, "--method", method, "--evaluations", str(evaluations),
                   "--seeds", str(seeds), "--threads", str(threads), "--json", "--trials"],
        check=True, capture_output=True, text=True)
    return json.loads(result.stdout)


def describe(command, name):
    text = subprocess.run(
        command + ["bench", "function", "--problem", name, "--describe"], check=True, capture_output=True, text=True)
    return {**json.loads(text.stdout), "name": name}


def quantiles(gaps):
    """First quartile, median, third quartile, linear between the order statistics."""
    ordered = sorted(gaps)

    def at(share):
        place = share * (len(ordered) - 1)
        below, part = int(place), place - int(place)
        return ordered[below] if part == 0 else (1 - part) * ordered[below] + part * ordered[below + 1]

    return [at(0.25), statistics.median(ordered), at(0.75)]


def compare(name, evaluations, options, pool):
    problem = describe(options.command, name)
    rows = {}
    for method in options.methods:
        if method == "cma-es" and problem["objectives"] > 1:
            continue
        ours = run_ours(options.command, name, method, evaluations, options.seeds, options.threads)
        gaps = [math.inf if run["gaps"][-1] is None else run["gaps"][-1] for run in ours["runs"]]
        rows[method] = {"gaps": gaps, "seconds_per_suggestion": ours["seconds_per_suggestion"]}
        if method == options.methods[0]:
            points = [run["points"] for run in ours["runs"]]
    count = max(3, min(2 * (len(problem["parameters"]) + 1), evaluations // 3))
    names = ["optuna tpe", "optuna tpe multivariate"]
    names.append("optuna cma-es" if problem["objectives"] == 1 else "optuna nsga-ii")
    if problem["objectives"] == 1:
        names.append("optuna nsga-ii")
    tasks = [(options.command, problem, n, seed, evaluations, points[seed - 1][:count])
             for n in names for seed in range(1, options.seeds + 1)]
    results = pool.map(run_optuna, tasks, chunksize=1)
    for n in names:
        mine = sorted((seed, g, s) for m, seed, g, s in results if m == n)
        rows[n] = {"gaps": [g for _, g, _ in mine], "seconds_per_suggestion": statistics.mean(s for _, _, s in mine)}
    best = rows[options.methods[0]]["gaps"]
    for row in rows.values():
        row["quartiles"] = quantiles(row["gaps"])
        row["ahead"] = sum(a < b for a, b in zip(best, row["gaps"]))
    return {"problem": name, "evaluations": evaluations, "initial": count, "seeds": options.seeds, "methods": rows}


def show(result):
    print(f"\n{result['problem']}, {result['evaluations']} evaluations, {result['initial']} of them the same for all, "
          f"{result['seeds']} seeds")
    print(f"  {'method':<26}{'median':>12}{'quartiles':>26}{'ahead':>9}{'s/suggestion':>14}")
    for name, row in result["methods"].items():
        low, middle, high = row["quartiles"]
        print(f"  {name:<26}{middle:>12.4g}{f'{low:.4g} .. {high:.4g}':>26}"
              f"{str(row['ahead']) + '/' + str(result['seeds']):>9}{row['seconds_per_suggestion']:>14.2g}", flush=True)


def finite(value):
    """JSON has no infinity: null stands for nothing feasible."""
    if isinstance(value, dict):
        return {k: finite(v) for k, v in value.items()}
    if isinstance(value, list):
        return [finite(v) for v in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--problems", nargs="+", metavar="NAME:EVALUATIONS", default=[
        "branin:30", "hartmann6:60", "hartmann6:100", "ackley5:100", "noisy-hartmann6:100", "branin-currin:80",
        "dtlz2:100", "c2-dtlz2:100"])
    parser.add_argument("--methods", nargs="+", default=["bayesian"], help="ours; the first is compared with all")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--json", metavar="FILE", help="write the results, all seeds among them")
    parser.add_argument("--command", nargs="+", default=CODESIGN, help="the program, where it is not ./codesign")
    options = parser.parse_args()
    try:
        import optuna  # noqa: F401
    except ImportError:
        sys.exit("compare.py: there is no Optuna (apt-get install python3-optuna)")
    results = []
    with multiprocessing.Pool(options.threads) as pool:
        for text in options.problems:
            name, _, evaluations = text.partition(":")
            if not evaluations.isdigit():
                sys.exit(f"compare.py: {text}: must be NAME:EVALUATIONS")
            results.append(compare(name, int(evaluations), options, pool))
            show(results[-1])
            if options.json:
                with open(options.json, "w", encoding="utf-8") as file:
                    json.dump(finite(results), file, indent=1)


if __name__ == "__main__":
    main()
