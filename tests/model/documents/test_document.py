import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.documents.blocks import Cell, Table, lay_out
from model.documents.document import DocumentBuilder, one_line

_WORDS = st.text(st.sampled_from("收到3件 \n\t\r\u3000\xa0a,𠀀"), max_size=12)
_TABLES = st.lists(st.lists(_WORDS, max_size=4), max_size=4)
_ADDED = st.one_of(_WORDS, _TABLES)


@given(st.lists(_TABLES, max_size=6))
def test_a_line_of_the_text_is_a_row_with_all_its_cells(added: list[list[list[str]]]) -> None:
    builder = DocumentBuilder()
    for each in added:
        builder.add_table(each)
    tables = [[[one_line(cell) for cell in row] for row in each] for each in added]
    rows = [row for table in tables if any(map("".join, table)) for row in table if row]
    assert builder.document().text.split("\n") == ["\t".join(row) for row in rows] or not rows


@given(st.lists(_ADDED, max_size=6))
def test_no_character_but_white_space_is_lost(added: list[str | list[list[str]]]) -> None:
    blocks: list[str | Table] = [
        each if isinstance(each, str) else Table([[Cell(blocks=[cell]) for cell in row] for row in each]) for each in added
    ]
    words = [each if isinstance(each, str) else "".join(cell for row in each for cell in row) for each in added]
    assert "".join(lay_out(blocks).text.split()) == "".join("".join(words).split())


def test_a_builder_puts_paragraphs_and_rows_on_lines() -> None:
    builder = DocumentBuilder()
    builder.add_paragraph("  甲 \r\n\r\n乙\x0b丙")
    builder.add_table([["a", ""], [], ["", "b\nc"]])
    builder.add_table([[" "]])
    assert builder.document().text == "甲\n乙\n丙\na\t\n\tb c"


@pytest.mark.parametrize(
    ("cell", "line"),
    [("1,21\n1.41", "1,211.41"), ("2,1\n05", "2,105"), ("1,211\n41", "1,211 41"), ("1,21\n14", "1,21 14"), ("12\n3", "12 3")],
)
def test_a_line_end_inside_a_group_of_thousands_parts_no_number(cell: str, line: str) -> None:
    assert one_line(cell) == line


def test_nothing_added_is_an_empty_document() -> None:
    assert DocumentBuilder().document().text == ""
