import random

from lxml.html import fragment_fromstring

from training.rendering.sheet import draw_sheet


def test_a_sheet_is_a_style_element_the_same_for_the_same_seed() -> None:
    sheet = draw_sheet(random.Random(3))
    assert fragment_fromstring(sheet).tag == "style"
    assert sheet == draw_sheet(random.Random(3))


def test_sheets_draw_tables_with_and_without_lines() -> None:
    sheets = [draw_sheet(random.Random(seed)) for seed in range(40)]
    bare = [sheet for sheet in sheets if "td { border: 0 }" in sheet]
    assert 0 < len(bare) < len(sheets)
