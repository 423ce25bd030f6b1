"""What an editor and a newcomer see of the package."""

import ast
import collections
import inspect
import os
import pathlib
import subprocess
import sys

import vertebra
from conftest import RULES, SOURCE
from vertebra import _vertebra


def stubbed():
    tree = ast.parse(pathlib.Path(vertebra.__file__).with_name("_vertebra.pyi").read_text(encoding="utf-8"))
    names = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            names[node.name] = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
        elif isinstance(node, ast.FunctionDef):
            names[node.name] = None
    return names


def test_the_stubs_name_what_is_there():
    real = {}
    for name, thing in vars(_vertebra).items():
        if inspect.isclass(thing):
            plain = {each for each in vars(thing) if not each.startswith("__")}
            real[name] = plain - {"_pybind11_conduit_v1_"}
        elif not name.startswith("__"):
            real[name] = None
    stubs = {name: members and {each for each in members if not each.startswith("__")} for name, members in stubbed().items()}
    stubs["View"] = set()
    assert stubs == real


def test_the_package_is_typed():
    assert pathlib.Path(vertebra.__file__).with_name("py.typed").exists()


def test_every_public_name_is_there_and_says_what_it_is():
    for name in vertebra.__all__:
        assert inspect.getdoc(getattr(vertebra, name)), name
    assert len(set(vertebra.__all__)) == len(vertebra.__all__)


def test_the_package_needs_no_other():
    code = (
        "import sys\n"
        "class Refuse:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('numpy', 'pandas', 'polars', 'pyarrow', 'matplotlib'):\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Refuse())\n"
        "import vertebra\n"
        "assert not {'numpy', 'pandas', 'polars', 'pyarrow'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def example(name):
    file = SOURCE / "bindings/python/examples" / name
    quiet = {**os.environ, "MPLBACKEND": "Agg"}
    return subprocess.run([sys.executable, file, RULES], capture_output=True, encoding="utf-8", check=True, env=quiet)


def test_the_example_in_duckdb_says_the_same_whole_and_in_batches():
    said = example("duckdb_cohort.py").stdout.splitlines()
    whole = collections.Counter()
    for level, _, patients in (line.split() for line in said if ":" not in line):
        whole[level] += int(patients)
    batches = {line.split(":")[0]: int(line.split()[1]) for line in said if ":" in line}
    assert whole == batches and sum(batches.values()) == 20_000 and len(batches) > 1


def test_the_worked_example_runs():
    said = example("cohort_study.py")
    assert "<Sweep of 200 vectors" in said.stdout and "red_flag" in said.stdout
    assert "<CohortResult: 2000 patients" in said.stdout and "the guards change something for" in said.stdout
    assert "OFFERED" in said.stdout or "CARE" in said.stdout
