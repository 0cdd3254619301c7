import random
import re

import pytest
from hypothesis import given

from model.tables.forms import Layout
from tests.training.rendering.drawing import LAYOUTS, SEEDS, drawn_of
from training.rendering.draw import Size
from training.rendering.flat import Shape
from training.rendering.grid import Grid
from training.rendering.report import Paragraph, Report, Role, compose
from training.rendering.text import report_text


def report_of(seed: int, layout: Layout = Layout.OF_2021, size: Size | None = None) -> Report:
    return compose(drawn_of(seed, layout, size), random.Random(seed))


def prose(report: Report) -> str:
    return "\n".join(block.text for block in report.blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize("layout", list(Layout))
def test_the_tables_stand_under_their_headings(layout: Layout) -> None:
    report = report_of(1, layout)
    headings = [number for number, block in enumerate(report.blocks) if isinstance(block, Paragraph) and block.role is Role.HEADING]
    assert [isinstance(report.blocks[number + 1], Grid) for number in headings] == [False, True, True, True, False, False]


@given(SEEDS, LAYOUTS)
def test_the_tables_of_a_report_hold_all_cells(seed: int, layout: Layout) -> None:
    found = {cell.field for block in report_of(seed, layout).blocks if isinstance(block, Grid) for row in block.rows for cell in row}
    assert found - {""} == set(drawn_of(seed, layout))


@given(SEEDS, LAYOUTS)
def test_prose_repeats_the_figures_of_the_tables(seed: int, layout: Layout) -> None:
    drawn, said = drawn_of(seed, layout), prose(report_of(seed, layout))
    patterns = {
        "received": r"政府信息公开申请(\d+)件，",
        "carried_in": r"上年结转(\d+)件",
        "total": r"办结(\d+)件",
        "granted": r"予以公开(\d+)件",
    }
    for row, pattern in patterns.items():
        stated = re.search(pattern, said)
        assert stated is None or int(stated[1]) == drawn[f"table3.{row}.total"].value


def test_a_report_without_requests_says_so() -> None:
    silent = next(seed for seed in range(99) if not drawn_of(seed, size=Size.TOWN)["table3.received.total"].value)
    assert "未收到政府信息公开申请" in prose(report_of(silent, size=Size.TOWN))


@pytest.mark.parametrize("shape", list(Shape))
def test_the_text_of_a_report_holds_its_paragraphs(shape: Shape) -> None:
    report = report_of(4)
    text = report_text(report, shape, random.Random(4))
    assert all(block.text in text for block in report.blocks if isinstance(block, Paragraph))
    assert ("\n" in text) is (shape is not Shape.ONE_LINE)
