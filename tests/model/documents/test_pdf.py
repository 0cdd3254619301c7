"""PDF files of LibreOffice and Chromium, cell by cell; `pdf/make_fixtures.py` makes them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from model.documents.pdf import read_pdf
from model.tables.forms import Layout
from tests.model.documents.pdf.forms import HEADINGS, PROSE, RARE, TITLE, Table, table_2_of_2019, table_2_of_2021, table_3, table_4

FOLDER = Path(__file__).parent / "pdf"
REPORTS = ("chromium-2019", "chromium-2021", "chromium-unruled", "writer-2019", "writer-2021")
OF_2019 = (table_2_of_2019(), table_3(Layout.OF_2019), table_4())
OF_2021 = (*table_2_of_2021(), table_3(Layout.OF_2021), table_4())


def lines(name: str) -> list[str]:
    return read_pdf((FOLDER / f"{name}.pdf").read_bytes()).text.split("\n")


def cells(name: str) -> list[list[str]]:
    """The cells of all lines that are rows of tables."""
    return [line.split("\t") for line in lines(name) if "\t" in line]


def printed(table: Table) -> list[str]:
    """The lines of a table, with the cells that begin in each row."""
    return ["\t".join(cell.text for cell in row) for row in table]


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
    outside = {TITLE, RARE, *HEADINGS, *PROSE}
    assert [line for line in lines(name) if line not in outside] == [line for table in tables for line in printed(table)]


@pytest.mark.parametrize("name", REPORTS)
def test_headings_and_paragraphs_are_lines_whole_and_in_order(name: str) -> None:
    found = lines(name)
    assert found[0] == TITLE
    assert [line for line in found if line in {*HEADINGS, *PROSE}] == [
        HEADINGS[0],
        *PROSE[:3],
        *HEADINGS[1:],
        PROSE[3],
    ]


@pytest.mark.parametrize("name", REPORTS)
def test_page_numbers_headers_and_watermarks_are_left_out(name: str) -> None:
    assert not any(mark in line for line in lines(name) for mark in ("file:", "1/3", "- 1 -", "页", "内部资料"))


def test_numbers_of_tables_without_lines_stay_in_their_rows_and_columns() -> None:
    rows = cells("chromium-unruled")
    of_table_3 = [[cell.text for cell in row[-7:]] for row in table_3(Layout.OF_2021)[3:]]
    assert [row[1:] for row in rows if len(row) == 8 and any(cell.isdigit() for cell in row)] == of_table_3
    assert rows[-1] == [cell.text for cell in table_4()[-1]]
    assert ["行政规范性文件", "", "1,073", "1,369"] in rows
    assert ["行政许可", "629"] in rows


def test_labels_stand_before_the_numbers_of_their_rows_without_lines() -> None:
    rows = cells("chromium-unruled")
    found = ["".join(row[0].split()) for row in rows if len(row) == 8 and any(cell.isdigit() for cell in row)]
    labels = [row[-8].text for row in table_3(Layout.OF_2021)[3:]]
    # Words of groups that stand over several rows run into the labels beside them.
    assert sum(label in one for one, label in zip(found, labels, strict=True)) >= len(labels) - 1


def test_radicals_and_rare_characters_stay_as_they_are() -> None:
    assert lines("chromium-noto")[0] == RARE


def test_files_may_be_read_from_several_threads_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lines, REPORTS * 2))
    assert found[: len(REPORTS)] == found[len(REPORTS) :] == [lines(name) for name in REPORTS]
