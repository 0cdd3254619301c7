"""PDF files of LibreOffice and Chromium, cell by cell; `pdf/make_fixtures.py` makes them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from model.documents.document import Document
from model.documents.pdf import read_pdf
from model.tables.forms import Layout
from tests.model.documents.pdf.forms import HEADINGS, PROSE, RARE, TITLE, Printed, Table, table_2_of_2019, table_2_of_2021, table_3, table_4

FOLDER = Path(__file__).parent / "pdf"
REPORTS = ("chromium-2019", "chromium-2021", "chromium-unruled", "writer-2019", "writer-2021")
OF_2019 = (table_2_of_2019(), table_3(Layout.OF_2019), table_4())
OF_2021 = (*table_2_of_2021(), table_3(Layout.OF_2021), table_4())


def document(name: str) -> Document:
    return read_pdf((FOLDER / f"{name}.pdf").read_bytes())


def cells(found: Document) -> list[Table]:
    return [
        tuple(tuple(Printed(found.text[cell.start : cell.end], cell.row_span, cell.column_span) for cell in row) for row in grid.rows)
        for grid in found.grids
    ]


@pytest.mark.parametrize(
    ("name", "tables"),
    [
        ("chromium-2019", OF_2019),
        ("chromium-2021", OF_2021),
        ("chromium-noto", (table_4(),)),
        ("writer-2019", OF_2019),
        ("writer-2021", OF_2021),
    ],
)
def test_every_cell_of_ruled_tables_is_read_over_page_breaks(name: str, tables: tuple[Table, ...]) -> None:
    found = cells(document(name))
    assert len(found) == len(tables)
    for one, other in zip(found, tables, strict=True):
        assert one == other


@pytest.mark.parametrize("name", REPORTS)
def test_headings_and_paragraphs_are_lines_whole_and_in_order(name: str) -> None:
    found = document(name)
    lines = found.text.split("\n")
    assert lines[0] == TITLE
    assert [line for line in lines if line in {*HEADINGS, *PROSE}] == [
        HEADINGS[0],
        *PROSE[:3],
        *HEADINGS[1:],
        PROSE[3],
    ]


@pytest.mark.parametrize("name", REPORTS)
def test_page_numbers_headers_and_watermarks_are_left_out(name: str) -> None:
    found = document(name)
    outside = found.text
    for grid in reversed(found.grids):
        places = [place for row in grid.rows for cell in row for place in (cell.start, cell.end)]
        outside = outside[: min(places)] + outside[max(places) :]
    if name != "chromium-unruled":  # Headers of a table without lines are lines of text.
        assert set(outside.split("\n")) - {""} == {TITLE, *HEADINGS, *PROSE}
    assert not any(mark in found.text for mark in ("file:", "1/3", "- 1 -", "页", "内部资料"))


def test_numbers_of_tables_without_lines_stay_in_their_rows_and_columns() -> None:
    rows = [[cell.text for cell in row] for table in cells(document("chromium-unruled")) for row in table]
    of_table_3 = [[cell.text for cell in row[-7:]] for row in table_3(Layout.OF_2021)[3:]]
    assert [row[1:] for row in rows if len(row) == 8 and any(cell.isdigit() for cell in row)] == of_table_3
    assert rows[-1] == [cell.text for cell in table_4()[-1]]
    assert ["行政规范性文件", "", "1,073", "1,369"] in rows
    assert ["行政许可", "629"] in rows


def test_labels_stand_before_the_numbers_of_their_rows_without_lines() -> None:
    rows = [[cell.text for cell in row] for table in cells(document("chromium-unruled")) for row in table]
    found = ["".join(row[0].split()) for row in rows if len(row) == 8 and any(cell.isdigit() for cell in row)]
    labels = [row[-8].text for row in table_3(Layout.OF_2021)[3:]]
    # Words of groups that stand over several rows run into the labels beside them.
    assert sum(label in one for one, label in zip(found, labels, strict=True)) >= len(labels) - 1


def test_radicals_and_rare_characters_stay_as_they_are() -> None:
    assert document("chromium-noto").text.startswith(f"{RARE}\n")


def test_files_may_be_read_from_several_threads_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(document, REPORTS * 2))
    assert found[: len(REPORTS)] == found[len(REPORTS) :] == [document(name) for name in REPORTS]
