"""How outcomes and answers look in a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from .advice import some

if TYPE_CHECKING:
    from .advice import CareInterval, RedFlagAdvice, TreatmentAdvice
    from .outcome import Outcome

_STYLE = (
    "<style>.vertebra{font:14px/1.45 system-ui,sans-serif;max-width:60em}.vertebra table{border-collapse:collapse}"
    ".vertebra td,.vertebra th{text-align:left;padding:.15em .9em .15em 0;vertical-align:top}"
    ".vertebra .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.vertebra .o{opacity:.7}"
    ".vertebra .b{background:#4878a8;height:.7em;min-width:1px}</style>"
)
_BAR_WIDTH = 120  # Pixels of the longest bar.


def _care(care: CareInterval | None) -> str:
    if care is None:
        return "not assessed"
    if care.decided:
        return escape(care.least.label)
    return f"between “{escape(care.least.label)}” and “{escape(care.most.label)}”"


def _flag(flag: RedFlagAdvice) -> str:
    if flag.depends_on:
        return f"<li class='o'>{escape(flag.id)}: waits on {escape(', '.join(flag.depends_on))}</li>"
    return f"<li><b>{escape(flag.id)}</b>: {escape(flag.because)}</li>"


def _flags(flags: tuple[RedFlagAdvice, ...]) -> str:
    certain = [each for each in flags if not each.depends_on]
    still_open = [each for each in flags if each.depends_on]
    shown = f"<p><b>Red flags</b></p><ul>{''.join(map(_flag, certain))}</ul>" if certain else ""
    if still_open:
        title = f"{len(still_open)} open red flag{'s' if len(still_open) > 1 else ''}"
        shown += f"<details><summary>{title}</summary><ul>{''.join(map(_flag, still_open))}</ul></details>"
    return shown


def _points(treatment: TreatmentAdvice) -> str:
    score = treatment.score
    if score is None:
        return ""
    return str(score.low) if score.low == score.high else f"{score.low} to {score.high}"


def _bar(treatment: TreatmentAdvice, longest: int) -> str:
    if treatment.score is None or longest <= 0:
        return ""
    return f"<div class='b' style='width:{max(treatment.score.low, 0) * _BAR_WIDTH // longest}px'></div>"


def _notes(treatment: TreatmentAdvice) -> str:
    said = [treatment.cause.replace("_", " ")] if treatment.cause else []
    said += [f"{each.effect}: {each.because}" for each in treatment.contraindications if not each.depends_on]
    if treatment.depends_on:
        said.append("waits on " + some(treatment.depends_on))
    return escape("; ".join(said))


def _row(treatment: TreatmentAdvice, longest: int) -> str:
    cells = (
        f"<td class='n'>{treatment.rank or ''}</td><td>{escape(treatment.label)}</td><td>{treatment.verdict}</td>"
        f"<td class='n'>{_points(treatment)}</td><td>{_bar(treatment, longest)}</td><td>{_notes(treatment)}</td>"
    )
    return f"<tr{' class=o' if treatment.verdict == 'withheld' else ''}>{cells}</tr>"


def outcome(said: Outcome) -> str:
    longest = max((each.score.low for each in said.treatments if each.score), default=0)
    guides = ", ".join(f"{each.id} {each.version}" for each in said.guides)
    return (
        f"{_STYLE}<div class='vertebra'><p><b>Care:</b> {_care(said.care)}</p>"
        + _flags(said.red_flags)
        + "<table><tr><th></th><th>Treatment</th><th>Verdict</th><th class='n'>Points</th><th></th><th></th></tr>"
        + "".join(_row(each, longest) for each in said.treatments)
        + f"</table><p class='o'>{escape(guides)}; as of {said.as_of}. Not a medical device.</p></div>"
    )


def text(said: str) -> str:
    return f"<pre>{escape(said)}</pre>"


def page(whole: str) -> str:
    """A page that brings its own style, kept apart from the notebook's."""
    return f'<iframe srcdoc="{escape(whole)}" style="width:100%;height:28em;border:0"></iframe>'
