"""Measures a cohort from Python beside the same columns in C++, and prints the rows of the table in benchmarks/README.md.

usage: python cohort.py RULES PROGRAM FOLDER ROWS     PROGRAM is vertebra_cohort_columns, FOLDER takes the columns
Run by measure.sh. Each run is a process of its own, on one thread; C++ and Python take turns, and both must say the same.
"""

import pathlib
import statistics
import subprocess
import sys
import time

import numpy
import pyarrow

import vertebra

AS_OF = "2026-01-31"
ROUNDS = 5
MIB = 2**20
DOORS = {"arrow": ("an Arrow table", "bits", 90), "numpy": ("a dict of NumPy arrays", "bytes", 75)}


def write_columns(folder: pathlib.Path, rows: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    chance = numpy.random.default_rng(2026)
    for name, share in (("lbp_present", 1.1), ("fever", 0.03), ("muscle_tightness", 0.5)):
        yes = chance.random(rows) < share
        yes.tofile(folder / f"{name}.bytes")
        numpy.packbits(yes, bitorder="little").tofile(folder / f"{name}.bits")
    chance.exponential(40, rows).round().tofile(folder / "pain_duration.numbers")
    chance.integers(0, 11, rows).astype(float).tofile(folder / "pain_severity.numbers")


def read_columns(folder: pathlib.Path, rows: int, door: str) -> object:
    numbers = {file.stem: numpy.fromfile(file, numpy.float64) for file in sorted(folder.glob("*.numbers"))}
    if door == "numpy":
        return numbers | {file.stem: numpy.fromfile(file, bool) for file in sorted(folder.glob("*.bytes"))}
    bits = {file.stem: pyarrow.py_buffer(numpy.fromfile(file, numpy.uint8)) for file in sorted(folder.glob("*.bits"))}
    booleans = {name: pyarrow.Array.from_buffers(pyarrow.bool_(), rows, [None, each]) for name, each in bits.items()}
    return pyarrow.table({name: pyarrow.array(each) for name, each in numbers.items()} | booleans)


def memory(what: str) -> int:
    """Of this process in bytes, as Linux says it: VmRSS, or VmHWM for the most that there was."""
    lines = pathlib.Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(what + ":"))


def run_door(rules: str, folder: pathlib.Path, rows: int, door: str) -> None:
    """Prints CPU seconds and sums as the C++ program does, then the memory beside inputs and outputs in MiB."""
    engine = vertebra.Engine(vertebra.load_rule_set(rules, "default"))
    data = read_columns(folder, rows, door)
    pathlib.Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # VmHWM starts from here.
    before, start = memory("VmRSS"), time.process_time()
    result = engine.evaluate_cohort(data, as_of=AS_OF, outputs=["care", "ranks"], threads=1)
    taken = pyarrow.table(result) if door == "arrow" else {name: result[name] for name in result}
    spent = time.process_time() - start
    beside = memory("VmHWM") - before - sum(result[name].nbytes for name in result)
    del taken
    care = [int(result[name].sum(dtype=numpy.int64)) for name in ("care.least", "care.most")]
    ranked = [result[name] for name in result if name.endswith(".rank")]
    ranks = sum(place * int(cells.sum(where=cells > 0, dtype=numpy.int64)) for place, cells in enumerate(ranked, start=1))
    print(spent, *care, ranks, beside / MIB)


def said(*command: object) -> list[float]:
    words = subprocess.run([str(each) for each in command], check=True, capture_output=True, encoding="utf-8").stdout.split()
    return [float(word) for word in words]


def main(rules: str, program: str, folder: pathlib.Path, rows: int) -> None:
    write_columns(folder, rows)
    figures: dict[str, list[tuple[float, float, float]]] = {door: [] for door in DOORS}
    for _ in range(ROUNDS):
        for door, (_, shape, _) in DOORS.items():
            there = said(program, rules, folder, rows, shape)
            here = said(sys.executable, __file__, rules, folder, rows, door)
            if here[1:4] != there[1:4]:
                sys.exit(f"{door}: the sums over the answers are {here[1:4]}, and of C++ {there[1:4]}")
            figures[door].append((here[0], there[0], here[4]))
    print(f"| {rows:,} rows, care and ranks, one thread | from Python | C++ | C++ ÷ Python, least and most | goal | memory beside inputs and outputs |")
    print("|---|---|---|---|---|---|")
    for door, (name, shape, goal) in DOORS.items():
        python, cpp = (statistics.median(each[place] for each in figures[door]) / rows * 1e9 for place in (0, 1))
        ratios = sorted(each[1] / each[0] for each in figures[door])
        share = f"{statistics.median(ratios):.0%} ({ratios[0]:.0%}, {ratios[-1]:.0%})"
        most = max(each[2] for each in figures[door])
        print(f"| {name} (C++: {shape}) | {python:.1f} ns a row | {cpp:.1f} ns a row | {share} | {goal} % | {most:.0f} MiB |")


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[4] in DOORS:
        run_door(sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    else:
        main(sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), int(sys.argv[4]))
