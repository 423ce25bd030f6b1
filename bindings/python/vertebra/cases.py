"""Runs the cases of a rule set, and says what was covered by them."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from typing import Any

from . import _vertebra
from ._row import _all, _Row
from .diagnostic import Diagnostic
from .engine import Patient
from .outcome import Outcome

__all__ = ["CaseCoverage", "CaseDifference", "CaseResult", "CaseRun", "RuleCoverage", "run_cases", "to_case"]


class CaseDifference(_Row):
    """One part of an outcome that is not as expected; both lists in the words of a case file."""

    key: str
    line: int
    missing: tuple[str, ...]  #: Expected, and not so.
    unexpected: tuple[str, ...]  #: So, and not expected.


class CaseResult(_Row):
    file: str
    line: int
    id: str
    profile: str
    differences: tuple[CaseDifference, ...]

    @property
    def passed(self) -> bool:
        return not self.differences


class RuleCoverage(_Row):
    """How often the condition of one rule was yes, no and unknown, over all cases in which its guide had a say."""

    kind: str  #: condition, red_flag, contraindication, argument, notice, indication or scope
    guide: str  #: Empty for a shared condition.
    id: str  #: Of an argument "heat.early"; of a scope empty.
    file: str
    line: int
    last_line: int
    yes: int
    no: int
    unknown: int

    @property
    def covered(self) -> int:
        """Outcomes that were seen, of three."""
        return (self.yes > 0) + (self.no > 0) + (self.unknown > 0)


class CaseCoverage(_Row):
    rules: tuple[RuleCoverage, ...]  #: By file and line.
    covered: int  #: Outcomes that were seen.
    outcomes: int  #: Outcomes that there are.
    basis_points: int  #: Hundredths of a percent, never rounded up.


class CaseRun(_Row):
    results: tuple[CaseResult, ...]  #: By file and line.
    coverage: CaseCoverage
    diagnostics: tuple[Diagnostic, ...]  #: Warnings.
    _text: str
    _json: str
    _junit: str
    _html: str

    @property
    def failed(self) -> int:
        return sum(not each.passed for each in self.results)

    def to_text(self) -> str:
        """What failed, with both sides; then counts, coverage, and the rules that lack an outcome."""
        return self._text

    def to_json(self) -> str:
        return self._json

    def to_junit(self) -> str:
        """JUnit XML, which continuous integration reads."""
        return self._junit

    def coverage_html(self) -> str:
        """One page that needs nothing else: the rule files, with what was covered, in part or not at all."""
        return self._html

    def __repr__(self) -> str:
        covered = self.coverage
        return (
            f"<CaseRun: {len(self.results)} cases, {self.failed} failed;"
            f" {covered.covered} of {covered.outcomes} outcomes covered>"
        )


def run_cases(
    path: str | os.PathLike[str],
    *,
    as_of: datetime.date | str,
    profile: str = "",
    site: str | os.PathLike[str] = "",
    files: Mapping[str, str] | None = None,
) -> CaseRun:
    """Loads a folder of rules and runs its cases; or those of `files`, from file name to text, when they are given.

    `profile` keeps only the cases of that profile. With a `site`, as for load_rule_set, its own cases are run instead. Raises RuleSetError. Releases the GIL.
    """
    run = _vertebra.run_cases(os.fspath(path), as_of, profile, os.fspath(site), list((files or {}).items()))
    results = tuple(
        CaseResult._of((*row[:4], _all(CaseDifference, row[4]))) for row in run.results()
    )
    rules = tuple(RuleCoverage(*row) for row in run.rules())
    coverage = CaseCoverage(rules, run.covered(), run.outcomes(), run.basis_points())
    diagnostics = tuple(Diagnostic(*row) for row in run.diagnostics())
    return CaseRun(
        results, coverage, diagnostics, run.to_text(), run.to_json(), run.to_junit(), run.coverage_html()
    )


def to_case(patient: Patient, outcome: Outcome, name: str) -> str:
    """A case file with this one evaluation, for a person to review: it says what the rules said, not what is right."""
    live: Any = outcome._live
    if live is None:
        raise ValueError("an outcome that was pickled cannot become a case: evaluate the patient again")
    return _vertebra.to_case(patient, live, name)
