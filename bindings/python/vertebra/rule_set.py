"""Rule sets: loading, checking, their facts, their graph."""

from __future__ import annotations

import datetime
import functools
import os
import pickle

from . import _vertebra
from ._vertebra import RuleSet, to_image
from ._row import _all, _Row
from .diagnostic import Diagnostic

__all__ = [
    "CodeBinding", "FactInfo", "GuideInfo", "RuleInfo", "RuleSet", "SourceInfo", "StrengthInfo", "TreatmentInfo",
    "check_rule_set", "facts", "guides", "load_image", "load_rule_set", "rules", "strengths", "to_image", "treatments",
]  # fmt: skip

_Path = str | os.PathLike[str]


class CodeBinding(_Row):
    """A code of a terminology that stands for a fact, or for one of its values."""

    system: str  #: snomed, loinc, rxnorm, icd10cm
    code: str
    mark: str  #: How well it was checked: V and C may be used; W and U are only listed.
    value: str  #: The choice, or yes or no, that the code stands for; empty where it does not say.


class FactInfo(_Row):
    """What the vocabulary says of one fact."""

    id: str
    ask: str
    kind: str  #: "boolean", "quantity" or "choice"
    unit: str  #: UCUM, of a quantity; a bare number is in it.
    range: tuple[float, float] | None  #: Of a quantity, both ends included.
    choices: tuple[str, ...]
    codes: tuple[CodeBinding, ...]


class TreatmentInfo(_Row):
    """What the catalogue says of one treatment or group."""

    id: str
    label: str
    part_of: str  #: The group; empty at the top.
    codes: tuple[CodeBinding, ...]


class SourceInfo(_Row):
    """One statement of a source, or an interpretation of one, and how well it was checked."""

    id: str
    mark: str  #: V, V2 or GK; empty where the guide does not say.
    interprets: str  #: The source that this one reads; empty for none.
    rules: tuple[str, ...]  #: What rests on it, also through a reading: "red_flags.persistent_pain".


class GuideInfo(_Row):
    """Where a guide comes from."""

    id: str
    version: str
    title: str
    attributes: tuple[tuple[str, str], ...]  #: Names and texts of the source attributes of 45 CFR 170.315(b)(11).
    sources: tuple[SourceInfo, ...]  #: As written.


class RuleInfo(_Row):
    """One rule that a profile asks."""

    kind: str  #: scope, red_flag, contraindication, indication, argument or notice
    guide: str
    id: str  #: Of a scope empty, of an indication its treatment, of an argument "heat.early".


class StrengthInfo(_Row):
    """A word by which the ranking guide says how strongly it means a treatment."""

    word: str
    points: int


def load_rule_set(path: _Path, profile: str, *, site: _Path = "", language: str = "") -> RuleSet:
    """Reads a folder of rules, checks all of it, and compiles what the profile uses.

    `profile` is the id of a profile, or of a guide, which then speaks alone. `site` is a file or folder that a site keeps
    apart from the rules: overlays, profiles and guides of its own. `language` is a tag that the vocabulary lists; empty
    means its first. Raises RuleSetError with every problem. Releases the GIL.
    """
    return _vertebra.load_rule_set(os.fspath(path), profile, os.fspath(site), language)


def load_image(image: bytes | _Path) -> RuleSet:
    """The rule set of what `to_image` or `vertebra compile` made, given as bytes or as the path of a file.

    It says of every patient what the rules say, but the rules themselves are not there: it answers no `why`, reads no FHIR
    records, its facts have no codes, and it has no graph, no `treatments` and no `guides`; what needs them raises an error
    that says so. Raises RuleSetError for bytes that are damaged, of another version or of anything else.
    """
    if isinstance(image, bytes):
        return _vertebra.load_image(image, "image")
    path = os.fspath(image)
    with open(path, "rb") as file:
        return _vertebra.load_image(file.read(), path)


def check_rule_set(
    path: _Path, *, site: _Path = "", as_of: datetime.date | str | None = None
) -> tuple[Diagnostic, ...]:
    """Every problem of every document of a folder, errors and warnings, in file order. Releases the GIL.

    `as_of` is the day on which guides must be valid; without it no guide counts as expired.
    """
    return tuple(Diagnostic(*row) for row in _vertebra.check_rule_set(os.fspath(path), os.fspath(site), as_of))


def facts(rule_set: RuleSet) -> tuple[FactInfo, ...]:
    """All facts of the vocabulary, in its order."""
    return tuple(FactInfo._of((*row[:6], _all(CodeBinding, row[6]))) for row in rule_set._facts())


def treatments(rule_set: RuleSet) -> tuple[TreatmentInfo, ...]:
    """The whole catalogue, in its order. Raises RuleSetError for a compiled rule set, which has none."""
    return tuple(TreatmentInfo._of((*row[:3], _all(CodeBinding, row[3]))) for row in rule_set._treatments())


def guides(rule_set: RuleSet) -> tuple[GuideInfo, ...]:
    """The guides that the profile uses: the one that ranks, the guards, those that are consulted.

    Raises RuleSetError for a compiled rule set, which has none.
    """
    return tuple(GuideInfo._of((*row[:4], _all(SourceInfo, row[4]))) for row in rule_set._guides())


def rules(rule_set: RuleSet) -> tuple[RuleInfo, ...]:
    """Every rule that the profile asks: scopes, red flags, contraindications, indications and arguments, notices."""
    return tuple(RuleInfo(*row) for row in rule_set._rules())


def strengths(rule_set: RuleSet) -> tuple[StrengthInfo, ...]:
    """The strength words of the guide that ranks, in written order."""
    return tuple(StrengthInfo(*row) for row in rule_set._strengths())


@functools.lru_cache(maxsize=16)
def _from_pickle(hash: str, image: bytes) -> RuleSet:
    """What a pickle of a rule set becomes: one in a process for all pickles of the same rules."""
    again = load_image(image)
    if again.hash != hash:
        raise pickle.UnpicklingError(f"the pickle is of the rules {hash} and holds {again.hash}: pickle them again")
    return again


def _reduce(self: RuleSet) -> tuple:
    return _from_pickle, (self.hash, to_image(self))


def _same(self: RuleSet, memo: dict | None = None) -> RuleSet:
    return self


def _repr(self: RuleSet) -> str:
    return f"<RuleSet {self.profile} {self.hash[:19]}…{' compiled' if self.is_compiled else ''}>"


RuleSet.diagnostics = property(  # type: ignore[method-assign, assignment]
    lambda self: tuple(Diagnostic(*row) for row in self._diagnostics), doc="The warnings that came with it."
)
RuleSet.__repr__ = _repr  # type: ignore[method-assign, assignment]
RuleSet.__reduce__ = _reduce  # type: ignore[method-assign, assignment]
RuleSet.__copy__ = RuleSet.__deepcopy__ = _same  # type: ignore[attr-defined]
RuleSet.__doc__ = """A rule set as one profile sees it: checked, compiled and immutable. Made by load_rule_set or load_image.

A pickle of it, or of an engine, holds its image and its hash: what comes out is compiled, as from load_image, and is made once
in a process."""
