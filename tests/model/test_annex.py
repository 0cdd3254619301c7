"""The table annexed to reports of the years up to 2018."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.annex import annex_rows
from model.assembly import assemble
from model.characters import fold
from model.facts import Kind
from model.pages import prose_text
from tests.support import found, stated

ROWS = (
    ("(一)主动公开政府信息数(不同渠道和方式公开相同信息计1条)", "条", "2917", "disclosure.total"),
    ("3.政务微博公开政府信息数", "条", "0", "disclosure.weibo"),
    ("(一)收到申请数", "件", "1,162", "requests.received"),
    ("3.同意部分公开答复数", "件", "17", "requests.outcome.partial"),
    ("其中:涉及国家秘密", "件", "2", "requests.outcome.denied.state_secret"),
    ("涉及商业秘密", "件", "5", "other"),
    ("三、行政复议数量", "件", "6", "reviews.total"),
    ("(二)被依法纠错数", "件", "1", "reviews.corrected"),
    ("四、行政诉讼数量", "件", "3", "litigation.total"),
    ("(一)维持具体行政行为或者驳回原告诉讼请求数", "件", "3", "litigation.upheld"),
)
LAYOUTS = {
    "cells": ("\t", "\n"),
    "marked cells": (" | ", " |\n| "),
    "a cell a line": ("\n", "\n"),
    "one line": (" ", " "),
}


def table(cell: str, row: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> str:
    return row.join(cell.join(one[:3]) for one in rows)


@pytest.mark.parametrize(("cell", "row"), LAYOUTS.values(), ids=list(LAYOUTS))
def test_each_row_is_one_figure_by_its_label_in_every_layout(cell: str, row: str) -> None:
    text = table(cell, row)
    rows = annex_rows(fold(text))
    assert [one.field for one in rows] == [one[3] for one in ROWS]
    assert [text[one.number.start : one.number.end] for one in rows] == [one[2] for one in ROWS]


@given(st.lists(st.sampled_from(ROWS[:7]), min_size=3, max_size=12))
def test_a_row_is_read_whatever_rows_stand_around_it(rows: list[tuple[str, ...]]) -> None:
    assert [one.field for one in annex_rows(table("\t", "\n", tuple(rows)))] == [one[3] for one in rows]


@pytest.mark.parametrize(
    "row",
    [
        "政策解读稿件发布数篇 67",
        "政策解读稿件发布数三、依申请公开情况篇 67",
        "政策解读\n稿件发布数\n篇\n67\n",
        "政策解讀稿件發佈數  篇  67",
    ],
)
def test_a_row_that_lost_its_edges_is_read(row: str) -> None:
    *_, last = annex_rows(fold(f"{table(' ', chr(10))}\n{row}"))
    assert (last.field, last.number.plain) == ("disclosure.policy_interpretation", 67)


@pytest.mark.parametrize("row", ["收到申请数\t件\t\n1.当面申请数", "收到申请数\n件\n1 当面", "收到申请数 件 —", "今年收到申请数 件 3"])
def test_a_blank_row_and_another_label_state_nothing(row: str) -> None:
    assert annex_rows(f"{table(' ', chr(10), ROWS[3:])}\n{row}") == annex_rows(table(" ", "\n", ROWS[3:]))


def test_a_result_without_a_remedy_above_it_states_nothing() -> None:
    assert [one.field for one in annex_rows(table(" ", "\n", (*ROWS[:4], ROWS[7])))] == [one[3] for one in ROWS[:4]]


def test_a_sentence_in_the_words_of_a_row_is_no_table() -> None:
    assert annex_rows("收到申请数 件 3") == ()


def test_rows_are_facts_of_their_own_and_take_nothing_from_the_prose() -> None:
    markup = (
        "[第三方|OUTCOME_CATEGORY]权益[9|OUTCOME_COUNT=requests.outcome.denied.third_party]件。\n"
        "[涉及商业秘密|OUTCOME_CATEGORY]\t件\t[5|OUTCOME_COUNT=other]\n[涉及个人隐私|OUTCOME_CATEGORY]\t件\t[4|OUTCOME_COUNT=other]\n"
        "[收到|REQUEST_EVENT]申请数\t件\t[12|REQUEST_COUNT=requests.received]\n"
    )
    assert found(markup) == stated(markup)


def test_money_is_in_yuan() -> None:
    text = f"{table(' ', chr(10))}\n六、依申请公开信息收取的费用 万元 0.128"
    *_, fact = assemble(text, prose_text(text), ())
    assert (fact.field, fact.kind, fact.value, fact.unit, fact.text) == ("fees.amount", Kind.AMOUNT, 1280, "元", "0.128")
