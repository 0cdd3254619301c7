from hypothesis import given
from hypothesis import strategies as st

from model.documents.blocks import Cell, Table, lay_out
from model.documents.document import CellText, DocumentBuilder, one_line
from tests.model.documents.made import cells

_WORDS = st.text(st.sampled_from("收到3件 \n\t\r\u3000\xa0a,𠀀"), max_size=12)
_CELLS = st.builds(CellText, _WORDS, st.integers(1, 9), st.integers(1, 9))
_ADDED = st.one_of(_WORDS, st.lists(st.lists(_CELLS, max_size=4), max_size=4))


@given(st.lists(_ADDED, max_size=6))
def test_offsets_quote_the_cells(added: list[str | list[list[CellText]]]) -> None:
    builder = DocumentBuilder()
    for each in added:
        if isinstance(each, str):
            builder.add_paragraph(each)
        else:
            builder.add_table(each)
    document = builder.document()
    tables = [[[one_line(cell.text) for cell in row] for row in each] for each in added if not isinstance(each, str)]
    assert cells(document) == [table for table in tables if any(map("".join, table))]
    for grid in document.grids:
        for number, row in enumerate(grid.rows):
            assert all(number + cell.row_span <= len(grid.rows) for cell in row)
            if row:
                assert document.text[row[0].start : row[-1].end] in document.text.split("\n")


@given(st.lists(_ADDED, max_size=6))
def test_no_character_but_white_space_is_lost(added: list[str | list[list[CellText]]]) -> None:
    blocks: list[str | Table] = [
        each if isinstance(each, str) else Table([[Cell(blocks=[cell.text]) for cell in row] for row in each]) for each in added
    ]
    words = [each if isinstance(each, str) else "".join(cell.text for row in each for cell in row) for each in added]
    assert "".join(lay_out(blocks).text.split()) == "".join("".join(words).split())


def test_a_builder_puts_paragraphs_and_rows_on_lines() -> None:
    builder = DocumentBuilder()
    builder.add_paragraph("  甲 \r\n\r\n乙\x0b丙")
    builder.add_table([[CellText("a"), CellText("")], [], [CellText(""), CellText("b\nc")]])
    builder.add_table([[CellText(" ")]])
    document = builder.document()
    assert document.text == "甲\n乙\n丙\na\t\n\tb c"
    assert cells(document) == [[["a", ""], [], ["", "b c"]]]


def test_nothing_added_is_an_empty_document() -> None:
    assert DocumentBuilder().document().text == ""
