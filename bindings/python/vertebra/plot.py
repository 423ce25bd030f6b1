"""Pictures of cohorts and of single answers, for those who have matplotlib. `import vertebra.plot`."""

from __future__ import annotations

import textwrap
from typing import Any

import numpy
from matplotlib import pyplot
from matplotlib.axes import Axes

from .advice import Truth
from .cohort import CohortResult
from .study import Sweep, shares
from .why import Why, WhyNode

__all__ = ["care_levels", "first_places", "rank_stability", "why_path"]

_CERTAIN, _OPEN, _QUIET = "#0072b2", "#a6cde3", "#666666"
_TRUTHS = {Truth.yes: ("✓", "#d7efe4", "#00553d"), Truth.no: ("✗", "#eeeeee", "#444444"), Truth.unknown: ("?", "#fff0c2", "#5c4300")}


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _bare(ax: Axes) -> None:
    ax.spines[["top", "right"]].set_visible(False)


def care_levels(result: CohortResult, *, ax: Axes | None = None) -> Axes:
    """For each care level the share of patients who need at least it; dark where it is certain that it is no more.

    Needs the output "care". The most urgent level is on top; patients whose care was not assessed stand below all.
    """
    names = [*result.labels("care.least")]
    least, most = result["care.least"], result["care.most"]
    patients = max(len(result), 1)
    decided = [float(((least == level) & (most == level)).sum()) / patients for level in range(len(names))]
    still_open = [float(((least == level) & (most != level)).sum()) / patients for level in range(len(names))]
    unassessed = shares(result, "care.least").get(None, 0.0)
    if unassessed:
        names, decided, still_open = ["not assessed", *names], [unassessed, *decided], [0.0, *still_open]
    if ax is None:
        _, ax = pyplot.subplots(figsize=(7, 0.5 * len(names) + 1.2), layout="constrained")
    colors = [_QUIET if name == "not assessed" else _CERTAIN for name in names]
    dark = ax.barh(range(len(names)), decided, color=colors)
    light = ax.barh(range(len(names)), still_open, left=decided, color=_OPEN)
    for place, total in enumerate(numpy.add(decided, still_open)):
        ax.annotate(f" {total:.1%}", (total, place), va="center", color=_QUIET)
    ax.set_yticks(range(len(names)), [_spoken(name) for name in names])
    ax.set_xlim(0, 1.12 * max([*numpy.add(decided, still_open), 0.01]))
    ax.xaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    ax.set_xlabel(f"share of {len(result):,} patients")
    said = ["certain", "at least this: open answers could raise it"]
    ax.legend([dark[-1], light[-1]], said, loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False, fontsize="small")
    _bare(ax)
    return ax


def rank_stability(swept: Sweep, *, ax: Axes | None = None) -> Axes:
    """How often each treatment has which rank, over all patients and all vectors of a sweep: a dark square is a firm place."""
    cells = swept.rank_shares()
    ranks = numpy.arange(1, cells.shape[1])
    ranked = cells[:, 1:].sum(axis=1)
    mean = numpy.where(ranked > 0, (cells[:, 1:] * ranks).sum(axis=1) / numpy.maximum(ranked, 1e-12), numpy.inf)
    order = numpy.argsort(mean, kind="stable")
    shown = numpy.concatenate([cells[order, 1:], cells[order, :1]], axis=1)
    if ax is None:
        _, ax = pyplot.subplots(figsize=(0.42 * shown.shape[1] + 3, 0.36 * len(order) + 1.6), layout="constrained")
    ax.imshow(shown, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for row, column in zip(*numpy.nonzero(shown >= 0.005), strict=True):
        share = shown[row, column]
        ax.annotate(f"{share:.0%}"[:-1], (column, row), ha="center", va="center", fontsize=7, color="white" if share > 0.6 else "black")
    ax.set_xticks(range(shown.shape[1]), [*map(str, ranks), "none"])
    ax.set_yticks(range(len(order)), [_spoken(swept.treatments[place]) for place in order])
    ax.axvline(shown.shape[1] - 1.5, color="white", linewidth=4)
    ax.set_xlabel(f"rank: percent of {swept.patients:,} patients × {len(swept.points):,} vectors of points")
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0)
    return ax


def first_places(swept: Sweep, word: str, *, ax: Axes | None = None) -> Axes:
    """Which treatments come first as one strength word weighs less or more: for a sweep over `study.vary`."""
    points = swept.points[:, swept.words.index(word)]
    order = numpy.argsort(points, kind="stable")
    first = swept.first_shares()[order]
    ends: list[tuple[float, str, Any]] = []
    if ax is None:
        _, ax = pyplot.subplots(figsize=(8, 4.5), layout="constrained")
    for treatment in numpy.argsort(-first.sum(axis=0), kind="stable"):
        if first[:, treatment].any():
            (line,) = ax.plot(points[order], first[:, treatment], marker="o", markersize=3)
            ends.append((float(first[-1, treatment]), _spoken(swept.treatments[treatment]), line.get_color()))
    _label_ends(ax, float(points[order][-1]), ends)
    ax.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    ax.set_ylabel(f"first for this share of {swept.patients:,} patients")
    ax.set_xlabel(f"points of “{_spoken(word)}”")
    ax.set_ylim(bottom=0)
    _bare(ax)
    return ax


def _label_ends(ax: Axes, x: float, ends: list[tuple[float, str, Any]]) -> None:
    """Names beside the lines' right ends, moved apart where they would cover each other."""
    gap = 0.055 * ax.get_ylim()[1]
    lowest = -gap
    for y, name, color in sorted(ends):
        lowest = max(y, lowest + gap)
        ax.annotate(name, (x, lowest), xytext=(6, 0), textcoords="offset points", va="center", color=color, annotation_clip=False)


_WIDTH = 26  # Characters in a line of a box.


def _said(node: WhyNode) -> str:
    points = "" if node.points is None else f" {node.points:+d}"
    if node.kind == "fact":
        return f"{_spoken(node.id)}: {_spoken(node.answer)}"
    if node.text:
        return _spoken(node.text)
    other = f" before {_spoken(node.second)}" if node.second else ""
    return f"{_spoken(node.kind)}\n{_spoken(node.id)}{other}{points}"


def _places(nodes: tuple[WhyNode, ...]) -> list[float]:
    """How far down each node stands: leaves below each other, every other in the middle of those below it."""
    children: list[list[int]] = [[] for _ in nodes]
    for place, node in enumerate(nodes):
        if node.parent >= 0:
            children[node.parent].append(place)
    down = [0.0] * len(nodes)
    leaves = iter(range(len(nodes)))
    for place, below in enumerate(children):
        if not below:
            down[place] = float(next(leaves))
    for place in reversed(range(len(nodes))):  # Parents stand before their children.
        if children[place]:
            down[place] = (down[children[place][0]] + down[children[place][-1]]) / 2
    return down


def why_path(why: Why, *, ax: Axes | None = None) -> Axes:
    """The part of the rule graph on which an answer rests, with this patient's path through it: what was asked on the left,
    the patient's answers on the right. Each box has a sign beside its colour; the facts that decided have a dark frame."""
    nodes, down = why.nodes, _places(why.nodes)
    across = max(node.depth for node in nodes) + 1
    if ax is None:
        _, ax = pyplot.subplots(figsize=(2.1 * across, 0.55 * (max(down) + 1) + 0.5), layout="constrained")
    for node, y in zip(nodes, down, strict=True):
        sign, fill, ink = _TRUTHS[node.truth]
        decided = node.kind == "fact" and node.id in why.facts
        words = "\n".join("\n".join(textwrap.wrap(line, _WIDTH)) for line in _said(node).splitlines())
        if node.parent >= 0:
            is_open = node.truth == Truth.unknown
            above = (nodes[node.parent].depth, down[node.parent])
            bend = node.depth - 0.5
            line: dict[str, Any] = {"linestyle": "--" if is_open else "-", "linewidth": 1 if is_open else 2, "color": ink, "zorder": 1}
            ax.plot([above[0], bend, bend, node.depth], [above[1], above[1], y, y], **line)
            if node.negated:
                ax.annotate("not", (bend, y), ha="left", va="bottom", fontsize=7, color=ink)
        box = {"boxstyle": "round,pad=0.35", "facecolor": fill, "edgecolor": "black" if decided else ink, "linewidth": 2 if decided else 0.6}
        ax.annotate(f"{sign} {words}", (node.depth, y), ha="center", va="center", fontsize=8, color=ink, bbox=box, zorder=2)
    ax.set_xlim(-0.5, across - 0.5)
    ax.set_ylim(max(down) + 0.6, -0.6)
    ax.set_title(f"{why.question}: {why.truth}", loc="left", fontsize="medium")
    ax.set_axis_off()
    return ax
