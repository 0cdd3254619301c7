import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.characters import fold
from model.tables.cells import CellKind, Printed, read_cell


def read(text: str) -> Printed:
    return read_cell(fold(text))


@pytest.mark.parametrize("text", ["", " ", "\n", "　", "\u200b"])
def test_nothing_printed_is_a_blank(text: str) -> None:
    assert read(text) == Printed(CellKind.BLANK)


@pytest.mark.parametrize(
    "text",
    [
        *("/", "／", "\\", "×", "…", "……", "-", "--", "－－", "—", "——", "———————", "–", "−", "―", "_", "____", " / "),
        *("不适用", "不涉及", "无", "空", "暂无", "没有", "无数据", "空白", "N/A", "n/a", "NA"),
        *(
            "∕",
            "//",
            "╳",
            "✕",
            "x",
            "X",
            "‐",
            "─",
            "━━",
            "ー",
            "~",
            "～",
            "•",
            "......",
            "（无）",
            "(空)",
            "null",
            "None",
            "N.A.",
            "未发生",
            "无此项",
        ),
    ],
)
def test_a_placeholder_says_that_nothing_applies(text: str) -> None:
    assert read(text) == Printed(CellKind.NOT_APPLICABLE)


@pytest.mark.parametrize("kind", list(CellKind))
def test_blanks_and_placeholders_alone_are_empty(kind: CellKind) -> None:
    assert kind.is_empty == (kind in {CellKind.BLANK, CellKind.NOT_APPLICABLE})


@pytest.mark.parametrize("text", ["0", "０", "0.", "0.00", "-0", "增0", "0件", "0①"])
def test_zero_is_printed_and_no_blank(text: str) -> None:
    assert (read(text).kind, read(text).value) == (CellKind.ZERO, 0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("+1036", 1036), ("-3", -3), ("−3", -3), ("－3", -3), ("—3", -3), ("- 3", -3), ("--3", -3), ("——3", -3), ("－－3", -3)),
        *(("增12", 12), ("减3", -3), ("增加12", 12), ("减少3", -3), ("减 3", -3), ("減3", -3), ("↑12", 12), ("↓3", -3)),
        *(("1,234", 1234), ("1，234", 1234), ("1,113,000", 1_113_000), ("１２", 12), ("7730.28", 7730.28), ("007", 7)),
        *(("3万", 30_000), ("1.5亿", 150_000_000), ("￥1,500,000.00", 1_500_000), ("¥ 3", 3), ("人民币5", 5)),
    ],
)
def test_signs_thousands_and_decimals_are_read(text: str, value: float) -> None:
    assert read(text) == Printed(CellKind.VALUE, value)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        *(("152790元", 152_790, "元"), ("27.8万元", 27.8, "万元"), ("1.2亿元", 1.2, "亿元"), ("3次", 3, "次"), ("3 件", 3, "件")),
        *(("12件次", 12, "件次"), ("减3项", -3, "项"), ("1,234宗", 1234, "宗")),
    ],
)
def test_a_unit_is_kept_and_money_stays_as_printed(text: str, value: float, unit: str) -> None:
    assert read(text) == Printed(CellKind.VALUE, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("22（其中修订16件）", 22, "其中修订16件"),
        ("55(含自然失效29件)", 55, "含自然失效29件"),
        ("1137 (其中联合发文3件)", 1137, "其中联合发文3件"),
        ("22[其中修订16件]", 22, "其中修订16件"),
        ("22[其中修订(含修正)]", 22, "其中修订(含修正)"),
        *(("3①", 3, "①"), ("5*", 5, "*"), ("7[1]", 7, "1"), ("7 【注1】", 7, "注1"), ("3²", 3, "²")),
    ],
)
def test_a_note_goes_with_the_number_that_it_explains(text: str, value: int, note: str) -> None:
    assert read(text) == Printed(CellKind.VALUE, value, note=note)


def test_a_number_that_is_about_right_is_approximate() -> None:
    assert read("约3万") == Printed(CellKind.VALUE, 30_000, approximate=True)


def test_unit_and_note_stand_together() -> None:
    assert read("3件(其中1件重复)") == Printed(CellKind.VALUE, 3, "件", "其中1件重复")


@pytest.mark.parametrize("text", ["略", "12 34", "1/2", "3-5", "5%", "3.", "1.2.3", "(3)", "3(a)(b)", "3(", "三", "9" * 19])
def test_anything_else_is_unreadable(text: str) -> None:
    assert read(text) == Printed(CellKind.UNREADABLE)


@given(st.integers(-(10**12), 10**12))
def test_an_integer_is_read_however_it_is_printed(number: int) -> None:
    kind = CellKind.VALUE if number else CellKind.ZERO
    assert read(str(number)) == read(f"{number:,}") == read(f" {number} ") == Printed(kind, number)


@given(st.text())
def test_any_text_is_read_and_only_a_number_has_a_value(text: str) -> None:
    printed = read(text)
    assert (printed.value is not None) == (printed.kind in {CellKind.VALUE, CellKind.ZERO})
