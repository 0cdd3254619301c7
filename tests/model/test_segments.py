from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.characters import fold
from model.segments import Segment, segment
from model.tables.regions import find_regions
from model.tables.text import table_text

REPORT = """东莞市人民政府2019年政府信息公开工作年度报告
发布日期:2020-03-30 浏览次数:12
一、总体情况
2019年,全市收到申请3392宗。
二、收到和处理政府信息公开申请情况
(一)收到申请情况
全年收到3392宗。
| 自然人 | 企业 |
3 4 5 6 7
三、因政府信息公开工作被申请行政复议、提起行政诉讼情况
行政复议130件。
四、存在的主要问题及改进情况
人员不足。
五、其他需要报告的事项
无。
东莞市人民政府
2020年3月30日
"""


def segmented(text: str) -> tuple[Segment, ...]:
    return segment(text, find_regions(table_text(text, fold(text))))


def test_every_line_of_a_report_is_classified() -> None:
    assert [(one.kind, one.section) for one in segmented(REPORT)] == [
        ("title", None),
        ("boilerplate", None),
        ("heading", "overview"),
        ("prose", "overview"),
        ("heading", "requests"),
        ("heading", "requests"),
        ("prose", "requests"),
        ("table", "requests"),
        ("table", "requests"),
        ("heading", "remedies"),
        ("prose", "remedies"),
        ("heading", "problems"),
        ("prose", "problems"),
        ("heading", "other"),
        ("prose", "other"),
        ("signature", "other"),
        ("signature", "other"),
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("一、收到3件。总体情况\n (2)|\t局2年月日")))
def test_segments_follow_each_other_and_hold_all_that_is_not_blank(text: str) -> None:
    found = segmented(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    outside = [*text]
    for one in found:
        outside[one.start : one.end] = " " * (one.end - one.start)
    assert not "".join(outside).strip()


def test_a_heading_that_says_nothing_stays_in_its_section() -> None:
    assert [one.section for one in segmented("一、总体情况\n二、加强领导\n正文。")] == ["overview", "overview", "overview"]


def test_a_long_numbered_sentence_is_no_heading() -> None:
    (one,) = segmented("一、全年共收到政府信息公开申请三千件。其中网络申请二千件,信函申请一千件")
    assert one.kind == "prose"


def sorts(text: str) -> list[tuple[str, str | None, str]]:
    return [(one.kind, one.section, text[one.start : one.end].strip()) for one in segmented(text)]


def test_a_heading_glued_to_its_text_is_told_from_it() -> None:
    assert sorts("一、总体情况2023年,我局收到申请3件。\n三、收到和处理政府信息公开申请情况(单位:件)共3件。") == [
        ("heading", "overview", "一、总体情况"),
        ("prose", "overview", "2023年,我局收到申请3件。"),
        ("heading", "requests", "三、收到和处理政府信息公开申请情况(单位:件)"),
        ("prose", "requests", "共3件。"),
    ]


def test_a_report_on_one_line_is_divided_at_its_headings() -> None:
    text = (
        "一、概述 收到3件。四、因政府信息公开工作被申请行政复议、提起行政诉讼情况 无。五、存在的问题及改进情况 人员不足。六、其他事项 无。"
    )
    assert [(kind, section) for kind, section, _ in sorts(text)] == [
        (kind, section) for section in ("overview", "remedies", "problems", "other") for kind in ("heading", "prose")
    ]


def test_bare_headings_where_tables_were_follow_each_other() -> None:
    text = "二、主动公开政府信息情况三、收到和处理政府信息公开申请情况四、政府信息公开行政复议、行政诉讼情况"
    assert [(kind, section) for kind, section, _ in sorts(text.replace("三、", "\n三、").replace("四、", "\n四、"))] == [
        ("heading", "disclosure"),
        ("heading", "requests"),
        ("heading", "remedies"),
    ]


def test_a_section_without_its_chapter_s_heading_is_told_by_the_next_lower_ones() -> None:
    text = "(一)主动公开\n公开3条。\n四、行政复议、行政诉讼情况\n无。\n(一)存在的主要问题\n人员不足。\n(二)收取信息处理费情况\n未收取。"
    assert [section for kind, section, _ in sorts(text) if kind == "prose"] == ["overview", "remedies", "problems", "other"]


def test_rows_of_the_tables_are_no_headings() -> None:
    rows = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n三、本年度办理结果\n(一)予以公开\n四、结转下年度继续办理"
    assert [(kind, section) for kind, section, _ in sorts(rows)] == [("heading", "requests"), *[("table", "requests")] * 4]


@pytest.mark.parametrize(
    "line",
    [
        *("- 3 -", "3", "— 12 —", "第3页 共9页", "索引号:0123 发布机构:县教育局", "字体:[大 中 小] 打印 关闭", "来源:县政府办 浏览次数:12"),
        *(
            "打印",
            "分享",
            " 【打印本页】 【关闭窗口】",
            "分享到:微信 微博",
            "扫一扫在手机打开当前页",
            "无障碍浏览 | 适老化 | 繁体版 | 网站地图",
        ),
    ],
)
def test_furniture_of_pages_is_boilerplate(line: str) -> None:
    assert [kind for kind, _, _ in sorts(f"收到申请\n{line}\n3件。")] == ["prose", "boilerplate", "prose"]


@pytest.mark.parametrize(
    "line",
    [
        *("清理整合政务新媒体,关闭政务微博账号2个;", "设置查阅点3处,配备打印机2台;", "关闭网站3个", "打印资料20份"),
        *("分享经验材料3篇", "分享工作经验", "完善网站地图、无障碍浏览等功能3项;", "打印、复印资料免费,方便群众"),
    ],
)
def test_the_words_of_buttons_in_a_sentence_are_prose(line: str) -> None:
    assert [kind for kind, _, _ in sorts(f"收到申请\n{line}\n3件。")] == ["prose", "prose", "prose"]


@pytest.mark.parametrize("ending", ["东原县教育局\n2024年1月15日", "东原县教育局      2024年1月15日", "二〇二四年一月十五日"])
def test_a_signature_is_told_at_the_end(ending: str) -> None:
    body = "一、总体情况\n" + "我局认真落实条例。" * 20
    assert {kind for kind, _, words in sorts(f"{body}\n{ending}") if words in ending} == {"signature"}


def test_a_signature_behind_the_last_sentence_is_divided_from_it() -> None:
    text = "我局认真落实条例。" * 12 + "          东原县教育局    2024年1月15日"
    assert [kind for kind, _, _ in sorts(text)] == ["prose", "signature"]
