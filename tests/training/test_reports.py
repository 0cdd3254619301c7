from pathlib import Path

import pytest

from model.facts import Kind, Source, Time
from training.filling import GoldFact
from training.labelled.report import LabelledEntity, LabelledFact, LabelledReport, Status
from training.labelled.store import LabelledStore
from training.markup import MarkupError, Meaning, Span
from training.reports import filled, labelled, read_store

TEXT = "收到申请34件。"
ENTITIES = (LabelledEntity(label="REQUEST_EVENT", start=0, end=2), LabelledEntity(label="REQUEST_COUNT", start=4, end=6))


def fact(**other: object) -> LabelledFact:
    return LabelledFact.model_validate({"field": "requests.received", "kind": "count", "start": 4, "end": 6, **other})


def report(*facts: LabelledFact, **other: object) -> LabelledReport:
    return LabelledReport(text=TEXT, entities=ENTITIES, facts=facts).model_copy(update=other)


def test_facts_that_are_given_are_the_facts_and_what_their_figures_state() -> None:
    found = filled(report(fact(value=34, time="previous")))
    assert found.facts == (GoldFact("requests.received", Kind.COUNT, 34, "previous", 4, 6),)
    meaning = Meaning("requests.received", None, Kind.COUNT, Time.PREVIOUS)
    assert found.spans == (Span(0, 2, "REQUEST_EVENT"), Span(4, 6, "REQUEST_COUNT", (meaning,)))


def test_a_value_that_is_not_given_is_read_and_one_that_cannot_be_is_a_mistake() -> None:
    assert filled(report(fact())).facts[0].value == 34
    with pytest.raises(MarkupError, match=f"the labelled report {report().id}.*no number in '申请'"):
        filled(report(fact(start=2, end=4)))


def test_words_for_a_total_that_is_not_given_state_a_field_and_no_value() -> None:
    everything = LabelledEntity(label="ALL", start=4, end=5)
    found = filled(LabelledReport(text="申请已答均。", entities=(everything,), facts=(fact(start=4, end=5),)))
    assert found.facts == ()
    assert [one.field for one in found.spans[0].meanings] == ["requests.received"]


def test_facts_of_tables_are_no_facts_of_prose() -> None:
    found = filled(report(fact(value=34, source=Source.TABLE)))
    assert found.facts == ()
    assert found.spans[1].meanings == ()


def test_labels_that_say_nothing_of_facts_have_those_that_are_assembled_of_them() -> None:
    found = filled(report(facts=None))
    assert [(one.field, one.value, one.start) for one in found.facts] == [("requests.received", 34, 4)]
    assert found.spans[1].meanings == ()


def test_texts_are_named_by_their_source() -> None:
    named, unnamed = labelled([report(source="a.html"), report()])
    assert (named.name, unnamed.name) == ("a.html", report().id[:12])


def test_of_the_store_about_one_report_in_eight_is_kept_from_training_and_predictions_are_none(tmp_path: Path) -> None:
    path = tmp_path / "labelled.sqlite"
    assert read_store(path) == ([], [])
    store = LabelledStore(path)
    store.add([report(text=f"{TEXT}{number}") for number in range(80)])
    store.add([report(text="预测", entities=(), status=Status.PREDICTED)])
    train, dev = read_store(path)
    assert len(train) + len(dev) == 80
    assert 2 < len(dev) < 24
    store.add([report(text=f"{TEXT}又{number}") for number in range(20)])
    assert {one.id for one in dev} <= {one.id for one in read_store(path)[1]}
