from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.training.evaluation.made import perfect
from training.evaluation.bootstrap import Interval
from training.gate import INT8_LOSS, LABEL_LOSS, LEAST_SPANS, judge, label_reasons, loss_reasons, score_reasons, spans_by_label


def scores(int8: float = 0.95, fp32: float = 0.95) -> dict[str, Any]:
    return {"dev int8": {"facts": {"f1": int8}}, "dev fp32": {"facts": {"f1": fp32}}, "dev, rules only": {"facts": {"f1": 0.7}}}


def test_a_release_that_reads_as_the_current_one_passes(tmp_path: Path) -> None:
    same = perfect(tmp_path)
    judgement = judge(same, same)
    assert judgement.reasons == ()
    assert judgement.differences["facts"] == Interval(0, 0, 0)


def test_a_release_that_reads_nothing_is_refused_for_facts_and_for_entities(tmp_path: Path) -> None:
    same = perfect(tmp_path)
    judgement = judge([replace(one, facts=(), entities=()) for one in same], same)
    facts, entities = judgement.reasons
    assert facts == "the F1 of facts on the held-out set is lower by 1.0000 (95 %: 1.0000 to 1.0000)"
    assert entities.startswith("the F1 of entities")


@pytest.mark.parametrize(
    ("low", "high", "refused"), [(-0.03, -0.001, True), (-0.03, 0.0, False), (-0.03, 0.01, False), (0.01, 0.02, False)]
)
def test_a_score_is_worse_where_its_interval_lies_below_zero(low: float, high: float, refused: bool) -> None:
    found = {"facts": Interval((low + high) / 2, low, high), "entities": Interval(0, 0, 0)}
    assert bool(score_reasons(found)) == refused


@pytest.mark.parametrize(
    ("value", "spans", "refused"),
    [
        (-LABEL_LOSS - 0.001, LEAST_SPANS, True),
        (-LABEL_LOSS, LEAST_SPANS, False),
        (-0.5, LEAST_SPANS - 1, False),
        (0.1, LEAST_SPANS, False),
    ],
)
def test_a_label_with_spans_enough_may_lose_so_much(value: float, spans: int, refused: bool) -> None:
    found = label_reasons({"UNIT": Interval(value, value, value)}, {"UNIT": spans})
    assert bool(found) == refused
    assert all("UNIT" in reason and f"{spans} spans" in reason for reason in found)


@pytest.mark.parametrize(("loss", "refused"), [(INT8_LOSS + 0.0001, True), (INT8_LOSS - 0.0001, False), (-0.1, False)])
def test_the_export_may_lose_so_much_on_each_set(loss: float, refused: bool) -> None:
    found = loss_reasons(
        scores(int8=0.9, fp32=0.9 + loss) | {"held-out int8": {"facts": {"f1": 0.9}}, "held-out fp32": {"facts": {"f1": 0.9}}}
    )
    assert bool(found) == refused
    assert all(" on dev " in reason for reason in found)


def test_spans_are_counted_by_label(tmp_path: Path) -> None:
    assert spans_by_label(perfect(tmp_path)) == {
        **{"CHANNEL_CATEGORY": 4, "CHANNEL_COUNT": 4, "NIL": 2, "REMEDY": 4, "REQUEST_COUNT": 2, "REQUEST_EVENT": 2, "UNIT": 6, "YEAR": 2}
    }
