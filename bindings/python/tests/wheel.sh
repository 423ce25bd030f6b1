#!/bin/sh
# usage: wheel.sh PYTHON SOURCE FOLDER
# Makes a source package, from it a wheel, and uses the wheel in a new virtual environment that sees no compiler.
set -eu
python=$1
source=$2
folder=$3
rm -rf "$folder"
mkdir -p "$folder/sdist" "$folder/wheel"

"$python" -m venv "$folder/build"
"$folder/build/bin/pip" install --quiet --disable-pip-version-check build
"$folder/build/bin/python" -m build --sdist --outdir "$folder/sdist" "$source"
"$folder/build/bin/pip" wheel --quiet --disable-pip-version-check --no-deps --wheel-dir "$folder/wheel" "$folder"/sdist/*.tar.gz

"$python" -m venv "$folder/clean"
"$folder/clean/bin/pip" install --quiet --disable-pip-version-check --no-index "$folder"/wheel/*.whl
cd "$folder"
env -i PATH=/nonexistent "$folder/clean/bin/python" - "$source" <<'END'
import pathlib
import shutil
import sys

import vertebra

assert not shutil.which("c++") and not shutil.which("cmake")
source = pathlib.Path(sys.argv[1])
assert pathlib.Path(sys.prefix) in pathlib.Path(vertebra.__file__).parents  # Not the clone.
engine = vertebra.Engine(vertebra.load_rule_set(source / "rules/low_back_pain", "default"))
patient = vertebra.Patient(engine)
vertebra.read_patient(patient, (source / "examples/data/acute_tight_muscles.yaml").read_text(), "patient.yaml")
golden = (source / "tests/golden/text/acute_tight_muscles.txt").read_text()
assert engine.evaluate(patient, as_of="2026-01-31").to_text() == golden
print("the wheel says what the golden file says, with Python", sys.version.split()[0])
END
