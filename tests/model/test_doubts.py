from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.confidence import UNCALIBRATED, Calibration
from model.doubts import leave_out
from model.facts import Entity, Fact
from tests.support import read

DOUBTING = Calibration(entity=(1.0, -2.0, 0.0), told_from=0.6, tagged_from=0.5)
FIGURE = Entity("REQUEST_COUNT", 2, 4, "37", 0.9)
WORDS = Entity("REQUEST_EVENT", 0, 2, "收到", 0.8)
FACT = replace(read("[收到|REQUEST_EVENT][37|REQUEST_COUNT=requests.received]件。")[0], confidence=0.9, evidence=(FIGURE, WORDS))


def test_a_fact_that_would_mislead_more_than_it_helps_is_left_out() -> None:
    _, told = leave_out([WORDS, FIGURE], [FACT, replace(FACT, field="requests.processed", confidence=0.59)], DOUBTING)
    assert [fact.field for fact in told] == [FACT.field]


def test_the_figure_of_a_fact_that_is_left_out_stays_where_its_own_label_is_sure() -> None:
    entities, told = leave_out([WORDS, FIGURE], [replace(FACT, confidence=0.3)], DOUBTING)
    assert not told
    assert FIGURE in entities


def test_a_span_that_is_rather_wrong_than_right_is_no_entity() -> None:
    doubtful = replace(FIGURE, confidence=0.4)
    assert leave_out([WORDS, doubtful], [], UNCALIBRATED)[0] == (WORDS, doubtful)
    assert leave_out([doubtful], [], DOUBTING) == ((), ())


def test_a_category_that_names_no_figure_is_less_sure() -> None:
    (beside, *_), _ = leave_out([WORDS, FIGURE], [FACT], DOUBTING)
    assert beside == WORDS
    assert leave_out([WORDS, FIGURE], [], DOUBTING)[0] == (FIGURE,)


def test_the_figure_of_a_fact_stays_however_doubtful_its_span() -> None:
    doubtful = replace(FIGURE, confidence=0.2)
    entities, _ = leave_out([WORDS, doubtful], [replace(FACT, evidence=(doubtful, WORDS))], DOUBTING)
    assert entities == (WORDS, doubtful)


@pytest.mark.parametrize("words", ["37件", "7", "37"])
def test_it_stays_where_the_fact_quotes_its_unit_with_it_or_a_part_of_it(words: str) -> None:
    doubtful = replace(FIGURE, confidence=0.2)
    end = FIGURE.start + len(words) if words.startswith(FIGURE.text) else FIGURE.end
    fact = replace(FACT, text=words, start=end - len(words), end=end, evidence=(doubtful, WORDS))
    entities, (told,) = leave_out([WORDS, doubtful], [fact], DOUBTING)
    assert doubtful in entities
    assert doubtful in told.evidence


def test_evidence_is_what_is_left_of_the_entities() -> None:
    doubtful = replace(WORDS, confidence=0.3)
    entities, (fact,) = leave_out([doubtful, FIGURE], [replace(FACT, evidence=(FIGURE, doubtful))], DOUBTING)
    assert entities == fact.evidence == (FIGURE,)


@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=6), st.floats(0.01, 0.99))
def test_every_told_fact_has_its_figure_among_the_entities(chances: list[float], of_fact: float) -> None:
    entities = [Entity("REQUEST_COUNT", 2 * place, 2 * place + 1, "3", chance) for place, chance in enumerate(chances)]
    facts: list[Fact] = [
        replace(FACT, start=one.start, end=one.end, text="3", confidence=(of_fact + one.confidence) / 2, evidence=(one,))
        for one in entities
    ]
    kept, told = leave_out(entities, facts, DOUBTING)
    assert {fact.start for fact in told} <= {entity.start for entity in kept}
    assert all(fact.confidence >= DOUBTING.told_from for fact in told)
