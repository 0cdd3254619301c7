import pytest

from model.characters import fold
from model.tables.money import header_units, money_unit

FEES, PROCUREMENT = "table2.fees.amount", "table2.procurement.amount"


@pytest.mark.parametrize(
    ("header", "fees", "procurement"),
    [
        ("本年收费金额（单位：万元）", "万元", None),
        ("本年收费金额(元)", "元", None),
        ("本年收费金额\n(单位:万元)", "万元", None),
        ("本年收费金额 | (单位 万元) |", "万元", None),
        ("采购项目数量 | 采购总金额(单位:亿元)", None, "亿元"),
        ("本年收费金额 3元", None, None),
        ("采购总金额 | 33 | (万元)", None, None),
    ],
)
def test_the_unit_of_a_header_is_that_of_its_cell(header: str, fees: str | None, procurement: str | None) -> None:
    assert header_units(fold(header), 0, len(header)) == {FEES: fees, PROCUREMENT: procurement}


def test_headers_outside_of_the_stretch_name_nothing() -> None:
    header = "本年收费金额(单位:万元)"
    assert header_units(header, 1, 6) == {FEES: None, PROCUREMENT: None}


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        *(("27.8", "万元"), ("3(含上年1万)", "万元"), ("3①", "万元")),
        *(("3万", "元"), ("1.5亿", "元"), ("约3万", "元"), ("3万(含上年)", "元"), ("3万①", "元")),
    ],
)
def test_a_number_that_was_multiplied_out_is_in_yuan(printed: str, unit: str) -> None:
    assert money_unit(printed, "万元") == unit
