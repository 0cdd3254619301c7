from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.tables.applicants import AS_IN_THE_FORM, header_order, printed_order
from model.tables.forms import APPLICANTS
from tests.model.tables.layouts import FORM_2021, REQUESTS, WAYS, Numbers, Rows, bars, expected_of, rows_of, spaces, tabs, values_of
from tests.model.tables.rows import pieces

NAMES = [column.zh for column in APPLICANTS]
SHORT = ["公民", "企业", "科研", "公益", "法律", "其他", "合计"]
KINDS = "商业企业 科研机构 社会公益组织 法律服务机构 其他"
TOTAL_FIRST = (6, 0, 1, 2, 3, 4, 5)
FEW: Numbers = dict.fromkeys(("received", "granted", "total"), (5, 1, 0, 0, 0, 0, 6))
SINGLE: Numbers = dict.fromkeys(("received", "granted", "total"), (1, 0, 0, 0, 0, 0, 1))


def printed(
    places: Sequence[int], header: str, numbers: Numbers = REQUESTS, way: Callable[[Rows], str] = spaces, nothing: str = "0"
) -> str:
    """Table 3 with the columns of the form in an order."""
    rows = [(label, [cells[place] for place in places]) for label, cells in rows_of(FORM_2021, numbers, nothing)]
    return f"{header}\n{way(rows)}"


@settings(max_examples=8, deadline=None)
@given(st.permutations(AS_IN_THE_FORM), st.sampled_from(sorted(WAYS)), st.sampled_from([NAMES, SHORT]))
def test_columns_stand_in_the_order_of_their_headers(places: list[int], way: str, names: list[str]) -> None:
    header = WAYS[way]([("", [names[place] for place in places])])
    assert values_of(printed(places, header, way=WAYS[way])) == expected_of(FORM_2021, REQUESTS)


@pytest.mark.parametrize("numbers", [REQUESTS, FEW, SINGLE, {}], ids=["many", "few", "one", "none"])
@pytest.mark.parametrize(
    ("header", "places"),
    [
        (f"自然人 法人或其他组织 总计\n{KINDS}", AS_IN_THE_FORM),
        (f"自然人 法人或其他组织 总计 {KINDS}", AS_IN_THE_FORM),
        (f"自然人 总计 {KINDS}", AS_IN_THE_FORM),
        (f"自然人 法人或其他组织 总计\n{KINDS}\n自然人 法人或其他组织 总计\n{KINDS}", AS_IN_THE_FORM),
        (f"法人或其他组织\n自然人 总计\n{KINDS}", AS_IN_THE_FORM),
        (f"自然人 {'法人或其他组织 ' * 5}总计 自然人 {KINDS} 总计", AS_IN_THE_FORM),
        (f"总计 自然人 法人或其他组织\n{KINDS}", TOTAL_FIRST),
        (f"法人或其他组织 自然人 总计\n{KINDS}", (1, 2, 3, 4, 5, 0, 6)),
    ],
)
def test_below_the_header_of_several_columns_theirs_stand_together(header: str, places: Sequence[int], numbers: Numbers) -> None:
    assert values_of(printed(places, header, numbers)) == expected_of(FORM_2021, numbers)


def test_dropped_cells_stand_in_the_order_of_the_headers() -> None:
    """Of 3 and 29 the first is that of businesses; in the order of the form it could be none but that of natural persons."""
    numbers: Numbers = dict.fromkeys(("received", "granted", "total"), ("", 3, "", "", "", 26, 29))
    places = (5, 1, 2, 3, 4, 0, 6)
    cells = values_of(printed(places, " ".join(NAMES[place] for place in places), numbers, nothing=""))
    assert cells["table3.received.business"] != 26
    assert cells["table3.received.total"] == 29


def test_sums_show_where_the_total_is_printed_against_the_headers() -> None:
    assert values_of(printed(TOTAL_FIRST, f"自然人 法人或其他组织 总计\n{KINDS}")) == expected_of(FORM_2021, REQUESTS)
    assert values_of(printed((0, 6, 1, 2, 3, 4, 5), f"自然人 总计 法人或其他组织\n{KINDS}", FEW)) == expected_of(FORM_2021, FEW)


def test_without_headers_sums_show_that_totals_are_first() -> None:
    assert values_of(printed(TOTAL_FIRST, "")) == expected_of(FORM_2021, REQUESTS)


def test_a_total_before_blanks_at_the_end_of_a_row_does_not_show_that_totals_are_first() -> None:
    """Of 2, 0, 0, 0, 2 and two blanks cells may have been dropped: the blanks would close the line, and the second 2 be the total."""
    short = pieces("2", "0", "0", "0", "2", "", "")
    assert printed_order(None, [short, short, short]) == AS_IN_THE_FORM


def test_one_row_alone_does_not_show_that_totals_are_first() -> None:
    first, last = pieces("3", "1", "2", "0", "0", "0", "0"), pieces("2", "1", "0", "0", "0", "0", "3")
    assert printed_order(None, [first, first]) == (1, 2, 3, 4, 5, 6, 0)
    assert printed_order(None, [first]) == printed_order(None, [first, first, last]) == AS_IN_THE_FORM


def test_a_blank_end_of_a_line_shows_no_order() -> None:
    row = pieces("9", "2", "0", "1", "0", "12", "")
    assert printed_order(None, [row, row]) == AS_IN_THE_FORM


@pytest.mark.parametrize("way", [bars, tabs, spaces])
def test_headers_that_are_not_whole_tell_no_order(way: Callable[[Rows], str]) -> None:
    header = way([("", [*NAMES[1:4], "科研企业", *NAMES[5:], NAMES[0]])])
    assert header_order(header, 0, len(header)) is None
    assert values_of(f"{header}\n{way(rows_of(FORM_2021, REQUESTS))}") == expected_of(FORM_2021, REQUESTS)
