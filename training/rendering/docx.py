"""A report as a DOCX file, its tables with merged cells."""

import random
from pathlib import Path

from docx import Document
from docx.document import Document as Opened
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as Line

from training.rendering.grid import Grid
from training.rendering.look import Look, draw_look
from training.rendering.report import Paragraph, Report, Role

_SIDES = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_HEIGHTS = {
    "top": WD_CELL_VERTICAL_ALIGNMENT.TOP,
    "center": WD_CELL_VERTICAL_ALIGNMENT.CENTER,
    "bottom": WD_CELL_VERTICAL_ALIGNMENT.BOTTOM,
}
_CUT = 0.15
"""So many texts are cut into two runs, in the middle of a number too."""


def write_docx(report: Report, path: Path, source: random.Random) -> None:
    """Writes the report to a file, in a look drawn for it."""
    document = Document()
    look = draw_look(source)
    _set_page(document, look)
    for block in report.blocks:
        if isinstance(block, Grid):
            _add_table(document, block, look, source)
        else:
            _add_paragraph(document, block, source)
    document.save(str(path))


def _set_page(document: Opened, look: Look) -> None:
    width, height, margin = look.page
    section = document.sections[0]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(margin)


def _add_paragraph(document: Opened, paragraph: Paragraph, source: random.Random) -> None:
    level = {Role.TITLE: 0, Role.HEADING: 1}.get(paragraph.role)
    line = document.add_paragraph() if level is None else document.add_heading(level=level)
    _write(line, paragraph.text, source)
    if paragraph.role is Role.SIGNATURE:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _add_table(document: Opened, grid: Grid, look: Look, source: random.Random) -> None:
    table = document.add_table(len(grid.rows), grid.width, style="Table Grid" if look.ruled else "Normal Table")
    table.autofit = False
    _set_padding(table, look.padding)
    widths = _widths(grid, look)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    cells = [row.cells for row in table.rows]  # read once: each look-up of a single cell walks the whole table
    for number, column, cell in grid.places():
        corner = cells[number][column]
        if cell.rows > 1 or cell.columns > 1:
            corner = corner.merge(cells[number + cell.rows - 1][column + cell.columns - 1])
        corner.width = Mm(sum(widths[column : column + cell.columns]))
        _fill(corner, cell.text, look, source)


def _widths(grid: Grid, look: Look) -> list[float]:
    """The width of each column in millimetres; those of groups stand before that of labels."""
    valued = {column + right for _, column, cell in grid.places() if cell.field for right in range(cell.columns)}
    labels = grid.width - len(valued)
    shares = [look.outer] * (labels - 1) + [1.0] * (labels > 0)
    of_labels = look.labels * look.text_width if labels else 0.0
    return [*(of_labels * share / sum(shares) for share in shares), *[(look.text_width - of_labels) / len(valued)] * len(valued)]


def _set_padding(table: Table, points: float) -> None:
    """What cells keep free at their sides, in twentieths of a point (w:tblCellMar, ECMA-376 part 1, 17.4.42)."""
    sides = "".join(f'<w:{side} w:w="{round(20 * points)}" w:type="dxa"/>' for side in ("left", "right"))
    table._tblPr.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))  # type: ignore[arg-type]


def _fill(cell: _Cell, text: str, look: Look, source: random.Random) -> None:
    cell.vertical_alignment = _HEIGHTS[look.height]
    line = cell.paragraphs[0]
    line.alignment = _SIDES[look.side]
    line.paragraph_format.space_after = Pt(0)
    line.paragraph_format.line_spacing = look.spacing
    _write(line, text, source)
    for run in line.runs:
        run.font.size = Pt(look.size)


def _write(line: Line, text: str, source: random.Random) -> None:
    cut = source.randrange(1, len(text)) if len(text) > 1 and source.random() < _CUT else len(text)
    for run in filter(None, (text[:cut], text[cut:])):
        line.add_run(run)
