import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.labelled.faults import Place, RejectedError
from training.labelled.repair import Stretch, repaired

WORDS = st.text("收到件12😀𠀀\n", min_size=1, max_size=20)


def stretch(start: int, end: int, quote: str | None) -> Stretch:
    return Stretch(start, end, quote, Place(1))


@given(WORDS, WORDS, WORDS)
def test_what_javascript_counted_is_put_where_its_quote_stands(before: str, quote: str, behind: str) -> None:
    text = before + quote + behind
    start = len(before.encode("utf-16-le")) // 2
    end = start + len(quote.encode("utf-16-le")) // 2
    try:
        ((placed,), _) = repaired(text, [stretch(start, end, quote)])
    except RejectedError:
        assert text.find(quote) != text.rfind(quote)  # several ways to count put it at different places
    else:
        assert text[placed.start : placed.end] == quote


@pytest.mark.parametrize(
    ("text", "counted", "cause"),
    [
        ("甲\r\n\r\n收到3件", "甲\n\n收到3件", "CRLF counted as one"),
        ("甲\n\n收到3件", "甲\r\n\r\n收到3件", "LF counted as two"),
        ("😀😀\r\n收到3件", "😀😀\n收到3件", "UTF-16 units, CRLF counted as one"),
    ],
)
def test_the_cause_is_named(text: str, counted: str, cause: str) -> None:
    start = counted.index("收到") + counted.count("😀")
    assert repaired(text, [stretch(start, start + 2, "收到")]) == ([stretch(text.index("收到"), text.index("收到") + 2, "收到")], cause)


def test_nothing_is_repaired_where_all_quotes_are_right_or_there_are_none() -> None:
    given_ = [stretch(1, 3, "收到"), stretch(0, 9, None)]
    assert repaired("😀收到", given_) == (given_, None)


def test_a_quote_that_no_way_to_count_finds_is_refused() -> None:
    with pytest.raises(RejectedError, match="quotes '没有', but the text has '收到' there"):
        repaired("收到3件", [stretch(0, 2, "没有")])


def test_no_part_is_repaired_where_another_does_not_fit() -> None:
    with pytest.raises(RejectedError):
        repaired("😀收到3件", [stretch(2, 4, "收到"), stretch(3, 4, "3")])


def test_a_quote_may_spell_line_ends_as_label_studio_does() -> None:
    assert repaired("甲\n乙", [stretch(0, 3, "甲\\n乙")])[1] is None
