import pytest

from model.facts import Basis, Kind, Time
from tests.support import read

TITLE = "[2015|YEAR=year]年政府信息公开工作年度报告\n"
NETWORK, LETTER = "[网络申请|CHANNEL_CATEGORY]", "[信函申请|CHANNEL_CATEGORY]"
Row = tuple[str, Kind, float, Time]


def rows(table: str) -> list[Row]:
    """What is read in a table as (field, kind, value, time), in reading order."""
    facts = [fact for fact in read(TITLE + table) if fact.field != "year"]
    return [(fact.field, fact.kind, float(fact.value or 0), fact.time) for fact in facts]


@pytest.mark.parametrize(("earlier", "own"), [("2014年", "2015年"), ("上年", "本年"), ("去年同期", "今年"), ("上年数量", "数量")])
def test_a_column_headed_by_an_earlier_year_is_previous(earlier: str, own: str) -> None:
    table = f"渠道\t{earlier}\t{own}\n{NETWORK}\t31\t58\n{LETTER}\t40\t22\n合计\t71\t80"
    fields = ("requests.by_channel.online", "requests.by_channel.mail", "requests.received")
    values = ((31, 58), (40, 22), (71, 80))
    expected = zip(fields, values, strict=True)
    # Figures that were not tagged are read as well where their row has a field.
    assert rows(table) == [
        (field, Kind.COUNT, value, time)
        for field, pair in expected
        for value, time in zip(pair, (Time.PREVIOUS, Time.CURRENT), strict=True)
    ]


def test_count_and_share_are_told_apart_by_their_headings() -> None:
    table = "类别\t数量\t占比\n[机构职能|TOPIC]\t5\t4.20%\n[政策文件|TOPIC]\t114\t95.80\n合计\t119\t"
    assert rows(table) == [
        ("disclosure.by_topic", Kind.COUNT, 5, Time.CURRENT),
        ("disclosure.by_topic", Kind.SHARE, 4.2, Time.CURRENT),
        ("disclosure.by_topic", Kind.COUNT, 114, Time.CURRENT),
        ("disclosure.by_topic", Kind.SHARE, 95.8, Time.CURRENT),
        ("disclosure.total", Kind.COUNT, 119, Time.CURRENT),
    ]


def test_a_change_has_the_sign_in_its_cell() -> None:
    table = f"渠道\t本年\t同比增减\n{NETWORK}\t31\t-12.5%\n{LETTER}\t40\t+3"
    assert [row[1:3] for row in rows(table)] == [(Kind.COUNT, 31), (Kind.CHANGE, -12.5), (Kind.COUNT, 40), (Kind.CHANGE, 3)]


@pytest.mark.parametrize("cell", ["-3%", "−3%", "–3%", "—3%", "↓3%", "减少3%", "下降3%"])
def test_a_fall_is_printed_with_any_dash_arrow_or_word(cell: str) -> None:
    assert rows(f"渠道\t本年\t同比增减\n{NETWORK}\t\t{cell}") == [("requests.by_channel.online", Kind.CHANGE, -3, Time.CURRENT)]


@pytest.mark.parametrize(
    ("heading", "cell", "unit", "value"),
    [
        ("增长率", "25", "%", 25),
        ("增长率(%)", "-20", "%", -20),
        ("较上年", "下降20%", "%", -20),
        ("较上年", "增加3件", "件", 3),
        ("增减数", "-3", "件", -3),
    ],
)
def test_a_change_is_per_cent_or_in_units_as_heading_or_cell_say(heading: str, cell: str, unit: str, value: float) -> None:
    (fact,) = read(f"渠道\t单位\t数量\t{heading}\n{NETWORK}\t件\t\t{cell}")
    assert (fact.kind, fact.unit, fact.value) == (Kind.CHANGE, unit, value)


@pytest.mark.parametrize(("heading", "cell"), [("同比增长", "25"), ("较上年", "+3"), ("上年", "-3"), ("上年", "减少3")])
def test_a_number_that_may_be_a_change_or_not_or_per_cent_or_not_is_left_out(heading: str, cell: str) -> None:
    (fact,) = read(f"渠道\t数量\t{heading}\n{NETWORK}\t31\t{cell}")
    assert fact.value == 31


@pytest.mark.parametrize("hint", ["disclosure.total", "disclosure.cumulative"])
def test_a_column_of_all_years_is_cumulative_and_its_neighbour_is_not(hint: str) -> None:
    table = f"类别\t条数\t累计\n[公开信息|DISCLOSURE_ITEM]\t[120|DISCLOSURE_COUNT={hint}]\t[1200|DISCLOSURE_COUNT={hint}]"
    assert rows(table) == [
        ("disclosure.total", Kind.COUNT, 120, Time.CURRENT),
        ("disclosure.cumulative", Kind.COUNT, 1200, Time.CUMULATIVE),
    ]


def test_the_heading_of_an_earlier_year_alone_is_evidence_that_a_figure_was_moved() -> None:
    cumulative, previous = read(f"渠道\t累计\t上年\t本年\n{NETWORK}\t120\t31\t")
    assert "PREVIOUS" not in {entity.label for entity in cumulative.evidence}
    assert [entity.text for entity in previous.evidence if entity.label == "PREVIOUS"] == ["上年"]


def test_those_who_were_trained_are_no_trainings() -> None:
    (fact,) = read("内容\t人数\n[条例培训|WORK_ITEM]\t50")
    assert (fact.field, fact.unit) == ("training.people", "人")


def test_units_stand_in_the_cell_the_heading_a_column_or_the_label() -> None:
    table = f"渠道\t单位\t数量\n{NETWORK}\t件\t31\n\n渠道\t数量(宗)\n{NETWORK}\t31\n\n渠道\t数量\n{NETWORK}(封)\t31\n{LETTER}\t8份"
    assert [fact.unit for fact in read(table)] == ["件", "宗", "封", "份"]


def test_blank_cells_and_dashes_state_nothing_and_nil_is_zero() -> None:
    table = f"渠道\t上年\t本年\n{NETWORK}\t—\t\n{LETTER}\t/\t无"
    (fact,) = read(table)
    assert (fact.field, fact.value, fact.basis, fact.text) == ("requests.by_channel.mail", 0, Basis.NIL, "无")


def test_two_numbers_in_a_cell_are_not_glued() -> None:
    assert rows(f"渠道\t上年\t本年\n{NETWORK}\t31 58\t9") == [("requests.by_channel.online", Kind.COUNT, 9, Time.CURRENT)]


@pytest.mark.parametrize(("cell", "value"), [("31(其中邮件3)", 31), ("31（43.7%）", 31), ("31①", 31), ("31件(含上年3件)", 31)])
def test_what_stands_in_brackets_behind_a_figure_is_no_part_of_it(cell: str, value: float) -> None:
    assert rows(f"渠道\t数量\n{NETWORK}\t{cell}\n{LETTER}\t40") == [
        ("requests.by_channel.online", Kind.COUNT, value, Time.CURRENT),
        ("requests.by_channel.mail", Kind.COUNT, 40, Time.CURRENT),
    ]


@pytest.mark.parametrize("cell", ["31(万)", "31(单位:万元)", "31(2014年)", "(31)", "31(3)5"])
def test_a_figure_with_a_unit_or_a_year_in_brackets_or_in_brackets_itself_is_left_out(cell: str) -> None:
    assert [row[0] for row in rows(f"渠道\t数量\n{NETWORK}\t{cell}\n{LETTER}\t40")] == ["requests.by_channel.mail"]


@pytest.mark.parametrize(
    "table",
    [
        f"年度\t{NETWORK}\t{LETTER}\n2014年\t31\t40\n2015年\t58\t22",
        f"| | {NETWORK} | {LETTER} |\n| 上年 | 31 | 40 |\n| 本年 | 58 | 22 |",
    ],
    ids=["years", "blank corner"],
)
def test_a_table_with_a_column_for_each_field_is_read_by_columns(table: str) -> None:
    assert rows(table) == [
        ("requests.by_channel.online", Kind.COUNT, 31, Time.PREVIOUS),
        ("requests.by_channel.mail", Kind.COUNT, 40, Time.PREVIOUS),
        ("requests.by_channel.online", Kind.COUNT, 58, Time.CURRENT),
        ("requests.by_channel.mail", Kind.COUNT, 22, Time.CURRENT),
    ]


def test_scores_are_no_figures() -> None:
    table = "事项\t分值\t数量\n[收到|REQUEST_EVENT]申请\t[5|REQUEST_COUNT=requests.received]\t3"
    assert [(row[0], row[2]) for row in rows(table)] == [("requests.received", 3)]


def test_a_figure_in_a_remark_is_read_as_prose() -> None:
    remark = "含[上年结转|REQUEST_EVENT][1|REQUEST_COUNT=requests.carried_in]件"
    table = f"事项\t数量\t备注\n[收到|REQUEST_EVENT]申请\t[3|REQUEST_COUNT=requests.received]\t{remark}"
    assert [(row[0], row[2]) for row in rows(table)] == [("requests.received", 3), ("requests.carried_in", 1)]


def test_two_rows_that_would_state_one_field_state_none() -> None:
    table = f"渠道\t数量\n{NETWORK}\t[31|CHANNEL_COUNT=other]\n[网上申请|CHANNEL_CATEGORY]\t[8|CHANNEL_COUNT=other]"
    assert [row[0] for row in rows(table)] == ["other", "other"]


def test_a_total_of_parts_of_nothing_together_has_no_field() -> None:
    table = f"项目\t数量\n{NETWORK}\t31\n[培训|WORK_ITEM]\t2\n合计\t[33|REQUEST_COUNT=other]"
    assert rows(table)[-1][0] == "other"


def test_a_total_over_a_row_without_a_field_has_none() -> None:
    table = f"渠道\t数量\n{NETWORK}\t31\n{LETTER}\t8\n热线咨询\t30\n合计\t[69|REQUEST_COUNT=other]"
    assert rows(table)[-1][0] == "other"


def test_money_is_in_yuan() -> None:
    (fact,) = read("项目\t单位\t数量\n[收费|WORK_ITEM]\t万元\t0.06")
    assert (fact.field, fact.kind, fact.value, fact.unit) == ("fees.amount", Kind.AMOUNT, 600, "元")


@pytest.mark.parametrize("heading", ["数量", "数量(元)", "2015年(万元)", "2015年(亿元)"])
@pytest.mark.parametrize("cell", ["3万元", "3万", "3万(含上年)", "3万①"])
def test_a_scale_in_the_number_is_multiplied_out_once(heading: str, cell: str) -> None:
    (fact,) = (fact for fact in read(f"{TITLE}项目\t{heading}\n[收费|WORK_ITEM]\t{cell}") if fact.field != "year")
    assert (fact.value, fact.unit) == (30_000, "元")


def test_a_scale_in_a_count_leaves_it_its_unit() -> None:
    (fact,) = read(f"渠道\t数量(件)\n{NETWORK}\t3万")
    assert (fact.value, fact.unit) == (30_000, "件")


def test_the_annexed_table_with_a_column_of_last_year_has_both() -> None:
    labels = ("收到申请数", "申请办结数", "按时办结数")
    table = "统计指标\t单位\t2014年\t2015年\n" + "\n".join(
        f"{label}\t件\t{number}\t{number + 10}" for number, label in enumerate(labels, 1)
    )
    found = rows(table)
    assert [row[0] for row in found[::2]] == ["requests.received", "requests.processed", "requests.processed.on_time"]
    assert [(row[2], row[3]) for row in found[:2]] == [(1, Time.PREVIOUS), (11, Time.CURRENT)]


def test_a_table_takes_nothing_from_the_prose_around_it_and_gives_it_nothing() -> None:
    before = "[收到|REQUEST_EVENT]申请[80|REQUEST_COUNT=requests.received]件:"
    table = f"{before}\n渠道\t上年\t本年\n{NETWORK}\t31\t58\n另有[9|CHANNEL_COUNT=other]件。"
    assert [row[0] for row in rows(table)] == ["requests.received", "requests.by_channel.online", "requests.by_channel.online", "other"]
