"""FHIR R4 records in (JSON). What a record does not say stays unknown."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass

from . import _vertebra
from ._vertebra import Mapping
from .diagnostic import Diagnostic
from .engine import Patient
from .rule_set import RuleSet

__all__ = ["Evidence", "Mapping", "ReadResult", "Skipped", "load_mapping", "read_record"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact that a record answered, and where it stands there."""

    fact: str
    resource: str  #: "Condition/123", or "entry[3]" where it has no id.
    element: str  #: "code", "birthDate"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in the record that was not used, and why."""

    resource: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadResult:
    evidence: tuple[Evidence, ...]  #: In vocabulary order, then record order.
    skipped: tuple[Skipped, ...]
    diagnostics: tuple[Diagnostic, ...]  #: Warnings.


def load_mapping(path: str | os.PathLike[str], rule_set: RuleSet) -> Mapping:
    """Reads the `fhir_mapping` documents of a rule folder: where each fact is looked for. Raises RuleSetError."""
    return _vertebra.load_mapping(os.fspath(path), rule_set)


def read_record(
    mapping: Mapping, json: str, patient: Patient, *, as_of: datetime.date | str, name: str = "record"
) -> ReadResult:
    """Reads a Bundle, a single resource, or one entry of a bundle into `patient`; at most 64 MiB and 64 levels deep.

    What is found replaces earlier answers; all else is left as it was. `name` stands in messages. Raises RecordError when
    the text is no record at all; the patient is then unchanged.
    """
    evidence, skipped, diagnostics = _vertebra.read_record(mapping, json, name, as_of, patient)
    return ReadResult(
        tuple(Evidence(*row) for row in evidence),
        tuple(Skipped(*row) for row in skipped),
        tuple(Diagnostic(*row) for row in diagnostics),
    )


Mapping.__doc__ = "Where each fact is looked for in a record. Immutable. Made by load_mapping."
