from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from model.facts import Entity, Fact
from tests.training.evaluation.made import entities_of, perfect, with_facts
from training.evaluation.documents import Document
from training.evaluation.errors import Sort, confusion, error_groups


@pytest.fixture
def one(tmp_path: Path) -> Document:
    return perfect(tmp_path)[0]


def received(document: Document) -> Fact:
    return next(fact for fact in document.facts if fact.field == "requests.received")


def others(document: Document) -> list[Fact]:
    return [fact for fact in document.facts if fact.field != "requests.received"]


def test_a_perfect_reading_has_no_errors(one: Document) -> None:
    assert error_groups([one]) == []


def test_each_sort_of_error_is_told_from_the_others(one: Document) -> None:
    fact = received(one)
    value = int(fact.value) if isinstance(fact.value, int) else 0
    changed = {
        Sort.MISSED: [],
        Sort.MISLINKED: [replace(fact, field="requests.processed")],
        Sort.MISREAD: [replace(fact, value=value + 1)],
        Sort.INVENTED: [fact, replace(fact, start=0, end=1)],
    }
    for sort, facts in changed.items():
        (group,) = error_groups([with_facts(one, [*others(one), *facts])])
        assert group.sort is sort
        assert len(group.errors) == 1


def test_an_error_quotes_its_place(one: Document) -> None:
    fact = received(one)
    (group,) = error_groups([with_facts(one, others(one))])
    (error,) = group.errors
    assert error.words[error.start : error.end] == fact.text
    assert error.stated == f"requests.received count {fact.value}"
    assert (error.read, error.confidence) == (None, None)


def test_the_most_frequent_group_is_first(one: Document) -> None:
    missed = with_facts(one, others(one))
    wrong_field = with_facts(one, [*others(one), replace(received(one), field="requests.processed")])
    assert [len(group.errors) for group in error_groups([wrong_field, missed, missed])] == [2, 1]


def test_figures_of_other_business_are_no_errors_among_themselves(one: Document) -> None:
    extra = replace(received(one), field="other", start=0, end=1)
    assert error_groups([with_facts(one, [*one.facts, extra])]) == []


def test_confusion_counts_labels_edges_and_what_is_outside(one: Document) -> None:
    first, second, *rest = entities_of(one.gold)
    read = [replace(first, label="UNIT"), replace(second, end=second.start + 1), *rest[1:], Entity("TOPIC", 0, 0, "", 1.0)]
    found = confusion([replace(one, entities=tuple(read[:-1]))])
    assert found[first.label, "UNIT"] == 1
    assert found[second.label, f"{second.label} (edge)"] == 1
    assert found[rest[0].label, "O"] == 1
    assert sum(found.values()) == len(one.gold.spans)


def test_a_span_where_nothing_is_stated_is_confused_with_outside(one: Document) -> None:
    assert confusion([replace(one, gold=replace(one.gold, spans=()))]) == Counter(
        {("O", label): times for label, times in Counter(entity.label for entity in one.entities).items()}
    )
