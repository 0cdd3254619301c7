import json
from dataclasses import replace
from pathlib import Path

import pytest

from training.bench.__main__ import write
from training.bench.clients import Answer
from training.bench.peak import Peak
from training.bench.process import Memory
from training.bench.readers import BASE, NIANBAO
from training.bench.results import CLIENTS, MIXED, SAMPLE, SETS, Batch, Results, Round
from training.bench.tally import Tally

ANSWERED = Tally.of([Answer("x", 0.0, 200, 0.125, 1500), Answer("x", 0.0, 429, 0.004, 1500)], 0.5)


def one_round(ours: list[float], theirs: list[float], encoder: float) -> Round:
    batch = Batch(200, 500_000, 20.0, 345.6)
    peaks = {SAMPLE: Peak(encoder, 100e9), MIXED: Peak(encoder / 2, 100e9)}
    outside = {SAMPLE: encoder / 500e9, MIXED: encoder / 250e9}
    return Round(2.5, Memory(150, 160), Memory(250, 456.7), batch, {NIANBAO: ours, BASE: theirs}, outside, peaks)


RESULTS = Results(
    made="2026-01-02",
    release="some",
    precision="int8",
    environment={"machine": {"processor": "x86_64", "flags": ["avx2"], "threads": 2}},
    texts={SAMPLE: [1500], MIXED: [30, 2000, 4000]},
    tallies={texts: dict.fromkeys(CLIENTS, ANSWERED) for texts in SETS},
    rounds=[one_round([1, 1, 1], [10, 20, 10], 50e9), one_round([2, 1, 1], [24, 14, 14], 40e9), one_round([1, 1, 3], [11, 20, 28], 45e9)],
)


def test_ratios_are_taken_in_each_round_and_the_median_is_told() -> None:
    assert RESULTS.times_faster(BASE, SAMPLE) == 11
    assert RESULTS.times_faster(BASE, MIXED) == 14
    assert RESULTS.times_faster(NIANBAO, MIXED) == 1
    assert RESULTS.reading_seconds(BASE, SAMPLE) == 11
    assert RESULTS.share_of_peak(SAMPLE) == pytest.approx(0.45)
    assert RESULTS.share_outside(MIXED) == pytest.approx(0.18)


def test_of_drawn_reports_is_told_what_drawn_reports_took_without_the_sample() -> None:
    alone = replace(RESULTS, rounds=[one_round([100, 1, 2], [100, 10, 20], 50e9)])
    assert (alone.times_faster(BASE, MIXED), alone.reading_seconds(BASE, MIXED), alone.reading_seconds(BASE, SAMPLE)) == (10, 30, 100)


def test_a_table_the_values_and_a_picture_are_written(tmp_path: Path) -> None:
    write(RESULTS, tmp_path / "out")
    told = (tmp_path / "out/bench.md").read_text(encoding="utf-8")
    assert "| 64 clients: refused (429) | 50% | 50% |" in told
    assert "| all but the encoder, share of the processor's time | 9% | 18% |" in told
    assert "| encoder, share of the speed of a large int8 product | 45% | 22% |" in told
    assert "| service, memory at most, 64 clients included, MB | – | 457 |" in told
    assert "2026-01-02, release some (int8), 2 CPUs of x86_64 with avx2; 3 rounds" in told
    values = json.loads((tmp_path / "out/bench.json").read_text(encoding="utf-8"))
    assert values["times_faster"][BASE] == {SAMPLE: 11, MIXED: 14}
    assert values["tallies"][MIXED]["64"]["answered_in"]["p50"] == 0.125
    assert (tmp_path / "out/bench.png").read_bytes().startswith(b"\x89PNG")
