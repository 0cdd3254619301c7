"""Figures of earlier years in comparisons."""

from model.facts import Time
from tests.support import found, read, stated

TOLD = "[主动公开信息|DISCLOSURE_ITEM][5120|DISCLOSURE_COUNT=disclosure.total]条"
COMPARED = "与[2011|PREVIOUS]年([4000|DISCLOSURE_COUNT=disclosure.total@previous]条)相比,增长[28%|CHANGE=disclosure.total]。"
WEBSITE = "[门户网站|DISCLOSURE_ITEM]承担了其中的[3072|DISCLOSURE_COUNT=disclosure.website]条。"


def test_a_comparison_speaks_of_the_sentence_before() -> None:
    markup = f"{TOLD}。{COMPARED}{WEBSITE}"
    assert found(markup) == stated(markup)


def test_what_was_cumulated_is_not_what_is_compared() -> None:
    markup = f"{TOLD},[历年累计|PREVIOUS][27845|DISCLOSURE_COUNT=disclosure.cumulative@cumulative]条。{COMPARED}{WEBSITE}"
    assert found(markup) == stated(markup)


def test_a_figure_of_another_unit_is_not_what_is_compared() -> None:
    facts = read(f"{TOLD}。与[2011|PREVIOUS]年([40|DISCLOSURE_COUNT=other]期)相比有所增长。")
    assert [fact.field for fact in facts if fact.time is Time.PREVIOUS] == ["other"]


def test_a_comparison_with_words_of_its_own_speaks_of_these() -> None:
    markup = (
        f"{TOLD}。与[2011|PREVIOUS]年[门户网站|DISCLOSURE_ITEM]的[1500|DISCLOSURE_COUNT=disclosure.website@previous]条相比,"
        "今年[3072|DISCLOSURE_COUNT=disclosure.website]条。"
    )
    assert found(markup) == stated(markup)


def test_a_heading_inside_the_line_of_the_sentence_before_parts_nothing() -> None:
    markup = f"年度报告 一、概述 {TOLD}。{COMPARED}{WEBSITE}"
    assert found(markup) == stated(markup)


MEDIA = "[微信|DISCLOSURE_ITEM][30|DISCLOSURE_COUNT=disclosure.wechat]条、[微博|DISCLOSURE_ITEM][20|DISCLOSURE_COUNT=disclosure.weibo]条,"


def test_a_comparison_behind_a_sum_speaks_of_the_sum() -> None:
    markup = (
        f"[网站|DISCLOSURE_ITEM][70|DISCLOSURE_COUNT=disclosure.website]条,{MEDIA}后两者之和[50|DISCLOSURE_COUNT=disclosure.newmedia]条,"
        "比[2019|PREVIOUS]年的[40|DISCLOSURE_COUNT=disclosure.newmedia@previous]条增长[25%|CHANGE=disclosure.newmedia]。"
    )
    assert found(markup) == stated(markup)


def test_a_comparison_behind_a_sum_in_words_of_its_own_speaks_of_these() -> None:
    markup = (
        f"{MEDIA}两者之和[50|DISCLOSURE_COUNT=disclosure.newmedia]条,"
        "比[2019|PREVIOUS]年[微博|DISCLOSURE_ITEM]的[40|DISCLOSURE_COUNT=disclosure.weibo@previous]条要多。"
    )
    assert found(markup) == stated(markup)
