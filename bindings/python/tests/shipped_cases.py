"""The patients of the shipped cases, as a Python program would have them."""

import pathlib

import yaml

import vertebra

_BOOLEANS = {"yes": True, "true": True, "no": False, "false": False}


def _natural(kind: str, text: str):
    if kind == "boolean":
        return _BOOLEANS.get(text, text)
    if kind == "quantity" and text.isdecimal():
        return int(text)
    return text


def shipped_patients(folder: pathlib.Path) -> dict[str, dict]:
    """From the name of a case to its answers, over every case file of the rule folder."""
    kinds = {fact.id: fact.kind for fact in vertebra.facts(vertebra.load_rule_set(folder, "default"))}
    found = {}
    for path in sorted((folder / "cases").glob("*.yaml")):
        document = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        for name, case in document["cases"].items():
            based_on = document.get("patients", {}).get(case.get("based_on"), {})
            words = {**based_on, **case.get("given", {})}
            found[f"{path.stem}.{name}"] = {fact: _natural(kinds[fact], text) for fact, text in words.items()}
    return found
