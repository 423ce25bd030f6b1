"""Measures the Python package beside two rule engines, and prints the rows of the table in benchmarks/README.md.

usage: python measure.py RULES PLAN     PLAN is a plan.json of the profile `default`, from vertebra_peers_generate
Run by measure.sh. Every subject takes its turn in each round; what is printed is the median of the rounds, in CPU time.
"""

import pathlib
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import numpy
import peers
import pyarrow

import vertebra

AS_OF = "2026-01-31"
ROUNDS = 9
FEW = {"lbp_present": True, "pain_duration": 5, "fever": False, "leg_weakness": "none", "muscle_tightness": True}


def seconds(act: Callable[[], object], least: float = 0.2) -> float:
    """For one call, over as many as fill the time. The clock costs half a microsecond, so it is asked once for all of them."""
    calls = 1
    while True:
        start = time.process_time()
        for _ in range(calls):
            act()
        spent = time.process_time() - start
        if spent >= least:
            return spent / calls
        calls *= 2


def import_time() -> float:
    def run(code: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return run("import vertebra") - run("pass")


def checked(engine: vertebra.Engine, plan: peers.Plan, people: list[dict]) -> dict[str, Callable]:
    """The peers, once each has said of everybody what Vertebra says."""
    care = [engine.evaluate(each, as_of=AS_OF).care for each in people]
    expected = [None if each is None else each.least.rank for each in care]
    asked = {}
    for name, make in peers.PEERS.items():
        asked[name] = make(plan)
        said = [asked[name](each) for each in people]
        wrong = [row for row, pair in enumerate(zip(said, expected, strict=True)) if pair[0] != pair[1]]
        if wrong:
            sys.exit(f"{name} says another care level of {len(wrong)} of {len(people)} patients, first of {people[wrong[0]]}")
    print(f"{len(people)} patients, {len(set(expected))} care levels: all say the same", file=sys.stderr)
    return asked


def cohort(rows: int) -> dict[str, numpy.ndarray]:
    chance = numpy.random.default_rng(2026)
    return {
        "lbp_present": numpy.ones(rows, bool),
        "fever": chance.random(rows) < 0.03,
        "pain_duration": chance.exponential(40, rows).round(),
        "pain_severity": chance.integers(0, 11, rows).astype(float),
        "muscle_tightness": chance.random(rows) < 0.5,
    }


def main(rules: str, plan_file: str) -> None:
    engine = vertebra.Engine(vertebra.load_rule_set(rules, "default"))
    plan = peers.Plan(pathlib.Path(plan_file))
    people = plan.complete["answers"][:200]
    asked = checked(engine, plan, people)
    columns = cohort(1_000_000)
    table = pyarrow.table(columns)
    few, whole = vertebra.Patient(engine, FEW), [vertebra.Patient(engine, each) for each in people]
    ones = {"lbp_present": numpy.ones(20_000, bool)}
    parts = {"as_of": AS_OF, "outputs": ["care", "ranks"], "threads": 1}

    def each(people: list, ask: Callable) -> Callable[[], object]:
        return lambda: [ask(one) for one in people]

    def evaluate(one: object) -> object:
        return engine.evaluate(one, as_of=AS_OF)

    subjects: dict[str, tuple[Callable[[], float], float, str]] = {  # How, scale, unit
        "import vertebra": (import_time, 1e3, "ms"),
        "the same evaluator over the rows of a cohort: C++ alone": (
            lambda: seconds(lambda: engine.evaluate_cohort(ones, as_of=AS_OF, outputs=["certain"], threads=1)) / 20_000, 1e6, "µs"),
        "engine.evaluate, a prepared Patient, 5 answers": (lambda: seconds(lambda: evaluate(few)), 1e6, "µs"),
        "engine.evaluate, a dict of 5 answers": (lambda: seconds(lambda: evaluate(FEW)), 1e6, "µs"),
        "engine.evaluate, a prepared Patient, every answer": (lambda: seconds(each(whole, evaluate)) / len(whole), 1e6, "µs"),
        f"engine.evaluate, a dict of every answer ({len(people[0])})": (lambda: seconds(each(people, evaluate)) / len(people), 1e6, "µs"),
        **{f"{name}, the same dict, the care level alone": ((lambda ask: lambda: seconds(each(people, ask)) / len(people))(ask), 1e6, "µs")
           for name, ask in asked.items()},
        "evaluate_cohort, a dict of NumPy arrays, a row": (
            lambda: seconds(lambda: engine.evaluate_cohort(columns, **parts)) / 1_000_000, 1e9, "ns"),
        "evaluate_cohort, an Arrow table, a row": (
            lambda: seconds(lambda: engine.evaluate_cohort(table, **parts)) / 1_000_000, 1e9, "ns"),
    }  # fmt: skip
    figures: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(ROUNDS):
        for name, (measure, _, _) in subjects.items():
            figures[name].append(measure())
    print("| | median | least and most |\n|---|---|---|")
    for name, (_, scale, unit) in subjects.items():
        least, median, most = (f"{scale * each:.3g}" for each in (min(figures[name]), statistics.median(figures[name]), max(figures[name])))
        print(f"| {name} | {median} {unit} | {least}, {most} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
