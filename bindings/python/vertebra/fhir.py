"""FHIR R4 records in (JSON). What a record does not say stays unknown."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence

from . import _vertebra
from ._vertebra import Mapping
from ._row import _Row
from .diagnostic import Diagnostic
from .engine import Patient
from .rule_set import RuleSet

__all__ = ["Evidence", "Mapping", "ReadResult", "Skipped", "UnknownFact", "load_mapping", "read_record"]


class Evidence(_Row):
    """One fact that a record answered, and where it stands there."""

    fact: str
    resource: str  #: "Condition/123", or "entry[3]" where it has no id.
    element: str  #: "code", "birthDate"
    date: str  #: The day, month or year that it is from; empty where the record does not say.


class UnknownFact(_Row):
    """A fact that the record does not answer, and why."""

    fact: str
    cause: str  #: "not_found", "too_old", "wrong_unit" and so on.
    resource: str  #: What stood in the way; empty where nothing was found.
    reason: str


class Skipped(_Row):
    """Something in the record that was not used, and why."""

    resource: str  #: Or a kind of resource, for those that are only counted.
    fact: str  #: Empty where it would have said nothing of a single fact.
    cause: str
    reason: str
    count: int  #: How many, for those that are only counted.


class ReadResult(_Row):
    evidence: tuple[Evidence, ...]  #: In vocabulary order, then record order.
    unknown: tuple[UnknownFact, ...]  #: In vocabulary order.
    skipped: tuple[Skipped, ...]
    diagnostics: tuple[Diagnostic, ...]  #: Warnings.
    json: str  #: All of this for programs, with the answers.
    patient_file: str  #: The answers in YAML with their evidence, to be edited and read again.


def load_mapping(path: str | os.PathLike[str], rule_set: RuleSet) -> Mapping:
    """Reads the `fhir_mapping` documents of a rule folder: where each fact is looked for. Raises RuleSetError."""
    return _vertebra.load_mapping(os.fspath(path), rule_set)


def read_record(
    mapping: Mapping,
    json: str,
    patient: Patient,
    *,
    as_of: datetime.date | str,
    name: str = "record",
    strict: bool = False,
    patient_id: str = "",
    complete: Sequence[str] = (),
) -> ReadResult:
    """Reads a Bundle, a single resource, one entry of a bundle, or NDJSON into `patient`.

    What is found replaces earlier answers; all else is left as it was. `name` stands in messages. `strict` refuses a record
    that is not as FHIR R4 has it. `patient_id` says who is meant in a record about several patients. `complete` names the
    lists ("medication", "condition", "allergy", "procedure") of which the record holds all there is. Raises RecordError when
    the record is refused; the patient is then unchanged.
    """
    evidence, unknown, skipped, diagnostics, report, patient_file = _vertebra.read_record(
        mapping, json, name, as_of, patient, strict, patient_id, list(complete)
    )
    return ReadResult(
        tuple(Evidence(*row) for row in evidence),
        tuple(UnknownFact(*row) for row in unknown),
        tuple(Skipped(*row) for row in skipped),
        tuple(Diagnostic(*row) for row in diagnostics),
        report,
        patient_file,
    )


Mapping.__doc__ = "Where each fact is looked for in a record. Immutable. Made by load_mapping."
