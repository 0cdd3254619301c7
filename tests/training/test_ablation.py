from pathlib import Path

import pytest

from tests.training.passages import passages, source
from training.ablation import BUDGET, ROWS, ablation_table, corpus_hash, timed
from training.settings import TrainSettings

ROW = {
    "settings": {"seed": 2},
    "corpus": "abc",
    "passages": 9,
    "parameters": 16_200_000,
    "entities": 0.9,
    "facts": {"f1": 0.8},
    "facts_int8": {"f1": 0.7},
    "time": 1.25,
}


@pytest.mark.parametrize("name", ROWS)
def test_the_settings_of_every_row_can_be_used(name: str) -> None:
    TrainSettings.model_validate({**BUDGET, **ROWS[name]})


def test_the_table_has_a_line_a_row_and_the_spread_over_seeds() -> None:
    table = ablation_table({"first-6": {**ROW, "settings": {}, "facts_int8": {"f1": 0.9}}, "seed-2": ROW})
    assert "| first-6 | nothing | 0.900 | 0.800 | 0.900 | 1.25 | 16.2 M |" in table
    assert "| seed-2 | seed = 2 | 0.900 | 0.800 | 0.700 | 1.25 | 16.2 M |" in table
    assert "over 2 seeds: mean 0.800, standard deviation 0.100" in table


def test_without_rows_the_card_says_so() -> None:
    assert ablation_table({}) == "No ablation was run."


@pytest.mark.parametrize(
    ("there", "times"),
    [
        (("first-4", "first-6"), {"first-6": 1.0, "first-4": 2.0}),
        (("seed-2", "a row of before"), {"seed-2": 2.0}),
        ((), {}),
    ],
)
def test_all_rows_are_timed_at_once_with_the_first(
    monkeypatch: pytest.MonkeyPatch, there: tuple[str, ...], times: dict[str, float]
) -> None:
    monkeypatch.setattr("training.ablation.encoder_times", lambda rows, rounds: {name: float(at) for at, name in enumerate(rows, 1)})
    found = timed(dict.fromkeys(there, ROW))
    assert {name: row["time"] for name, row in found.items()} == times


def test_the_hash_names_what_was_trained_on(tmp_path: Path) -> None:
    one, again, other = (corpus_hash(passages(tmp_path, source("a/1", text))) for text in ("甲", "甲", "乙"))
    assert one == again != other
    assert len(one) == 12
