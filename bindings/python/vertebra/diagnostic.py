"""What is wrong in rules or answers: where, what, and what to do next."""

from __future__ import annotations

from ._row import _Row

__all__ = ["Diagnostic", "VertebraError", "RuleSetError", "PatientError", "CohortError", "QuestionError", "RecordError"]


class Diagnostic(_Row):
    """One problem in what a person wrote. `str()` of it is the form for a terminal, with the text under a caret."""

    severity: str  #: "error" or "warning".
    code: str  #: Stable, such as "V0204".
    name: str  #: The same in words, such as "unknown-name".
    file: str  #: Empty when the problem is in no file.
    line: int  #: From 1; 0 when the problem is in the file as a whole.
    column: int  #: From 1, in Unicode code points.
    length: int  #: Code points under the caret, at least 1.
    message: str
    help: str  #: What to do next; may be empty.
    excerpt: str  #: The line of the file; may be empty.
    text: str  #: All of it, as `str()` gives it.

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Diagnostic {self.severity} {self.code} {self.name}: {self.message}>"


class VertebraError(Exception):
    """What the library refuses. `diagnostics` holds every problem, in file order; the text shows all of them."""

    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(diagnostics)
        self.diagnostics = tuple(diagnostics)

    @classmethod
    def _of(cls, rows: tuple) -> VertebraError:
        return cls(tuple(Diagnostic(*row) for row in rows))

    def __str__(self) -> str:
        return "\n" + "".join(str(each) for each in self.diagnostics).rstrip("\n")


class RuleSetError(VertebraError):
    """A rule set that cannot be loaded."""


class PatientError(VertebraError, ValueError):
    """Answers that do not fit their facts. Names facts and types, never a patient's value."""


class CohortError(VertebraError, ValueError):
    """Columns or cells that do not fit their facts. Names column, row and type, never a patient's value."""


class QuestionError(VertebraError, ValueError):
    """A question about what is not there."""


class RecordError(VertebraError, ValueError):
    """A FHIR record that cannot be read."""
