import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.facts import Kind, Time
from training.markup import MarkupError, Meaning, Slot, Span, Tagged, parse_template, render


def escaped(text: str) -> str:
    return re.sub(r"([\[\]{}|\\])", r"\\\1", text)


def plain(source: str) -> tuple[str, list[Span]]:
    return render(parse_template(source), lambda slot: f"<{slot}>")


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("收到3件[]{}|\\\n=:,")))
def test_any_text_survives_when_it_is_escaped(text: str) -> None:
    assert plain(escaped(text)) == (text, [])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.text(st.sampled_from("共年[|\n")), st.text(st.sampled_from("收到]|{"), min_size=1)), max_size=5))
def test_spans_stand_where_their_text_is(pairs: list[tuple[str, str]]) -> None:
    source = "".join(f"{escaped(before)}[{escaped(words)}|REQUEST_EVENT]" for before, words in pairs)
    text, spans = plain(source)
    assert text == "".join(before + words for before, words in pairs)
    assert [text[span.start : span.end] for span in spans] == [words for _, words in pairs]


def test_slots_are_filled_inside_and_outside_of_spans() -> None:
    text, spans = plain("{year}年[收到{n}|REQUEST_EVENT]{件/宗}")
    assert text == "<year>年收到<n><件/宗>"
    assert spans == [Span(7, 12, "REQUEST_EVENT")]


def test_an_empty_filling_leaves_no_span() -> None:
    assert render(parse_template("[{x}|UNIT]件"), lambda slot: "") == ("件", [])


def test_pieces_tell_text_slots_and_labels() -> None:
    assert parse_template("共[{n}|REQUEST_COUNT=requests.received]") == (
        "共",
        Tagged((Slot("n"),), "REQUEST_COUNT", (Meaning("requests.received"),)),
    )


@pytest.mark.parametrize(
    ("tag", "meanings"),
    [
        ("CHANGE=requests.received:-g", [Meaning("requests.received", "-g")]),
        ("CHANGE=requests.received#ratio", [Meaning("requests.received", None, Kind.RATIO)]),
        ("REQUEST_COUNT=requests.received@previous", [Meaning("requests.received", time=Time.PREVIOUS)]),
        ("CHANGE=requests.received:max(a, b)#ratio@cumulative", [Meaning("requests.received", "max(a, b)", Kind.RATIO, Time.CUMULATIVE)]),
        ("NIL=reviews.total,litigation.total", [Meaning("reviews.total"), Meaning("litigation.total")]),
        (
            "ALL=requests.processed:min(a,b),requests.outcome.granted:n",
            [("requests.processed", "min(a,b)"), ("requests.outcome.granted", "n")],
        ),
    ],
)
def test_a_tag_names_what_its_figure_states(tag: str, meanings: list[Meaning | tuple[str, str]]) -> None:
    (piece,) = parse_template(f"[x|{tag}]")
    assert isinstance(piece, Tagged)
    assert list(piece.meanings) == [one if isinstance(one, Meaning) else Meaning(*one) for one in meanings]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("[收到|REQUEST_EVENT", "no closing bracket"),
        ("[[收到|REQUEST_EVENT]]", "brackets inside brackets"),
        ("[收到]", "no label"),
        ("[收到|REQUEST_VERB]", "unknown label 'REQUEST_VERB'"),
        ("[|REQUEST_EVENT]", "empty span"),
        ("[3|REQUEST_COUNT]", "names no field"),
        ("[3|REQUEST_COUNT=requests.recieved]", "unknown field 'requests.recieved'"),
        ("[3|REQUEST_COUNT=requests.received#sum]", "unknown kind 'sum'"),
        ("[3|REQUEST_COUNT=requests.received@later]", "unknown time 'later'"),
        ("[3|REQUEST_COUNT=requests received]", "cannot read"),
        ("[收到|REQUEST_EVENT=requests.received]", "a REQUEST_EVENT names no field"),
        ("[均|ALL=requests.processed]", "ALL needs its value"),
        ("{n", "no closing brace"),
        ("n}", "stray"),
        ("n]", "stray"),
    ],
)
def test_a_mistake_is_told_with_its_line(source: str, message: str) -> None:
    with pytest.raises(MarkupError, match=f"line 12: .*{re.escape(message)}"):
        parse_template(f"第一行\n第二行\n{source}", 10)
