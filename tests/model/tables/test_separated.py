import csv
import io
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.characters import fold
from model.tables.cells import CellKind
from model.tables.forms import Form, Layout, form
from model.tables.reading import read_tables
from model.tables.separated import with_tabs
from tests.model.tables.layouts import (
    DISCLOSED_2019,
    DISCLOSED_2021,
    FORM_2019,
    FORM_2021,
    REMEDIES,
    REQUESTS,
    Numbers,
    cells_of,
    expected_of,
    rows_of,
    values_of,
)

LARGE: Numbers = {
    **REQUESTS,
    "received": (2600, 3, 0, 1, 0, 2, 2606),
    "granted": (2594, 2, 0, 1, 0, 0, 2597),
    "total": (2601, 2, 0, 1, 0, 2, 2606),
}
HEADERS = [
    ["(勾稽关系为:第一项加第二项之和,\n等于第三项加第四项之和)", "申请人情况", "", "", "", "", "", ""],
    ["", "自然人", "法人或其他组织", "", "", "", "", "总计"],
    ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
]


def written(records: Sequence[Sequence[str]], separator: str = ",") -> str:
    """Records as a spreadsheet writes them, with quotes where a field needs them."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(records)
    return out.getvalue()


def of_requests(form: Form, numbers: Numbers = REQUESTS, thousands: bool = False) -> list[list[str]]:
    return [[label, *(f"{int(cell):{',' if thousands else ''}}" for cell in cells)] for label, cells in rows_of(form, numbers)]


def tabbed(text: str) -> str:
    return with_tabs(text, fold(text))


@pytest.mark.parametrize("separator", [",", "，", ";", "；"])
@pytest.mark.parametrize("headers", [[], HEADERS], ids=["rows alone", "with headers"])
@pytest.mark.parametrize("printed", [FORM_2019, FORM_2021], ids=["2019", "2021"])
def test_every_cell_of_records_is_read(separator: str, headers: list[list[str]], printed: Form) -> None:
    text = written([*headers, *of_requests(printed)], separator)
    assert values_of(text) == expected_of(printed, REQUESTS)


@pytest.mark.parametrize(("layout", "numbers"), [(Layout.OF_2019, DISCLOSED_2019), (Layout.OF_2021, DISCLOSED_2021)])
def test_rows_of_different_widths_are_read(layout: Layout, numbers: Numbers) -> None:
    printed = form("table2", layout)
    records = [[label, *cells] for label, cells in rows_of(printed, numbers)]
    kept = written([[*record, *[""] * (4 - len(record))] for record in records])
    assert {cell.kind for cell in cells_of(kept).values()} <= {CellKind.VALUE, CellKind.ZERO}
    assert values_of(written(records)) == values_of(kept)


def test_table_4_has_its_values_without_a_label() -> None:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    values = [str(value) for row in REMEDIES.values() for value in row]
    text = written([["行政复议", *[""] * 4, "行政诉讼", *[""] * 9], results * 3, values])
    assert values_of(text) == expected_of(form("table4", Layout.OF_2021), REMEDIES)


def test_empty_fields_are_blank_cells() -> None:
    cells = cells_of(written([[label if label != "0" else "" for label in record] for record in of_requests(FORM_2021)]))
    assert cells["table3.received.total"].value == 32
    assert cells["table3.received.research"].kind is CellKind.BLANK
    assert cells["table3.denied.internal.total"].kind is CellKind.BLANK


def test_fields_may_all_have_quotes_blank_ones_too() -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(
        [[label if label != "0" else "" for label in record] for record in of_requests(FORM_2021)]
    )
    cells = cells_of(out.getvalue())
    assert cells["table3.received.total"].value == 32
    assert cells["table3.received.research"].kind is CellKind.BLANK


@pytest.mark.parametrize("separator", [",", "，", ";"])
def test_a_comma_of_thousands_is_no_separator_in_quotes_nor_where_another_mark_is(separator: str) -> None:
    text = written(of_requests(FORM_2021, LARGE, thousands=True), separator)
    assert values_of(text) == expected_of(FORM_2021, LARGE)


def test_where_thousands_are_parted_as_cells_are_sums_decide() -> None:
    text = "\n".join(",".join(record) for record in of_requests(FORM_2021, LARGE, thousands=True))
    cells = cells_of(text)
    assert {field: cell.value for field, cell in cells.items()} == expected_of(FORM_2021, LARGE)
    assert cells["table3.received.total"].inferred
    quoted = cells["table3.received.natural_person"]
    assert text[quoted.start : quoted.end] == "2,600"


def test_thousands_that_nothing_decides_are_unreadable() -> None:
    rows = ["规章,0,0,0", "规范性文件,3,16,137", "行政许可,4,1,9", "其他对外管理服务事项,0,0,0", "行政处罚,6,0,7"]
    text = "\n".join([*rows, "行政强制,0,0,0", "行政事业性收费,7,30", "政府集中采购,33,152,790"])
    cells = cells_of(text)
    assert cells["table2.fees.change"].value == 30
    assert cells["table2.procurement.items"].kind is CellKind.UNREADABLE
    assert set(cells["table2.procurement.amount"].candidates) == {790, 152790}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('规章,"1,137",0,0', "规章\t 1,137 \t0\t0"),
        ('"大量反\n复申请",0,4', " 大量反 复申请 \t0\t4"),
        ("“三安全”,1,0", " 三安全 \t1\t0"),
        ("规章,,,", "规章\t\t\t"),
        ("信息内容,本年制发件数\n规章,3", "信息内容\t本年制发件数\n规章\t3"),
        ("信息内容,本年制发件数\n二、情况\n规章,3", "信息内容,本年制发件数\n二、情况\n规章\t3"),
    ],
)
def test_fields_of_tables_are_parted_by_tabs(text: str, read: str) -> None:
    assert tabbed(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "我局共收到申请34件,其中自然人30件",
        "创新方式,拓展渠道,",
        "行政规范性文件 3 16 1,137",
        "1,137",
        "1,137,290",
        "(二)部分公开(区分处理的,只计这一情形) 3 0 0",
        "规章 | 1,137 | 0,5",
    ],
)
def test_sentences_and_numbers_stay(text: str) -> None:
    assert tabbed(text) == text


@pytest.mark.parametrize("text", ["中" * 50_000 + "1" * 50_000 + ",1,1", 'a,"x\n' * 20_000, ',""""""' * 14_000, ",;，；" * 25_000])
def test_hostile_text_is_parted_in_bounded_time(text: str) -> None:
    begun = time.process_time()
    tabbed(text)
    assert time.process_time() - begun < 5


@given(st.text(st.sampled_from('规章1,，;；"“\n\t|。 ')))
def test_no_offset_moves(text: str) -> None:
    assert len(tabbed(text)) == len(text)
    read_tables(text)
