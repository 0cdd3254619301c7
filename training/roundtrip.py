"""Record to text or file and back: how many cells of drawn tables are read as they were drawn.

`python -m training.roundtrip [--reports N] [--forms FORM …]` prints for every form in which tables come the share of cells that were
read rightly, wrongly, as open (unreadable, what was drawn being among the candidates), and not at all, and the same of the cells that
hold a number other than zero. Tables are read with what the prose of their reports states, as if all of it had been tagged rightly.

Forms are the shapes of flattened text, `dropped` behind a shape for blank cells that leave no trace, the styles of HTML, `docx`, and
`docx-pdf` and `html-pdf` where LibreOffice and Chromium are installed; documents have looks, and pages that are printed style sheets, of
their own.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from model.documents.read import read_document
from model.tables.cells import CellKind
from model.tables.forms import Layout
from model.tables.reading import read_tables
from model.tables.table import TableCell
from model.tables.told import Told
from training.rendering.convert import docx_to_pdf, html_to_pdf
from training.rendering.docx import write_docx
from training.rendering.draw import Drawn, draw_tables
from training.rendering.flat import Shape
from training.rendering.html import Style, to_html
from training.rendering.printing import CellDrawn
from training.rendering.report import Report, compose
from training.rendering.sheet import draw_sheet
from training.rendering.text import report_text

DROPPED = " dropped"
_BLANKS_LOST = {Shape.SPACED_LINES, Shape.BARE_LINES, Shape.PDF}
"""Shapes that show no blank cells, so that a blank and a placeholder cannot be told from a cell that was lost."""
FORMS: tuple[str, ...] = (
    *Shape,
    *(shape + DROPPED for shape in Shape if shape not in _BLANKS_LOST),
    *(f"html-{style}" for style in Style),
    *("docx", "docx-pdf", "html-pdf"),
)


VERDICTS = ("right", "wrong", "open", "unreadable")


class Verdict(NamedTuple):
    """How a cell was read, one of `VERDICTS`, and whether it holds a number other than zero."""

    name: str
    holds_value: bool


def drawn_reports(form: str, reports: int) -> Iterator[tuple[Drawn, Report, random.Random]]:
    """Reports of both layouts in turn, the same every time, and what goes on drawing for each."""
    for number in range(reports):
        source = random.Random(f"{form} {number}")
        drawn = draw_tables(source, list(Layout)[number % len(Layout)])
        yield drawn, compose(drawn, source), source


def rendered(form: str, report: Report, source: random.Random, folder: Path) -> str:
    """The text that is read of a report in a form.

    Raises:
        training.rendering.convert.ConversionError: a program is missing that makes the form.
    """
    shape = form.removesuffix(DROPPED)
    if shape in set(Shape):
        return report_text(report, Shape(shape), source, form.endswith(DROPPED))
    path = write_file(form, report, source, folder)
    return read_document(path.read_bytes(), path.name).text


def write_file(form: str, report: Report, source: random.Random, folder: Path) -> Path:
    """The file of a report in a form that is no text.

    Raises:
        training.rendering.convert.ConversionError: a program is missing that makes the form.
    """
    if form.startswith("docx"):
        path = folder / "report.docx"
        write_docx(report, path, source)
        return docx_to_pdf(path) if form == "docx-pdf" else path
    path = folder / "report.html"
    style = source.choice(list(Style)) if form == "html-pdf" else Style(form.removeprefix("html-"))
    sheet = draw_sheet(source) if form == "html-pdf" else ""
    path.write_text(to_html(report, style, source, sheet), encoding="utf-8")
    return html_to_pdf(path) if form == "html-pdf" else path


def verdict(drawn: CellDrawn, cell: TableCell | None, blanks_lost: bool) -> str:
    """Whether a cell was read `right`, `wrong`, `open` or as `unreadable`."""
    if cell is None or cell.kind is CellKind.UNREADABLE:
        value = drawn.printed.value
        return "open" if cell and value in cell.candidates else "unreadable"
    empty = drawn.printed.kind.is_empty and cell.kind.is_empty and blanks_lost
    same = cell.kind is drawn.printed.kind and cell.value == drawn.printed.value
    return "right" if same or empty else "wrong"


def verdicts(drawn: Drawn, text: str, told: Told, blanks_lost: bool = False) -> Counter[Verdict]:
    """The verdicts on all cells of a drawn report that was read as a text, but for tables of which nothing was left."""
    cells = {cell.field: cell for table in read_tables(text, told) for cell in table.cells}
    left = {field.split(".")[0] for field, one in drawn.items() if one.text or not blanks_lost}
    return Counter(
        Verdict(verdict(one, cells.get(field), blanks_lost), bool(one.value)) for field, one in drawn.items() if field.split(".")[0] in left
    )


def score(form: str, reports: int) -> Counter[Verdict]:
    """The verdicts on all cells of drawn reports in a form."""
    found: Counter[Verdict] = Counter()
    blanks_lost = form.endswith(DROPPED) or form in _BLANKS_LOST
    with TemporaryDirectory() as folder:
        for drawn, report, source in drawn_reports(form, reports):
            found += verdicts(drawn, rendered(form, report, source, Path(folder)), report.told, blanks_lost)
    return found


def shares(found: Counter[Verdict]) -> str:
    """How many cells there are, and the share of each verdict."""
    of_name = {name: sum(count for one, count in found.items() if one.name == name) for name in VERDICTS}
    return f"{found.total():8}" + "".join(f"{count / max(1, found.total()):12.2%}" for count in of_name.values())


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Read tables back from every form in which they come.")
    parser.add_argument("--reports", type=int, default=50)
    parser.add_argument("--forms", nargs="+", choices=FORMS, default=list(FORMS), metavar="FORM")
    options = parser.parse_args()
    print(f"{'form':20}" + "".join(f"{name:>8}" + "".join(f"{verdict:>12}" for verdict in VERDICTS) for name in ("cells", "values")))
    for form in options.forms:
        found = score(form, options.reports)
        values = Counter({one: count for one, count in found.items() if one.holds_value})
        print(f"{form:20}{shares(found)}{shares(values)}", flush=True)


if __name__ == "__main__":
    main()
