"""The results as a picture."""

from math import nan
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from training.bench.readers import NIANBAO
from training.bench.results import CLIENTS, MIXED, SAMPLE, SETS, Results
from training.bench.table import machine_line

_COLOURS = {SAMPLE: "#1f6f8b", MIXED: "#c9782b"}
_SOFT = "#c9d2d8"


def plot(results: Results, path: Path) -> None:
    """Writes, as PNG, throughput and latency by the number of clients, and how many times as long other readers take."""
    figure = Figure(figsize=(12, 3.8), layout="constrained")
    throughput, latency, ratios = figure.subplots(1, 3)
    _throughput(results, throughput)
    _latency(results, latency)
    _ratios(results, ratios)
    for axes in (throughput, latency, ratios):
        axes.spines[["top", "right"]].set_visible(False)
        axes.set_axisbelow(True)
    figure.suptitle(machine_line(results), fontsize=9)
    figure.savefig(path, format="png", dpi=110)


def _throughput(results: Results, axes: Axes) -> None:
    for texts in SETS:
        speeds = [results.tallies[texts][clients].characters_a_second for clients in CLIENTS]
        axes.plot(range(len(CLIENTS)), speeds, "o-", color=_COLOURS[texts], label=texts)
    axes.set(xlabel="clients", ylabel="characters a second")
    axes.set_xticks(range(len(CLIENTS)), [str(clients) for clients in CLIENTS])
    axes.set_ylim(bottom=0)
    axes.grid(axis="y", color=_SOFT, linewidth=0.5)
    axes.legend(frameon=False)


def _latency(results: Results, axes: Axes) -> None:
    for texts in SETS:
        found = [results.tallies[texts][clients].answered_in for clients in CLIENTS]
        for name, style in (("p50", "o-"), ("p99", "o:")):
            seconds = [getattr(one, name, nan) for one in found]
            axes.plot(range(len(CLIENTS)), seconds, style, color=_COLOURS[texts], label=f"{texts}, {name}")
    axes.set(xlabel="clients", ylabel="seconds to the answer", yscale="log")
    axes.set_xticks(range(len(CLIENTS)), [str(clients) for clients in CLIENTS])
    axes.grid(axis="y", color=_SOFT, linewidth=0.5)
    axes.legend(frameon=False, fontsize=8)


def _ratios(results: Results, axes: Axes) -> None:
    names = [name for name in reversed(list(results.rounds[0].compared)) if name != NIANBAO]
    for shift, texts in ((0.2, SAMPLE), (-0.2, MIXED)):
        places = [place + shift for place in range(len(names))]
        bars = axes.barh(places, [results.times_faster(name, texts) for name in names], 0.38, color=_COLOURS[texts])
        axes.bar_label(bars, fmt="%.2g ×", padding=3, fontsize=8)
    axes.set_yticks(range(len(names)), [name.replace(", ", ",\n") for name in names], fontsize=8)
    axes.axvline(1, color="#1b2a34", linewidth=0.8)
    axes.set(xlabel="times the time of Nianbao", xscale="log")
    axes.margins(x=0.2)
