"""A report as a DOCX file, its tables with merged cells."""

import random
from pathlib import Path

from docx import Document
from docx.document import Document as Opened
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph as Line

from training.rendering.grid import Grid
from training.rendering.report import Paragraph, Report, Role

_CUT = 0.15
"""So many texts are cut into two runs, in the middle of a number too."""


def write_docx(report: Report, path: Path, source: random.Random) -> None:
    """Writes the report to a file."""
    document = Document()
    for block in report.blocks:
        if isinstance(block, Grid):
            _add_table(document, block, source)
        else:
            _add_paragraph(document, block, source)
    document.save(str(path))


def _add_paragraph(document: Opened, paragraph: Paragraph, source: random.Random) -> None:
    level = {Role.TITLE: 0, Role.HEADING: 1}.get(paragraph.role)
    line = document.add_paragraph() if level is None else document.add_heading(level=level)
    _write(line, paragraph.text, source)
    if paragraph.role is Role.SIGNATURE:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _add_table(document: Opened, grid: Grid, source: random.Random) -> None:
    table = document.add_table(len(grid.rows), grid.width, style="Table Grid")
    cells = [row.cells for row in table.rows]  # read once: each look-up of a single cell walks the whole table
    for number, column, cell in grid.places():
        corner = cells[number][column]
        if cell.rows > 1 or cell.columns > 1:
            corner = corner.merge(cells[number + cell.rows - 1][column + cell.columns - 1])
        _write(corner.paragraphs[0], cell.text, source)


def _write(line: Line, text: str, source: random.Random) -> None:
    cut = source.randrange(1, len(text)) if len(text) > 1 and source.random() < _CUT else len(text)
    for run in filter(None, (text[:cut], text[cut:])):
        line.add_run(run)
