"""Engines and patients."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from . import _vertebra
from ._vertebra import Patient
from .diagnostic import Diagnostic
from .outcome import Outcome
from .rule_set import RuleSet

__all__ = ["Engine", "Patient", "read_patient"]


class Engine(_vertebra.Engine):
    """A rule set ready to run. Immutable, and safe to share among threads: each call borrows an evaluator of its own."""

    __slots__ = ("_rule_set",)

    def __init__(self, rule_set: RuleSet) -> None:
        super().__init__(rule_set)
        self._rule_set = rule_set

    @property
    def rule_set(self) -> RuleSet:
        return self._rule_set

    def evaluate(self, patient: Patient | Mapping[str, Any], *, as_of: datetime.date | str) -> Outcome:
        """What the rules say of one patient, on that day.

        `patient` maps the ids of facts to answers; what is not in it, None, NaN and pandas.NA are unknown. A boolean takes
        a bool or "yes" and "no"; a quantity a number in the fact's unit, "6 wk", or a pair of either for a range; a choice
        one of its words, or a list or set of those still possible. A Patient prepared once saves the conversion. Raises
        PatientError with everything that does not fit.
        """
        return Outcome(self._evaluate(patient, as_of))

    def __repr__(self) -> str:
        return f"<Engine of {self._rule_set!r}>"


def read_patient(patient: Patient, text: str, name: str) -> tuple[Diagnostic, ...]:
    """Reads a patient file into `patient`; `name` stands in messages, and its ending (.json) chooses the format.

    Returns the warnings. Raises PatientError, and then leaves the patient as it was.
    """
    return tuple(Diagnostic(*row) for row in patient._read(text, name))


Patient.__doc__ = """What is known of one patient: Patient(engine, answers). Every fact starts as unknown.

set(fact, answer), update(answers), clear() and copy(); answers as for Engine.evaluate. Belongs to one thread at a time."""
