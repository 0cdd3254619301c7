from collections.abc import Sequence
from itertools import permutations

import pytest

from model.tables.forms import RESULTS
from model.tables.orders import AS_IN_THE_FORM, header_order, in_order_of, printed_order
from tests.model.tables.layouts import cells_of, values_of
from tests.model.tables.rows import numbers, pieces

LABELS = ("行政复议", "行政诉讼(未经复议直接起诉)", "行政诉讼(复议后起诉)")
BLOCKS = ((22, 6, 7, 2, 37), (16, 5, 8, 3, 32), (0, 6, 0, 4, 10))
NAMES = [column.zh for column in RESULTS]
TOTAL_FIRST = (4, 0, 1, 2, 3)


def turned(places: Sequence[int], blocks: Sequence[Sequence[int]] = BLOCKS, header: bool = True) -> str:
    """Table 4 with a row for each block, its results in another order than the form's."""
    rows = [[label, *(str(block[place]) for place in places)] for label, block in zip(LABELS, blocks, strict=True)]
    return "\n".join("\t".join(row) for row in [["类型", *(NAMES[place] for place in places)]] * header + rows)


@pytest.mark.parametrize("places", [*list(permutations(range(5)))[::17], TOTAL_FIRST])
def test_results_stand_in_the_order_of_their_headers(places: Sequence[int]) -> None:
    assert list(values_of(turned(places)).values()) == [value for block in BLOCKS for value in block]


def test_a_wrong_total_is_told_by_its_header() -> None:
    mistaken = (BLOCKS[0], (16, 5, 8, 3, 0), BLOCKS[2])
    assert values_of(turned(TOTAL_FIRST, mistaken))["table4.litigation_direct.total"] == 0


def test_without_headers_sums_tell_that_totals_are_first() -> None:
    printed = [block[place] for block in BLOCKS for place in TOTAL_FIRST]
    text = "四、政府信息公开行政复议、行政诉讼情况\n" + " ".join(map(str, printed))
    assert list(values_of(text).values()) == [value for block in BLOCKS for value in block]


def test_where_neither_headers_nor_sums_tell_nothing_is_claimed() -> None:
    text = "四、政府信息公开行政复议、行政诉讼情况\n" + " ".join(["9 8 1 2 3"] * 3)
    assert not any(cell.value is not None for cell in cells_of(text).values())


def test_sums_that_speak_against_a_header_leave_the_order_open() -> None:
    blocks = [pieces("37", "22", "6", "7", "2"), pieces("32", "16", "5", "8", "3")]
    assert printed_order(AS_IN_THE_FORM, blocks) is None
    assert printed_order(AS_IN_THE_FORM, blocks[:1]) == AS_IN_THE_FORM


def test_one_block_alone_shows_no_order_against_the_form() -> None:
    assert printed_order(None, [pieces("3", "0", "0", "3", "0")]) is None
    assert printed_order(None, [pieces("3", "0", "0", "3", "1")]) == AS_IN_THE_FORM
    assert printed_order(None, [pieces("0", "0", "0", "0", "0")] * 3) == AS_IN_THE_FORM


def test_headers_that_are_not_whole_state_no_order() -> None:
    assert header_order("结果维持 结果纠正 其他结果 总计", 0, 20) is None
    assert header_order(" ".join(NAMES), 0, 24) == AS_IN_THE_FORM


def test_an_order_is_the_same_for_each_block() -> None:
    assert numbers(in_order_of(pieces("5", "1", "2", "0", "2", "3", "3", "0", "0", "0"), (1, 2, 3, 4, 0))) == (1, 2, 0, 2, 5, 3, 0, 0, 0, 3)
