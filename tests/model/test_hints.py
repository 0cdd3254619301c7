"""Fields of figures, from what words name and what the encoder hints at."""

from dataclasses import replace

import pytest

from model.assembly import assemble
from model.facts import Basis, Entity, Fact, FigureEntity
from model.hints import hints_of, settled_fields
from tests.support import marked, read

RECEIVED, PROCESSED, ONLINE = "requests.received", "requests.processed", "requests.by_channel.online"


@pytest.mark.parametrize(
    ("named", "hints", "fields"),
    [
        ((), {}, ()),
        ((RECEIVED,), {}, (RECEIVED,)),
        ((RECEIVED,), {RECEIVED: 0.2, ONLINE: 0.7}, (RECEIVED,)),
        ((RECEIVED,), {RECEIVED: 0.05, ONLINE: 0.9}, (RECEIVED, ONLINE)),
        ((RECEIVED,), {RECEIVED: 0.01, ONLINE: 0.9}, (ONLINE,)),
        ((RECEIVED,), {RECEIVED: 0.01, ONLINE: 0.6}, (RECEIVED,)),
        ((RECEIVED,), {RECEIVED: 0.9, PROCESSED: 0.9}, (RECEIVED, PROCESSED)),
        ((RECEIVED,), {RECEIVED: 0.9, PROCESSED: 0.6}, (RECEIVED,)),
        ((RECEIVED,), {RECEIVED: 0.3, "other": 0.9}, (RECEIVED,)),
        ((RECEIVED,), {"other": 0.9}, ("other",)),
        (("other",), {"other": 0.3, ONLINE: 0.7}, (ONLINE,)),
        ((), {ONLINE: 0.7}, (ONLINE,)),
        ((), {ONLINE: 0.5}, ()),
    ],
)
def test_words_and_hints_give_the_fields(named: tuple[str, ...], hints: dict[str, float], fields: tuple[str, ...]) -> None:
    assert settled_fields(named, hints) == fields


def hinted(markup: str, **hints: dict[str, float]) -> tuple[Fact, ...]:
    """The facts of a text, its figures given hints by what they quote (behind an underscore)."""
    text, entities, _ = marked(markup)
    return assemble(text, [_hinted(entity, hints.get("_" + entity.text, {})) for entity in entities])


def _hinted(entity: Entity, hints: dict[str, float]) -> Entity:
    return FigureEntity(entity.label, entity.start, entity.end, entity.text, entity.confidence, tuple(hints.items())) if hints else entity


def test_a_figure_that_no_word_names_takes_a_likely_field() -> None:
    (fact,) = hinted("留到次年再议的[3|REQUEST_COUNT=requests.carried_out]件。", _3={"requests.carried_out": 0.9})
    assert (fact.field, fact.value, fact.evidence) == ("requests.carried_out", 3, (fact.evidence[0],))


def test_what_words_named_is_no_evidence_of_another_field() -> None:
    (fact,) = hinted("[收到|REQUEST_EVENT]留言[3|REQUEST_COUNT=requests.received]条。", _3={"other": 0.95})
    assert fact.field == "other"
    assert [entity.label for entity in fact.evidence] == ["REQUEST_COUNT"]


def test_one_figure_can_state_a_total_and_its_result() -> None:
    facts = hinted(
        "[行政复议|REMEDY][1|REMEDY_COUNT=reviews.total]件,复议机关决定[维持|REMEDY_RESULT]。",
        _1={"reviews.total": 0.95, "reviews.upheld": 0.9},
    )
    assert {fact.field: fact.value for fact in facts} == {"reviews.total": 1, "reviews.upheld": 1}


def test_hints_add_fields_to_nil_and_take_doubted_ones_away() -> None:
    markup = "[无|NIL=reviews.total,litigation.total][行政复议|REMEDY]、[行政诉讼|REMEDY]。"
    assert {fact.field for fact in hinted(markup)} == {"reviews.total", "litigation.total"}
    facts = hinted(markup, _无={"reviews.total": 0.9, "complaints.total": 0.9})
    assert {fact.field: (fact.value, fact.basis) for fact in facts} == {
        "reviews.total": (0, Basis.NIL),
        "complaints.total": (0, Basis.NIL),
    }


def test_all_takes_the_total_of_the_field_that_is_hinted_at() -> None:
    markup = "[收到|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件,[均|ALL=requests.by_channel.online:4]在线提交。"
    facts = hinted(markup, _均={ONLINE: 0.9})
    assert [(fact.field, fact.value) for fact in facts] == [(RECEIVED, 4), (ONLINE, 4)]


def test_the_chance_of_the_field_is_evidence_for_the_fact() -> None:
    entity = FigureEntity("REQUEST_COUNT", 0, 1, "3", 0.9, ((RECEIVED, 0.7), (ONLINE, 0.1)))
    assert hints_of(entity) == {RECEIVED: 0.7, ONLINE: 0.1}
    assert hints_of(Entity("REQUEST_COUNT", 0, 1, "3", 0.9)) == hints_of(replace(entity, hints=())) == {}


def test_without_hints_nothing_changes() -> None:
    markup = "[收到|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件,[均|ALL=requests.processed:4]已[答复|REQUEST_EVENT]。"
    assert hinted(markup) == read(markup)
