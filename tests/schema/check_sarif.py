#!/usr/bin/env python3
"""Holds `vertebra check --format sarif` to the published schema, over every folder of rules with mistakes that the tests keep.

usage: check_sarif.py SOURCE_DIR PROGRAM
"""

import copy
import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError as missing:
    sys.exit(f"check_sarif: {missing.name} is missing: install python3-jsonschema")

source = pathlib.Path(sys.argv[1])
program = sys.argv[2]
schema = json.loads((source / "tests/golden/sarif/sarif-2.1.0-rtm.4.json").read_text(encoding="utf-8"))
jsonschema.Draft4Validator.check_schema(schema)
validator = jsonschema.Draft4Validator(schema)
problems = []


def check(folder, form):
    words = [program, "check", "--rules", str(folder), "--as-of", "2026-01-31", "--format", form]
    return json.loads(subprocess.run(words, capture_output=True, check=False).stdout)


def places(log):
    for result in log["runs"][0]["results"]:
        yield result["ruleId"], result["level"], result["partialFingerprints"]["vertebraProblem/v1"]


folders = sorted(path for path in (source / "tests/golden/diagnostics").iterdir() if path.is_dir())
folders += [source / "rules/low_back_pain", source / "tests/cli/data/broken"]
seen = 0
for folder in folders:
    log = check(folder, "sarif")
    problems += [f"{folder.name}: {'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(log)]
    # Beyond the schema: the same problems as in the JSON form, and indices that lead to the right rule.
    expected = [(each["code"], each["severity"], each["fingerprint"]) for each in check(folder, "json")["diagnostics"]]
    if list(places(log)) != expected:
        problems.append(f"{folder.name}: the log does not hold what the JSON form holds")
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for result in log["runs"][0]["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            problems.append(f"{folder.name}: an index leads to another rule")
        seen += 1
if seen < 50:
    problems.append(f"only {seen} problems in all: the folders of mistakes were not read")

# The schema must be able to refuse: a log with each of these mistakes does not pass.
log = check(source / "tests/cli/data/broken", "sarif")
for name, spoil in {
    "version": lambda it: it.update(version="2.0.0"),
    "level": lambda it: it["runs"][0]["results"][0].update(level="fatal"),
    "line": lambda it: it["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
    "message": lambda it: it["runs"][0]["results"][0].pop("message"),
}.items():
    spoilt = copy.deepcopy(log)
    spoil(spoilt)
    if validator.is_valid(spoilt):
        problems.append(f"a log with a wrong {name} passes")

for problem in problems:
    print(problem, file=sys.stderr)
sys.exit(1 if problems else 0)
