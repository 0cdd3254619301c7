"""The curves of a training run, as a picture in its folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

_MEAN_OF = 20
"""Steps over which the loss is averaged, since single batches differ much."""


def draw_curves(path: Path, losses: Sequence[float], epochs: Sequence[Mapping[str, float]]) -> None:
    """Writes the loss of the training passages by step, and the F1 of entities on the development passages by epoch, as PNG."""
    figure = Figure(figsize=(9, 3.2), layout="constrained")
    left, right = figure.subplots(1, 2)
    width = min(_MEAN_OF, max(1, len(losses)))
    smooth = np.convolve(losses or [0.0], np.ones(width) / width, "valid")
    left.plot(np.arange(len(smooth)) + width, smooth, color="#1f6f8b")
    left.set(xlabel="step", ylabel=f"loss, mean of {width} steps")
    left.set_ylim(bottom=0)
    right.plot([one["epoch"] for one in epochs], [one["dev_f1"] for one in epochs], "o-", color="#c9782b")
    right.set(xlabel="epoch", ylabel="development, F1 of entities")
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
        axes.grid(axis="y", color="#c9d2d8", linewidth=0.5)
    figure.savefig(path, format="png", dpi=110)
