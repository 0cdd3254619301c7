from collections.abc import Callable

import pytest

from model.characters import fold
from model.tables.cells import CellKind
from model.tables.forms import APPLICANTS, Form
from model.tables.ruler import with_columns_parted
from tests.model.tables.layouts import FORM_2019, FORM_2021, REQUESTS, Numbers, cells_of, rows_of

HEADERS = [column.zh for column in APPLICANTS]


def shown(text: str) -> int:
    return sum(2 if ord(character) > 0x2000 else 1 for character in text)


def ruled(numbers: Numbers = REQUESTS, measure: Callable[[str], int] = shown, indent: int = 2, printed: Form = FORM_2021) -> str:
    """Table 3 in columns of fixed width, zeros left blank but in totals."""
    rows = [(label, ["" if cell == "0" else cell for cell in cells[:-1]] + [cells[-1]]) for label, cells in rows_of(printed, numbers)]
    width = max(measure(label) for label, _ in rows) + 3

    def padded(text: str, columns: int) -> str:
        return text + " " * (columns - measure(text))

    lines = [padded(label, width) + "".join(padded(" " * indent + cell, 16) for cell in cells) for label, cells in rows]
    return "\n".join([" " * width + "".join(padded(header, 16) for header in HEADERS), *(line.rstrip() for line in lines)])


@pytest.mark.parametrize("printed", [FORM_2019, FORM_2021], ids=["2019", "2021"])
@pytest.mark.parametrize("measure", [shown, len], ids=["as shown", "by characters"])
@pytest.mark.parametrize("indent", [0, 2])
def test_values_stand_in_the_columns_of_their_headers(printed: Form, measure: Callable[[str], int], indent: int) -> None:
    cells = cells_of(ruled(measure=measure, indent=indent, printed=printed))
    for row, values in REQUESTS.items():
        for column, value in zip(APPLICANTS, values, strict=True):
            cell = cells[f"table3.{row}.{column.name}"]
            assert cell.value == (value if value or column.name == "total" else None)
            assert cell.kind is not CellKind.UNREADABLE


def test_a_row_that_does_not_add_up_leaves_all_as_it_stands() -> None:
    text = ruled({**REQUESTS, "received": (26, 3, 0, 1, 0, 2, 33)})
    assert with_columns_parted(text, fold(text)) == fold(text)


def test_a_value_between_two_headers_leaves_all_as_it_stands() -> None:
    text = ruled(indent=10)
    assert with_columns_parted(text, fold(text)) == fold(text)


def test_digits_are_never_written_over() -> None:
    text = ruled().replace("一、本年新收", "一、本年新收" + "长" * 30)
    assert [one for one in with_columns_parted(text, fold(text)) if one.isdigit()] == [one for one in text if one.isdigit()]
