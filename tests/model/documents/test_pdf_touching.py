import time

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.documents.pdf_columns import columns_of
from model.documents.pdf_geometry import Glyph
from model.documents.pdf_lines import Line
from model.documents.pdf_touching import Side, parted
from tests.model.documents.made_pdf import glyphs

_DIGIT = 5.0
"""The width of a digit."""
_CELLS = st.one_of(st.just(""), st.integers(0, 9).map(str), st.integers(0, 99_999).map(str), st.integers(1000, 99_999).map("{:,}".format))

Row = tuple[str, ...]


def set_in_columns(rows: list[Row], side: Side) -> list[Line]:
    """Rows behind labels, in columns as wide as their widest cells and with nothing between."""
    widths = [_DIGIT * max(map(len, column)) for column in zip(*rows, strict=True)]
    return [_line(row, widths, side, 20.0 * number) for number, row in enumerate(rows)]


def _line(row: Row, widths: list[float], side: Side, baseline: float) -> Line:
    found, left = glyphs("收到", 0, baseline), 100.0
    for words, width in zip(row, widths, strict=True):
        found += glyphs(words, left + (width - _DIGIT * len(words)) * side.value, baseline)
        left += width
    return Line(tuple(found))


def cells(line: Line, lines: list[Line]) -> list[str]:
    """The cells of one of the lines by the columns of all."""
    found = columns_of(lines)
    assert found is not None
    split = found.split(line)
    return [split[number].text if number in split else "" for number in range(1, len(found.values) + 1)]


@settings(max_examples=40, deadline=None)
@given(
    st.integers(2, 4).flatmap(lambda width: st.lists(st.tuples(*[_CELLS] * width), min_size=2, max_size=5)),
    st.sampled_from(Side),
)
def test_numbers_that_touch_are_never_read_as_others(rows: list[Row], side: Side) -> None:
    rows = [row for row in zip(*(column for column in zip(*rows, strict=True) if any(column)), strict=True) if any(row)]
    assume(rows)
    lines = set_in_columns(rows, side)
    found = columns_of(lines)
    # Columns in which no value stands alone are not found at all.
    assume(found is not None and len(found.values) == len(rows[0]))
    for row, line in zip(rows, lines, strict=True):
        assert all(cell == words or " " in cell for cell, words in zip(cells(line, lines), row, strict=True))


def test_numbers_that_touch_are_parted_where_others_of_their_columns_end() -> None:
    lines = set_in_columns([("5803", "665", "6468"), ("12", "9", "21"), ("7", "", "7")], Side.RIGHT)
    assert cells(lines[0], lines) == ["5803", "665", "6468"]


def test_a_number_that_may_go_on_over_the_next_column_is_left_open() -> None:
    lines = set_in_columns([("5803", "665"), ("12", "9"), ("7", "")], Side.LEFT)
    assert cells(lines[0], lines) == ["5803 665", "3 665"]


def test_commas_tell_where_numbers_part() -> None:
    lines = set_in_columns([("1,803", "2,665"), ("12", "9")], Side.RIGHT)
    assert cells(lines[0], lines) == ["1,803", "2,665"]


def test_digits_drawn_over_each_other_are_parted_in_bounded_time() -> None:
    number = [Glyph(character, 50 + 0.01 * place, 50.001 + 0.01 * place, 100, 10) for place, character in enumerate("1" * 30 + ",")]
    columns = [(50 + 0.3 * place, 50.2 + 0.3 * place) for place in range(7)]
    begun = time.process_time()
    assert len(parted(number, columns, tuple(Side))) == len(columns)
    assert time.process_time() - begun < 2
