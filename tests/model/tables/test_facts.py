import pytest

from model.facts import Basis, Fact, Kind, Source, Time
from model.tables.cells import CellKind
from model.tables.facts import INFERRED, PLAIN, TOLD, table_facts
from model.tables.forms import CELL_FIELDS, Layout, form
from model.tables.reading import read_tables
from model.tables.table import Table, TableCell
from tests.model.tables.layouts import DISCLOSED_2019, DISCLOSED_2021, REQUESTS, Numbers, bars, rows_of, spaces, table3

HEADER = "第二十条第(一)项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"
MONEY = {"table2.fees.amount", "table2.procurement.amount"}


def facts_of(text: str, review_below: float = 0.9) -> dict[str, Fact]:
    found = [fact for table in read_tables(text) for fact in table_facts(text, table, review_below)]
    assert len({fact.field for fact in found}) == len(found)
    return {fact.field: fact for fact in found}


def of_table2(numbers: Numbers, layout: Layout = Layout.OF_2021) -> str:
    return HEADER + bars(rows_of(form("table2", layout), numbers))


def test_a_cell_states_its_number_for_the_year_of_the_report() -> None:
    text = f"前文。\n{table3()}"
    fact = facts_of(text)["table3.received.natural_person"]
    assert fact == Fact(
        field="table3.received.natural_person",
        kind=Kind.COUNT,
        value=26,
        unit=None,
        name=CELL_FIELDS["table3.received.natural_person"].zh,
        text="26",
        start=text.index("26"),
        end=text.index("26") + 2,
        time=Time.CURRENT,
        basis=Basis.STATED,
        approximate=False,
        confidence=PLAIN,
        source=Source.TABLE,
        evidence=(),
        needs_review=False,
    )


def test_a_printed_zero_is_a_fact() -> None:
    assert (facts_of(table3())["table3.denied.process.total"].value, len(facts_of(table3()))) == (0, 175)


@pytest.mark.parametrize("nothing", ["", "/", "-", "不适用"])
def test_blanks_and_placeholders_state_nothing(nothing: str) -> None:
    assert {field.rsplit(".", 1)[0] for field in facts_of(table3(nothing=nothing))} == {f"table3.{row}" for row in REQUESTS}


@pytest.mark.parametrize("kind", [CellKind.UNREADABLE, CellKind.BLANK, CellKind.NOT_APPLICABLE])
def test_a_cell_without_a_value_states_nothing(kind: CellKind) -> None:
    cell = TableCell("table3.received.total", kind, start=0, end=1, candidates=(1, None))
    assert not list(table_facts("/", Table("table3", Layout.OF_2021, 0, 1, (cell,)), 0.9))


def test_a_value_without_a_place_states_nothing() -> None:
    cell = TableCell("table3.received.total", CellKind.VALUE, 1)
    assert not list(table_facts("1", Table("table3", Layout.OF_2021, 0, 1, (cell,)), 0.9))


def test_quotes_stand_where_they_say() -> None:
    numbers: Numbers = {**DISCLOSED_2021, "normative_docs": ("22（其中修订16件）", "１２", "1，137")}
    text = f"前文。\r\n{of_table2(numbers)}\n后文。"
    facts = facts_of(text)
    assert all(text[fact.start : fact.end] == fact.text for fact in facts.values())
    assert [fact.text for field, fact in facts.items() if "normative" in field] == ["22（其中修订16件）", "１２", "1，137"]
    assert [fact.value for field, fact in facts.items() if "normative" in field] == [22, 12, 1137]


@pytest.mark.parametrize(
    ("printed", "value", "unit"), [("7730.28", 7730.28, "万元"), ("152790元", 152_790, "元"), ("27.8万元", 27.8, "万元"), ("0", 0, "万元")]
)
def test_fees_have_the_unit_of_their_header_unless_the_cell_names_one(printed: str, value: float, unit: str) -> None:
    fact = facts_of(of_table2({**DISCLOSED_2021, "fees": (printed,)}))["table2.fees.amount"]
    assert (fact.kind, fact.value, fact.unit) == (Kind.AMOUNT, value, unit)


@pytest.mark.parametrize(
    ("of_header", "printed", "unit"),
    [
        ("", "18.3", None),
        ("", "152790元", "元"),
        ("(单位:万元)", "18.3", "万元"),
        ("(单位:万元)", "152790元", "元"),
        ("(单位:万元)", "2万", "元"),
        ("(元)", "18.3", "元"),
    ],
)
def test_procurement_has_the_unit_of_its_header_or_its_own(of_header: str, printed: str, unit: str | None) -> None:
    header = HEADER.replace("本年制发件数 本年废止件数 现行有效件数", "本年新制作数量 本年新公开数量 对外公开总数量")
    *rows, procurement = rows_of(form("table2", Layout.OF_2019), {**DISCLOSED_2019, "procurement": (33, printed)})
    facts = facts_of(f"{header}{bars(rows)}\n| 采购项目数量 | 采购总金额{of_header} |\n{bars([procurement])}")
    assert (facts["table2.procurement.amount"].kind, facts["table2.procurement.amount"].unit) == (Kind.AMOUNT, unit)
    assert {field for field, fact in facts.items() if fact.kind is Kind.AMOUNT} <= MONEY


def test_an_inferred_cell_is_less_sure_and_reviewed_below_the_threshold() -> None:
    numbers: Numbers = {
        **REQUESTS,
        "denied.process": (5, "", "", "", "", "", 5),
        "total": (32, 2, 0, 1, 0, 2, 37),
        "received": (31, 3, 0, 1, 0, 2, 37),
    }
    facts = facts_of(table3(numbers, way=spaces), review_below=0.9997)
    inferred, plain = facts["table3.denied.process.natural_person"], facts["table3.granted.total"]
    assert (inferred.value, inferred.confidence, inferred.needs_review) == (5, INFERRED, True)
    assert (plain.confidence, plain.needs_review) == (PLAIN, False)
    assert not any(fact.needs_review for fact in facts_of(table3(numbers, way=spaces), review_below=0.9).values())


def test_facts_come_in_the_order_of_the_text() -> None:
    starts = [fact.start for fact in facts_of(table3()).values()]
    assert starts == sorted(starts)


def test_a_cell_that_prose_placed_is_less_sure_than_one_that_the_table_placed() -> None:
    cell = TableCell("table3.received.natural_person", CellKind.VALUE, 1, start=0, end=1, inferred=True, told=True)
    (fact,) = table_facts("1", Table("table3", Layout.OF_2021, 0, 1, (cell,)), 0.9)
    assert fact.confidence == TOLD < INFERRED < PLAIN
