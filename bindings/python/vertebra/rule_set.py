"""Rule sets: loading, checking, their facts, their graph."""

from __future__ import annotations

import os
from dataclasses import dataclass

from . import _vertebra
from ._vertebra import RuleSet
from .diagnostic import Diagnostic

__all__ = ["CodeBinding", "FactInfo", "RuleSet", "check_rule_set", "facts", "load_rule_set"]

_Path = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class CodeBinding:
    """A code of a terminology that stands for a fact, or for one of its values."""

    system: str  #: snomed, loinc, rxnorm, icd10cm
    code: str
    mark: str  #: How well it was checked: V and C may be used; W and U are only listed.
    value: str  #: The choice, or yes or no, that the code stands for; empty where it does not say.


@dataclass(frozen=True, slots=True)
class FactInfo:
    """What the vocabulary says of one fact."""

    id: str
    ask: str
    kind: str  #: "boolean", "quantity" or "choice"
    unit: str  #: UCUM, of a quantity; a bare number is in it.
    range: tuple[float, float] | None  #: Of a quantity, both ends included.
    choices: tuple[str, ...]
    codes: tuple[CodeBinding, ...]


def load_rule_set(path: _Path, profile: str, *, site: _Path = "", language: str = "") -> RuleSet:
    """Reads a folder of rules, checks all of it, and compiles what the profile uses.

    `profile` is the id of a profile, or of a guide, which then speaks alone. `site` is a file or folder that a site keeps
    apart from the rules: overlays, profiles and guides of its own. `language` is a tag that the vocabulary lists; empty
    means its first. Raises RuleSetError with every problem. Releases the GIL.
    """
    return _vertebra.load_rule_set(os.fspath(path), profile, os.fspath(site), language)


def check_rule_set(path: _Path, *, site: _Path = "") -> tuple[Diagnostic, ...]:
    """Every problem of every document of a folder, errors and warnings, in file order. Releases the GIL."""
    return tuple(Diagnostic(*row) for row in _vertebra.check_rule_set(os.fspath(path), os.fspath(site)))


def facts(rule_set: RuleSet) -> tuple[FactInfo, ...]:
    """All facts of the vocabulary, in its order."""
    return tuple(FactInfo(*row[:6], tuple(CodeBinding(*code) for code in row[6])) for row in rule_set._facts())


def _repr(self: RuleSet) -> str:
    return f"<RuleSet {self.profile} {self.hash[:19]}…>"


RuleSet.diagnostics = property(  # type: ignore[attr-defined]
    lambda self: tuple(Diagnostic(*row) for row in self._diagnostics), doc="The warnings that came with it."
)
RuleSet.__repr__ = _repr  # type: ignore[method-assign]
RuleSet.__doc__ = "A rule set as one profile sees it: checked, compiled and immutable. Made by load_rule_set."
