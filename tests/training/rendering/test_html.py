import random
import re
from html.parser import HTMLParser

import pytest

from model.tables.forms import Layout
from tests.training.rendering.test_report import report_of
from training.rendering.grid import Grid
from training.rendering.html import Style, to_html
from training.rendering.report import Paragraph, Report

Found = tuple[str, int, int]


class Cells(HTMLParser):
    """The innermost cells of a page: text, row span, column span."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Found] = []
        self.open: list[Found] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "td":
            spans = dict(attrs)
            self.open.append(("", int(spans.get("rowspan") or 1), int(spans.get("colspan") or 1)))

    def handle_data(self, data: str) -> None:
        if self.open:
            text, rows, columns = self.open[-1]
            self.open[-1] = (text + data, rows, columns)

    def handle_endtag(self, tag: str) -> None:
        if tag == "td":
            text, rows, columns = self.open.pop()
            self.found.append((text.strip("\xa0 \n"), rows, columns))


def cells_of(report: Report) -> list[Found]:
    return [
        (cell.text, cell.rows, cell.columns) for block in report.blocks if isinstance(block, Grid) for row in block.rows for cell in row
    ]


def page_of(report: Report, style: Style, seed: int = 1) -> str:
    return to_html(report, style, random.Random(seed))


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("style", list(Style))
def test_a_page_holds_all_cells_with_their_spans(style: Style, layout: Layout) -> None:
    for seed in range(5):
        report = report_of(seed, layout)
        cells = Cells()
        cells.feed(page_of(report, style, seed))
        expected = cells_of(report)
        assert not cells.open
        first = {Style.PORTAL: 8, Style.NESTED: 3}.get(style, 0)
        assert cells.found[first : first + len(expected)] == expected


@pytest.mark.parametrize("style", list(Style))
def test_a_page_holds_the_prose(style: Style) -> None:
    report = report_of(2)
    text = re.sub(r"<[^>]+>", "", page_of(report, style))
    assert all(block.text in text for block in report.blocks if isinstance(block, Paragraph))


def test_word_cuts_numbers_by_inline_tags() -> None:
    assert re.search(r"\d</span><span[^>]*>\d", page_of(report_of(5, Layout.OF_2019), Style.WORD, 5))


def test_a_portal_has_a_table_before_the_report_and_chrome_around_it() -> None:
    page = page_of(report_of(3), Style.PORTAL)
    assert page.index("索 引 号") < page.index("一、总体情况")
    assert all(word in page for word in ("<nav", "<script>", "分享到", "<footer>"))
