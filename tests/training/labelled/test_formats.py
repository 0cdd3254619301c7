import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.labelled.made import REPORT, TEXT, fact, reports, taken
from training.filling import with_units
from training.labelled.faults import RejectedError, told
from training.labelled.formats import FORMATS, detect, read
from training.labelled.intake import Taken
from training.labelled.report import LabelledEntity, LabelledReport, Status
from training.labelled.unwritable import UnwritableError
from training.markup import Span
from training.reports import filled


def file_of(name: str, *some: LabelledReport) -> bytes:
    written = FORMATS[name]
    return "".join(written.file(map(written.write, some))).encode()


def spans(report: LabelledReport) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.label) for one in report.entities]


@pytest.mark.parametrize("name", ["extract", "label-studio", "doccano", "doccano-relations", "conll"])
@given(some=st.lists(reports(), min_size=1, max_size=3))
def test_what_is_written_is_read_back_with_every_span(name: str, some: list[LabelledReport]) -> None:
    back = taken(read(file_of(name, *some)))
    assert [(one.text, spans(one)) for one in back] == [(one.text, spans(one)) for one in some]


@given(some=st.lists(reports(), min_size=1, max_size=3))
def test_mark_up_is_read_back_with_every_span_and_the_units_that_its_rules_add(some: list[LabelledReport]) -> None:
    back = taken(read(file_of("markup", *some), "markup"))
    assert [one.text for one in back] == [one.text for one in some]
    for one, other in zip(some, back, strict=True):
        united = with_units(one.text, [Span(*span) for span in spans(one)])
        assert spans(other) == sorted((span.start, span.end, span.label) for span in united)


@pytest.mark.parametrize("name", [*FORMATS])
def test_the_format_of_a_file_is_told_from_its_content(name: str) -> None:
    content = file_of(name, REPORT, REPORT)
    assert detect(content.decode()).name == name.removesuffix("-relations")
    assert [spans(one) for one in taken(read(b"\xef\xbb\xbf" + content))] == [spans(REPORT)] * 2


def test_an_answer_keeps_the_whole_report() -> None:
    assert taken(read(file_of("extract", REPORT))) == [REPORT]


def test_mark_up_keeps_what_facts_state() -> None:
    assert REPORT.facts is not None
    (back,) = taken(read(file_of("markup", REPORT)))
    assert back.facts is not None
    assert [one.model_copy(update={"evidence": ()}) for one in back.facts] == [
        one.model_copy(update={"evidence": ()}) for one in REPORT.facts
    ]


def test_relations_keep_fields_and_evidence() -> None:
    assert REPORT.facts is not None
    (back,) = taken(read(file_of("doccano-relations", REPORT)))
    assert back.facts is not None
    assert [(one.field, one.kind, one.start, one.end, one.evidence) for one in back.facts] == [
        (one.field, one.kind, one.start, one.end, one.evidence) for one in REPORT.facts
    ]
    assert {one.value for one in back.facts} == {None}


def test_a_relation_of_words_for_a_total_can_be_trained_on() -> None:
    content = json.dumps(
        {
            "text": "申请均已答复。",
            "entities": [
                {"id": 1, "label": "ALL", "start_offset": 2, "end_offset": 3},
                {"id": 2, "label": "REQUEST_EVENT", "start_offset": 4, "end_offset": 6},
            ],
            "relations": [{"id": 1, "from_id": 1, "to_id": 2, "type": "requests.processed"}],
        }
    )
    (report,) = taken(read(content.encode()))
    assert filled(report).facts == ()


def test_a_value_that_mark_up_cannot_state_is_told_and_not_changed() -> None:
    unread = REPORT.model_copy(update={"facts": (fact("requests.processed", 1, REPORT.entities[4]).model_copy(update={"value": None}),)})
    with pytest.raises(UnwritableError, match=r"requests\.processed at offset 18"):
        FORMATS["markup"].write(unread)


def test_a_prediction_of_label_studio_names_its_model_and_scores() -> None:
    proposed = LabelledEntity(label="REQUEST_COUNT", start=11, end=16, confidence=0.75)
    predicted = LabelledReport(text=TEXT, entities=(proposed,), annotator="2026.11", status=Status.PREDICTED, source="a")
    (one,) = json.loads(file_of("label-studio", predicted))
    (prediction,) = one["predictions"]
    assert (prediction["model_version"], prediction["score"], prediction["result"][0]["score"]) == ("2026.11", 0.75, 0.75)
    assert taken(read(file_of("label-studio", predicted))) == [predicted]


def task(*annotations: dict[str, Any], **more: Any) -> bytes:
    return json.dumps([{"id": 1, "data": {"text": "共😀12件"}, "annotations": annotations, **more}]).encode()


def region(start: int, end: int, text: str, label: str = "REQUEST_COUNT") -> dict[str, Any]:
    return {"type": "labels", "value": {"start": start, "end": end, "text": text, "labels": [label]}}


def test_each_annotation_that_was_not_cancelled_is_a_version_in_the_order_of_saving() -> None:
    late = {"result": [region(2, 4, "12")], "completed_by": {"id": 3, "email": "b@example.org"}, "updated_at": "2026-05-02T08:00:00Z"}
    early = {"result": [], "completed_by": 2, "updated_at": "2026-05-01T08:00:00Z", "ground_truth": True}
    cancelled = {"result": [region(0, 1, "共")], "was_cancelled": True}
    found = taken(read(task(late, cancelled, early, predictions=[{"result": [region(0, 1, "共")]}])))
    assert [(one.annotator, one.status, len(one.entities)) for one in found] == [
        ("Label Studio user 2", Status.REVIEWED, 0),
        ("b@example.org", Status.LABELLED, 1),
    ]


def test_a_task_that_nobody_labelled_is_passed_over_where_its_predictions_are_numbers() -> None:
    assert taken(read(task(predictions=[7]))) == []


def test_offsets_in_utf_16_units_are_repaired_where_the_quotes_prove_them() -> None:
    (outcome,) = read(task({"result": [region(3, 5, "12"), region(5, 6, "件", "UNIT")]}))
    assert isinstance(outcome, Taken)
    assert (outcome.repair, spans(outcome.report)) == ("UTF-16 units", [(2, 4, "REQUEST_COUNT"), (4, 5, "UNIT")])


def faults(content: str, name: str | None = None) -> list[str]:
    try:
        outcomes = list(read(content.encode(), name))
    except RejectedError as error:
        outcomes = [error]
    return [told(one) for outcome in outcomes if isinstance(outcome, RejectedError) for one in outcome.faults]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('{"text": "3", "label": [[0, 1, "COUNT"]]}', "line 1, label[0]: offset 0: the label 'COUNT' is unknown; known are ISSUER, YEAR,"),
        ('{"text": "收12件", "label": [[1, 2, "SHARE"]]}', "line 1, label[0]: offset 2: the span '1' cuts the number in '收12件' in half"),
        ('{"text": "收到", "label": [[1, 1, "NIL"]]}', "line 1, label[0]: offset 1: the span is empty"),
        ('{"text": "收到", "label": [[1, 3, "NIL"]]}', "line 1, label[0]: offset 1: 1 to 3 is no stretch of a text of 2 characters"),
        (
            '\n{"text": "无无", "label": [[0, 2, "NIL"], [1, 2, "ALL"]]}',
            "label[1]: offset 1: the span '无' (ALL) overlaps '无无' (NIL)",
        ),
        ('{"text": "收到", "label": [["0", 1, "NIL"]]}', "line 1, label[0][0]: Input should be a valid integer"),
        ('{"text": "收到", "label": [}', "line 1: not JSON: Expecting value (line 1 column 26)"),
        ('{"text": "\\u0007收", "label": []}', "line 1: the text holds the control character U+0007 at offset 0"),
        (
            '{"text": "3", "entities": [], "relations": [{"from_id": 1, "to_id": 1, "type": "other"}]}',
            "relations[0]: there is no entity",
        ),
        (
            '{"text": "3", "entities": [{"label": "OTHER_COUNT", "start": 0, "end": 1, "text": "4"}]}',
            "line 1, entities[0]: offset 0: quotes '4', but",
        ),
        (
            '{"text": "3", "entities": [], "facts": [{"field": "x", "kind": "count", "start": 0, "end": 1}]}',
            "line 1, facts[0]: offset 0: the field 'x'",
        ),
        (
            '{"text": "若干件", "entities": [{"id": 1, "label": "REQUEST_COUNT", "start_offset": 0, "end_offset": 2}], '
            '"relations": [{"from_id": 1, "to_id": 1, "type": "requests.received"}]}',
            "line 1, entities[0]: offset 0: requests.received has no value: no number in '若干', labelled REQUEST_COUNT",
        ),
        ('[{"data": {"text": "3"}, "annotations": []},\n{"data": {}, "annotations": []}]', "line 2, [1].data.text: Field required"),
        ("收\tO\n到\tI-NIL\n", "line 2: offset 1: I-NIL goes on where no NIL began"),
        ("收\tO\n到到\tO\n", "line 2: offset 1: is no character and tag"),
        ("## a/1\nlayout: any\nlevel: other\nissuer: other\n---\n收到\n[三|COUNT]", "line 7: unknown label 'COUNT'; known are ISSUER"),
        ("## a/1\nlayout: any\nlevel: other\nissuer: other\n---\n收到{n}件", "the text of a report has no slots: {n}"),
    ],
)
def test_what_is_wrong_is_told_with_line_field_and_offset(content: str, found: str) -> None:
    (fault,) = faults(content)
    assert found in fault


FACT = {"field": "other", "kind": "count", "value": 3, "start": 0, "end": 1}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"annotator": "li\ud800"}, "annotator: holds a lone surrogate, U+D800 at offset 2"),
        ({"annotator": "\x1b[31m"}, "annotator: holds the control character U+001B at offset 0"),
        ({"source": "a\tb"}, "source: holds the control character U+0009 at offset 1"),
        ({"id": "a\x00"}, "id: holds the control character U+0000 at offset 1"),
        ({"facts": [FACT | {"value": "\ud800"}]}, "facts[0].value: holds a lone surrogate"),
        ({"facts": [FACT | {"unit": "\ud800"}]}, "facts[0].unit: holds a lone surrogate"),
        ({"facts": [FACT | {"name": "\ud800"}]}, "facts[0].name: holds a lone surrogate"),
        ({"facts": [FACT | {"value": 2**53}]}, "facts[0].value: is beyond"),
        (
            {"facts": [FACT | {"evidence": [{"label": "\ud800", "start": 0, "end": 1}]}]},
            "facts[0].evidence[0].label: holds a lone surrogate",
        ),
    ],
)
def test_what_json_or_a_terminal_cannot_carry_safely_is_told_with_its_field(more: dict[str, Any], found: str) -> None:
    (fault,) = faults(json.dumps({"text": "3", "entities": [], **more}))
    assert found in fault


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"entities": [{"label": "NIL", "start": 0, "end": 1, "confidence": -5}]}, "entities[0].confidence"),
        ({"facts": [FACT | {"value": True}]}, "facts[0].value"),
        ({"facts": [FACT | {"approximate": "no"}]}, "facts[0].approximate"),
        ({"facts": [FACT | {"evidence": [{"label": "NIL", "start": 0, "end": 1, "confidence": 2}]}]}, "facts[0].evidence[0].confidence"),
    ],
)
def test_a_value_that_cannot_be_is_told_with_its_field(more: dict[str, Any], place: str) -> None:
    found = faults(json.dumps({"text": "3", "entities": [], **more}))
    assert found
    assert all(f"line 1, {place}: Input should be" in fault for fault in found)


def test_a_field_that_is_unknown_is_told_without_all_that_are_known() -> None:
    (fault,) = faults(json.dumps({"text": "3", "entities": [], "facts": [FACT | {"field": "x"}]}))
    assert fault == "line 1, facts[0]: offset 0: the field 'x' is unknown"


def test_users_of_label_studio_are_named_safely() -> None:
    bad = {"result": [], "completed_by": {"id": 1, "email": "\x1b[31m"}}
    (fault,) = faults(task(bad).decode())
    assert "[0].annotations[0].completed_by.email: holds the control character U+001B" in fault


def test_of_members_that_are_passed_over_any_are_taken() -> None:
    assert len(taken(read(json.dumps({"text": "3", "label": [], "tool": {"id": 2**63, "note": "\ud800"}}).encode()))) == 1


def test_a_report_that_was_kept_with_a_name_that_is_now_refused_can_still_be_written() -> None:
    assert "\\u001b" in FORMATS["extract"].write(REPORT.model_copy(update={"annotator": "\x1b"}))


def test_a_bad_line_spoils_no_other() -> None:
    content = '{"text": "甲", "label": []}\n{"text": }\n{"text": "乙", "label": []}\n'
    assert [one.report.text for one in read(content.encode()) if isinstance(one, Taken)] == ["甲", "乙"]
    assert len(faults(content)) == 1


def test_a_bad_annotation_spoils_no_other() -> None:
    bad, worse, good = region(0, 1, "共", "NOBODY"), region(0, 9, "共"), region(2, 4, "12")
    outcomes = list(read(task(*({"result": [one]} for one in (bad, worse, good)))))
    assert [isinstance(one, RejectedError) for one in outcomes] == [True, True, False]
    assert taken(outcomes[2:])[0].entities[0].label == "REQUEST_COUNT"


def test_one_value_may_stand_on_many_lines() -> None:
    content = json.dumps({"text": "甲", "label": [[0, 1, "NIL"]]}, indent=1).encode()
    assert [spans(one) for one in taken(read(content))] == [[(0, 1, "NIL")]]


@pytest.mark.parametrize("content", ["", "hello", "3", "[]", '{"text": "甲"}', "[1, 2]"])
def test_a_format_that_cannot_be_told_is_refused_with_those_that_are_read(content: str) -> None:
    with pytest.raises(RejectedError, match="label-studio, doccano"):
        read(content.encode())
