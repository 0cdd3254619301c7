"""Record to file and back, with the PDF files that `roundtrip/make_fixtures.py` made by LibreOffice and Chromium."""

from itertools import islice

import pytest

from model.documents.read import read_document
from model.tables.cells import CellKind, Printed
from model.tables.table import TableCell
from model.tables.told import NOTHING_TOLD
from tests.training.roundtrip.make_fixtures import FIXTURES, HERE
from training.rendering.html import Style
from training.rendering.printing import CellDrawn
from training.roundtrip import Verdict, drawn_reports, score, verdict, verdicts


@pytest.mark.parametrize(("form", "number"), [(form, number) for form, numbers in FIXTURES.items() for number in numbers])
def test_every_cell_of_a_pdf_is_read_as_it_was_drawn(form: str, number: int) -> None:
    drawn, _, _ = next(islice(drawn_reports(form, number + 1), number, None))
    name = f"{form}-{number}.pdf"
    found = verdicts(drawn, read_document((HERE / name).read_bytes(), name).text, NOTHING_TOLD)
    assert {verdict.name for verdict in found} == {"right"}


@pytest.mark.parametrize("form", [*(f"html-{style}" for style in Style), "docx"])
def test_every_cell_of_pages_and_word_files_is_read_as_it_was_drawn(form: str) -> None:
    found = score(form, 2)
    assert {verdict.name for verdict in found} == {"right"}


def test_a_cell_is_wrong_where_another_number_or_a_blank_is_read() -> None:
    drawn = CellDrawn("12", Printed(CellKind.VALUE, 12))
    assert verdict(drawn, TableCell("f", CellKind.VALUE, 12), False) == "right"
    assert verdict(drawn, TableCell("f", CellKind.VALUE, 1), False) == "wrong"
    assert verdict(drawn, TableCell("f", CellKind.BLANK), True) == "wrong"
    assert verdict(drawn, None, False) == verdict(drawn, TableCell("f", CellKind.UNREADABLE), False) == "unreadable"


def test_a_cell_is_open_where_what_was_drawn_is_among_its_candidates() -> None:
    drawn = CellDrawn("12", Printed(CellKind.VALUE, 12))
    assert verdict(drawn, TableCell("f", CellKind.UNREADABLE, candidates=(None, 12)), True) == "open"
    assert verdict(drawn, TableCell("f", CellKind.UNREADABLE, candidates=(None, 1)), True) == "unreadable"


def test_few_cells_are_wrong_or_lost_where_blanks_leave_no_trace() -> None:
    found = score("bar_rows dropped", 4)
    assert {verdict.name for verdict in found} <= {"right", "open"}
    assert found[Verdict("right", True)] > 10 * found[Verdict("open", True)]


def test_a_blank_and_a_placeholder_are_alike_only_where_blanks_leave_no_trace() -> None:
    drawn = CellDrawn("/", Printed(CellKind.NOT_APPLICABLE))
    assert verdict(drawn, TableCell("f", CellKind.BLANK), True) == "right"
    assert verdict(drawn, TableCell("f", CellKind.BLANK), False) == "wrong"
