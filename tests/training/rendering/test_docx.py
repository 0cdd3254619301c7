import random
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm

from model.tables.forms import Layout
from tests.training.rendering.test_report import report_of
from training.rendering.docx import write_docx
from training.rendering.grid import Grid
from training.rendering.look import draw_look
from training.rendering.report import Paragraph


@pytest.mark.parametrize("layout", list(Layout))
def test_a_document_holds_all_cells_where_they_belong(layout: Layout, tmp_path: Path) -> None:
    report = report_of(6, layout)
    write_docx(report, tmp_path / "report.docx", random.Random(6))
    tables = Document(str(tmp_path / "report.docx")).tables
    grids = [block for block in report.blocks if isinstance(block, Grid)]
    assert len(tables) == len(grids)
    for table, grid in zip(tables, grids, strict=True):
        printed = [[cell.text for cell in row.cells] for row in table.rows]
        for number, column, cell in grid.places():
            covered = [row[column : column + cell.columns] for row in printed[number : number + cell.rows]]
            assert covered == [[cell.text] * cell.columns] * cell.rows


def test_a_document_holds_the_prose(tmp_path: Path) -> None:
    report = report_of(7)
    write_docx(report, tmp_path / "report.docx", random.Random(7))
    texts = [paragraph.text for paragraph in Document(str(tmp_path / "report.docx")).paragraphs]
    assert texts == [block.text for block in report.blocks if isinstance(block, Paragraph)]


def test_columns_of_a_table_take_the_width_of_the_page_and_lines_are_ruled_or_not(tmp_path: Path) -> None:
    styles = set()
    for seed in range(6):
        write_docx(report_of(6), tmp_path / "report.docx", random.Random(seed))
        document = Document(str(tmp_path / "report.docx"))
        room = draw_look(random.Random(seed)).text_width
        widths = [sum(column.width or 0 for column in table.columns) / Mm(1) for table in document.tables]
        assert widths == pytest.approx([room] * len(widths), rel=0.01)
        styles |= {table.style and table.style.name for table in document.tables}
    assert styles == {"Table Grid", "Normal Table"}
