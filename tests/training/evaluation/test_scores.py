import pytest

from training.evaluation.scores import entity_scores

GOLD = [["B-UNIT", "O", "B-YEAR", "I-YEAR"]]


def overall(predicted: list[str]) -> tuple[float, float, float]:
    row = entity_scores(GOLD, [predicted])["overall"]
    return row["precision"], row["recall"], row["f1"]


def test_a_perfect_prediction_scores_one() -> None:
    assert overall(GOLD[0]) == (1, 1, 1)


def test_nothing_predicted_scores_nothing() -> None:
    assert overall(["O"] * 4) == (0, 0, 0)


@pytest.mark.parametrize(
    "tags",
    [
        ["B-UNIT", "O", "I-YEAR", "I-YEAR"],
        ["B-UNIT", "O", "B-YEAR", "O"],
        ["B-UNIT", "O", "B-YEAR", "B-YEAR"],
        ["B-UNIT", "O", "B-UNIT", "I-UNIT"],
        ["B-UNIT", "O", "O", "B-YEAR"],
    ],
    ids=["an I without B", "too short", "divided", "another label", "another start"],
)
def test_only_a_span_exactly_right_counts(tags: list[str]) -> None:
    assert overall(tags)[1] == 0.5


def test_an_inside_tag_without_a_begin_is_no_span_at_all() -> None:
    assert overall(["B-UNIT", "O", "I-YEAR", "I-YEAR"])[0] == 1


def test_scores_are_told_by_label() -> None:
    scores = entity_scores(GOLD, [["B-UNIT", "O", "O", "O"]])
    assert set(scores) == {"overall", "UNIT", "YEAR"}
    assert scores["UNIT"] == {"precision": 1, "recall": 1, "f1": 1, "support": 1}
    assert scores["YEAR"]["f1"] == 0
