"""Engines and patients."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from . import _vertebra, cohort
from ._vertebra import Patient
from .cohort import CohortResult
from .diagnostic import Diagnostic
from .interview import Question
from .advice import _all
from .outcome import Outcome
from .rule_set import RuleSet
from .what_if import Counterfactuals, Difference
from .why import Why

__all__ = ["Engine", "Patient", "read_patient"]


class Engine(_vertebra.Engine):
    """A rule set ready to run. Immutable, and safe to share among threads: each call borrows an evaluator of its own.

    A pickle of it holds its rules as an image, so what comes out is compiled: see load_image. It is made once in a process.
    """

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

    def ask_next(
        self, patient: Patient | Mapping[str, Any], *, as_of: datetime.date | str, until: str = "everything"
    ) -> tuple[Question, ...]:
        """What to ask next, the most telling first; empty when all of `until` is certain, which is a proof.

        `until` is "care", "verdicts", "rank" (the order of the offered treatments) or "everything".
        """
        return _all(Question, _vertebra.ask_next(self, patient, as_of, until))

    def why(self, patient: Patient | Mapping[str, Any], question: str, *, as_of: datetime.date | str) -> Why:
        """Why the outcome of this patient says what it says; "why not" is the same question about what is not so.

        `question` is "care", "care:emergency", "red_flag:fever", "treatment:heat" or "rank:heat,cold". Raises ValueError
        for any other form, QuestionError for what is not there, and where the rules were compiled, which leaves no reasons.
        """
        return Why._of((question, *_vertebra.why(self, patient, question, as_of)))

    def what_if(
        self, patient: Patient | Mapping[str, Any], changed: Patient | Mapping[str, Any], *, as_of: datetime.date | str
    ) -> Difference:
        """What would be otherwise with the answers of `changed`, which holds all of them: `{**answers, "fever": True}`."""
        return Difference._of(_vertebra.what_if(self, patient, changed, as_of))

    def counterfactuals(
        self, patient: Patient | Mapping[str, Any], goal: str, *, as_of: datetime.date | str
    ) -> Counterfactuals:
        """The fewest other answers, up to three, that reach a goal; each makes a patient who breaks no consistency rule.

        `goal` is "care" (another care interval), "first" (another treatment first) or "offered:ibuprofen". Raises ValueError
        for any other form, QuestionError for a treatment that is not there.
        """
        return Counterfactuals._of(_vertebra.counterfactuals(self, patient, goal, as_of))

    def evaluate_cohort(
        self,
        data: Any,
        *,
        as_of: datetime.date | str,
        outputs: Iterable[str] | None = None,
        threads: int | None = None,
        progress: Callable[[int, int], object] | None = None,
    ) -> CohortResult:
        """What the rules say of every row of a table, on that day.

        `data` is a dict of NumPy arrays or lists, a pandas or polars frame, or anything with `__arrow_c_stream__` or
        `__arrow_c_array__` (pyarrow, DuckDB): a column for each fact, a row for each patient. Booleans are bool columns,
        quantities numbers in the fact's unit, choices texts, dictionaries or categories; a text may be anything that a
        patient file holds, such as "6 wk" or "one_leg or both_legs". Nulls and NaN are unknown, and so is every fact that
        has no column.

        `outputs` are keys of COHORT_OUTPUTS; without it care, first, verdicts, scores and ranks. For "certain", "questions"
        and "rules" every row goes by itself, microseconds each, and so do rows with answers in part. `threads` are all that
        the machine has when it is None. `progress(done, rows)` is called about ten times a second, and at the end. The
        GIL is released; Ctrl-C ends the run. Raises CohortError with the column, row and type of what does not fit, never
        its value; nothing is half done.
        """
        return cohort.run(self, data, as_of, outputs, threads, progress)

    def __reduce__(self) -> tuple:
        return _engine_of, (self._rule_set,)

    def __copy__(self) -> Engine:
        return self

    def __deepcopy__(self, memo: dict) -> Engine:
        return self

    def __repr__(self) -> str:
        return f"<Engine of {self._rule_set!r}>"


@functools.lru_cache(maxsize=16)
def _engine_of(rule_set: RuleSet) -> Engine:
    """What a pickle of an engine becomes; `rule_set` is itself one for all pickles of the same rules."""
    return Engine(rule_set)


def read_patient(patient: Patient, text: str, name: str) -> tuple[Diagnostic, ...]:
    """Reads a patient file into `patient`; `name` stands in messages, and its ending (.json) chooses the format.

    Returns the warnings. Raises PatientError, and then leaves the patient as it was.
    """
    return tuple(Diagnostic(*row) for row in patient._read(text, name))


Patient.__doc__ = """What is known of one patient: Patient(engine, answers). Every fact starts as unknown.

set(fact, answer), update(answers), clear() and copy(); answers as for Engine.evaluate. Belongs to one thread at a time."""
