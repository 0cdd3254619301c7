"""Plots of an evaluation as SVG, for a page that needs nothing else."""

import io
from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.style import context

from training.evaluation.certainty import Certainty
from training.evaluation.compare import Tally
from training.evaluation.report import Evaluation

_LEAST_COVERAGE = 0.02
"""Below it single facts decide, and the curve says nothing."""
_INK, _SOFT, _ACCENT, _SECOND = "#1b2a34", "#c9d2d8", "#1f6f8b", "#c9782b"
_STYLE: dict[str, Any] = {"svg.fonttype": "none", "svg.hashsalt": "nianbao", "font.size": 9, "axes.edgecolor": _SOFT, "text.color": _INK}


def _svg(figure: Figure) -> str:
    out = io.StringIO()
    figure.savefig(out, format="svg", bbox_inches="tight", metadata={"Date": None})
    svg = out.getvalue()
    return svg[svg.index("<svg") :]


def _axes(width: float, height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(width, height))
    axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def family_plot(parts: dict[str, Tally]) -> str:
    """Precision and recall by family, the largest family on top."""
    rows = sorted(parts.items(), key=lambda item: item[1].right + item[1].missed)
    with context(_STYLE):
        figure, axes = _axes(6.4, 0.34 * len(rows) + 0.8)
        places = np.arange(len(rows))
        axes.hlines(places, [one.recall for _, one in rows], [one.precision for _, one in rows], color=_SOFT, linewidth=2)
        axes.plot([one.precision for _, one in rows], places, "o", color=_ACCENT, label="precision")
        axes.plot([one.recall for _, one in rows], places, "s", color=_SECOND, markersize=5, label="recall")
        axes.set_yticks(places, [f"{name} ({one.right + one.missed})" for name, one in rows])
        axes.set_xlim(min(0.5, *(min(one.precision, one.recall) for _, one in rows)) - 0.02, 1.02)
        axes.grid(axis="x", color=_SOFT, linewidth=0.5)
        axes.legend(loc="lower left", frameon=False)
        return _svg(figure)


def reliability_plot(found: Certainty) -> str:
    """Observed against claimed, in bins of equal mass."""
    with context(_STYLE):
        figure, axes = _axes(3.4, 3.2)
        axes.plot([0, 1], [0, 1], color=_SOFT, linewidth=1)
        axes.plot([one.claimed for one in found.bins], [one.observed for one in found.bins], "o-", color=_ACCENT)
        least = min([one.claimed for one in found.bins] + [one.observed for one in found.bins], default=0.0)
        axes.set(xlim=(max(0, least - 0.05), 1.01), ylim=(max(0, least - 0.05), 1.01), xlabel="confidence claimed", ylabel="share right")
        return _svg(figure)


def risk_plot(found: Certainty) -> str:
    """The share of wrong facts among the most confident ones."""
    with context(_STYLE):
        figure, axes = _axes(3.4, 3.2)
        curve = [(coverage, 100 * risk) for coverage, risk in found.curve if coverage >= _LEAST_COVERAGE]
        axes.plot([coverage for coverage, _ in curve], [risk for _, risk in curve], color=_ACCENT)
        axes.axhline(1, color=_SECOND, linewidth=0.8, linestyle="--")
        axes.set(xlim=(0, 1.01), xlabel="share of facts taken, the surest first", ylabel="wrong, %")
        axes.set_ylim(bottom=0)
        return _svg(figure)


def confusion_plot(one: Evaluation) -> str:
    """Which labels were taken for which; what was right is left out, so that errors can be seen."""
    wrong = {pair: times for pair, times in one.confusion.items() if pair[0] != pair[1]}
    rows = _most({gold for gold, _ in wrong}, wrong, 0)
    columns = _most({found for _, found in wrong}, wrong, 1)
    table = np.array([[wrong.get((gold, found), 0) for found in columns] for gold in rows], float).reshape(len(rows), len(columns))
    with context(_STYLE):
        figure, axes = _axes(0.3 * len(columns) + 2.4, 0.24 * len(rows) + 2.0)
        if table.size:
            axes.imshow(np.sqrt(table), cmap="Blues", aspect="auto")
        axes.set_xticks(range(len(columns)), columns, rotation=90)
        axes.set_yticks(range(len(rows)), rows)
        axes.set(xlabel="tagged as", ylabel="is")
        for (row, column), times in np.ndenumerate(table):
            if times:
                axes.text(column, row, f"{times:.0f}", ha="center", va="center", fontsize=7)
        return _svg(figure)


def _most(names: set[str], wrong: dict[tuple[str, str], int], side: int) -> Sequence[str]:
    """The names by how often they are in errors, the most frequent first."""
    return sorted(names, key=lambda name: (-sum(times for pair, times in wrong.items() if pair[side] == name), name))
