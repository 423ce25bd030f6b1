#!/usr/bin/env python3
"""Holds the JSON Schemas of rules/schema to the files that ship, to those that the tests load or refuse, and to outcomes.

usage: check_schemas.py SOURCE_DIR PROGRAM
"""

import copy
import json
import pathlib
import re
import subprocess
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    sys.exit(f"check_schemas: {missing.name} is missing: install python3-jsonschema and python3-yaml")

source = pathlib.Path(sys.argv[1])
program = sys.argv[2]
kinds = ("vocabulary", "guide", "profile", "overlay", "cases", "fhir_mapping")
structural = {"V0201", "V0202", "V0203"}  # Unknown key, missing key, wrong type.
problems = []


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only true, false, null and numbers are not text."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|", "~n"),
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)", "-+.0123456789"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), list(first) + [""] * (tag == "null"))
# Python's own reader takes 010 as octal; what matters here is only that it is a number.
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 10))


def schema(kind):
    text = (source / "rules/schema" / f"{kind}.schema.json").read_text(encoding="utf-8")
    loaded = json.loads(text)
    jsonschema.Draft7Validator.check_schema(loaded)
    return jsonschema.Draft7Validator(loaded)


schemas = {path.name.removesuffix(".schema.json"): schema(path.name.removesuffix(".schema.json"))
           for path in sorted((source / "rules/schema").glob("*.schema.json"))}


def kind_of(document):
    first = next(iter(document), None) if isinstance(document, dict) else None
    return first if first in kinds else None


def errors(kind, document):
    return [f"{'/'.join(map(str, each.absolute_path))}: {each.message[:200]}" for each in schemas[kind].iter_errors(document)]


def expect(good, where, what):
    if not good:
        problems.append(f"{where}: {what}")


def read(text):
    try:
        return yaml.load(text, CoreLoader)
    except (yaml.YAMLError, ValueError):
        return None


def expect_fits(where, text, kind=None):
    document = read(text) if kind not in ("outcome", "why") else json.loads(text)
    kind = kind or kind_of(document)
    expect(kind in schemas, where, f"no schema for a file that begins so ({kind})")
    if kind in schemas:
        found = errors(kind, document)
        expect(not found, where, "; ".join(found))


def check_shipped():
    """Every shipped file names its schema in the first line, for editors, and fits it."""
    files = sorted((source / "rules").rglob("*.yaml"))
    expect(len(files) > 20, "rules", "hardly any files were found")
    for path in files:
        text = path.read_text(encoding="utf-8")
        expect_fits(path, text)
        line = text.split("\n", 1)[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
        expect(named, path, "the first line names no schema")
        if named:
            target = (path.parent / named[1]).resolve()
            expected = (source / "rules/schema" / f"{kind_of(read(text))}.schema.json").resolve()
            expect(target == expected, path, f"the first line names {target}, not {expected}")


def check_golden():
    for folder in ("tests/golden/example_rules", "tests/cli/data/rules"):
        for path in sorted((source / folder).glob("*.yaml")):
            expect_fits(path, path.read_text(encoding="utf-8"))
    for path in [*(source / "examples/overlay").glob("*.yaml"), *(source / "tests/conformance/two_languages").glob("*.yaml")]:
        expect_fits(path, path.read_text(encoding="utf-8"))
    for path in [*(source / "examples/data").glob("*.yaml"), source / "tests/cli/data/well.yaml"]:
        expect_fits(path, path.read_text(encoding="utf-8"), "patient")


def check_refused(where, text, code):
    document = read(text)
    kind = kind_of(document)
    if kind in schemas:
        expect(errors(kind, document), where, f"is refused with {code}, and the schema accepts it")
        return 1
    return 0


def check_broken_golden():
    """Where structure is what is wrong, the schema says so too."""
    count = 0
    for expected in sorted((source / "tests/golden/diagnostics").glob("*/expected.txt")):
        found = re.findall(r"^(\S+?\.yaml):\d+:\d+: error\[(V\d+)", expected.read_text(encoding="utf-8"), re.M)
        for name, code in sorted(set(found)):
            if code in structural and expected.parent.name != "language":  # A schema does not know the languages listed.
                path = expected.parent / name
                count += check_refused(path, path.read_text(encoding="utf-8"), code)
    expect(count >= 5, "tests/golden/diagnostics", f"only {count} files with a wrong structure")


def conformance_cases():
    """The files of each case and the lines that refuse them; tests/conformance/README.md describes the form."""
    for path in sorted((source / "tests/conformance/statements").glob("*.txt")):
        head, *parts = re.split(r"^===", path.read_text(encoding="utf-8"), flags=re.M)
        shared = files_of(head)
        for part in parts:
            before_patients = re.split(r"^--- patient", part, flags=re.M)[0]
            refused = re.findall(r"^--- refused\n((?:\S.*\n)*)", before_patients, re.M)
            where = f"{path.name}: {part.splitlines()[0].strip()}"
            yield where, {**shared, **files_of(part)}, refused[0].split("\n") if refused else []


def files_of(text):
    return dict(re.findall(r"^--- (?:changed )?(\S+\.yaml)\n(.*?)(?=^--- |\Z)", text, re.M | re.S))


def check_conformance():
    loaded = refused = 0
    for where, files, lines in conformance_cases():
        if not lines:
            loaded += 1
            for name, text in files.items():
                expect_fits(f"{where} ({name})", text)
        for name, code in re.findall(r"^(\S+?):\d+:\d+ (V\d+)", "\n".join(lines), re.M):
            if code in structural and "`languages" not in where:
                refused += check_refused(f"{where} ({name})", files[name], code)
    expect(loaded > 50 and refused > 3, "tests/conformance", f"only {loaded} cases that load and {refused} refused")


def outcome(profile, patient):
    return subprocess.run([program, "evaluate", "--rules", source / "rules/low_back_pain", "--profile", profile, "--patient",
                           patient, "--as-of", "2026-01-31", "--format", "json"], check=True, capture_output=True,
                          text=True).stdout


def check_outcomes():
    last = None
    for patient in sorted((source / "examples/data").glob("*.yaml")):
        for profile in ("default", "spine_pro", "red_flag_tiers", "treatment_safety"):
            last = outcome(profile, patient)
            expect_fits(f"outcome of {patient.name} for {profile}", last, "outcome")
    check_strictness(json.loads(outcome("default", source / "examples/data/acute_tight_muscles.yaml")))


def why(patient, question):
    return subprocess.run([program, "why", "--rules", source / "rules/low_back_pain", "--patient", patient, "--as-of", "2026-01-31",
                           "--format", "json", question], check=True, capture_output=True, text=True).stdout


def check_answers():
    """Every kind of question about every example patient."""
    questions = ("care", "care:emergency", "red_flag:persistent_pain", "treatment:ibuprofen", "rank:heat,massage_therapy")
    for patient in sorted((source / "examples/data").glob("*.yaml")):
        for question in questions:
            expect_fits(f"{question} of {patient.name}", why(patient, question), "why")
    good = json.loads(why(source / "examples/data/acute_tight_muscles.yaml", "care:emergency"))
    for change in (lambda o: o.update(more=1), lambda o: o.pop("truth"), lambda o: o["why"].update(more=1),
                   lambda o: o["why"]["because"][0].pop("kind"), lambda o: o["why"]["because"][0].update(because=[])):
        bad = copy.deepcopy(good)
        change(bad)
        expect(errors("why", bad), "why.schema.json", "accepts an answer that was spoilt")


def asked(command, *words):
    return json.loads(subprocess.run([program, command, "--rules", source / "rules/low_back_pain", "--as-of", "2026-01-31",
                                      "--format", "json", *words], check=True, capture_output=True, text=True).stdout)


def check_what_if():
    """The smaller forms: what other answers would change."""
    other = ("--set", "fever=no", "--set", "body_temperature=39", "--set", "leg_pain=both_legs", "--set", "peptic_ulcer_or_gi_bleed=yes")
    for patient in sorted((source / "examples/data").glob("*.yaml")):
        documents = [("what_if", asked("what-if", "--patient", patient, *other))]
        documents += [("counterfactuals", asked("counterfactuals", "--patient", patient, "--change", change))
                      for change in ("care", "first", "offered:ibuprofen")]
        for kind, document in documents:
            found = errors(kind, document)
            expect(not found, f"{kind} of {patient.name}", "; ".join(found))
        for kind, document in documents:
            expect(errors(kind, {**document, "more": 1}), kind, "accepts a key too many")


def check_strictness(good):
    """A key too many or too few anywhere must not pass."""
    for change in (lambda o: o.update(more=1), lambda o: o.pop("as_of"), lambda o: o["rule_set"].update(more=1),
                   lambda o: o["treatments"][0].update(more=1), lambda o: o["treatments"][0].pop("verdict"),
                   lambda o: o["treatments"][0].update(verdict="perhaps"), lambda o: o.update(red_flags=[])):
        bad = copy.deepcopy(good)
        change(bad)
        expect(errors("outcome", bad), "outcome.schema.json", "accepts an outcome that was spoilt")


for check in (check_shipped, check_golden, check_broken_golden, check_conformance, check_outcomes, check_answers, check_what_if):
    check()
print("\n".join(problems) or f"{len(schemas)} schemas hold")
sys.exit(1 if problems else 0)
