import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.segments import section_of, segment

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


def test_every_line_of_a_report_is_classified() -> None:
    assert [(one.kind, one.section) for one in segment(REPORT)] == [
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


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("一、收到3件。\n (2)|\t")))
def test_segments_are_the_lines_that_are_not_blank(text: str) -> None:
    assert [text[one.start : one.end] for one in segment(text)] == [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("总体情况", "overview"),
        ("概述", "overview"),
        ("主动公开政府信息的情况", "disclosure"),
        ("依申请公开政府信息的情况", "requests"),
        ("收到和处理政府信息公开申请情况", "requests"),
        ("政府信息公开行政复议、行政诉讼情况", "remedies"),
        ("存在的主要问题及改进情况", "problems"),
        ("其他需要报告的事项", "other"),
        ("政府信息公开的收费及减免情况", "other"),
        ("组织领导", None),
    ],
)
def test_a_section_is_told_by_the_words_of_its_heading(heading: str, section: str | None) -> None:
    assert section_of(heading) == section


def test_a_heading_that_says_nothing_stays_in_its_section() -> None:
    assert [one.section for one in segment("一、总体情况\n二、加强领导\n正文。")] == ["overview", "overview", "overview"]


def test_a_long_numbered_sentence_is_no_heading() -> None:
    (one,) = segment("一、全年共收到政府信息公开申请三千件。其中网络申请二千件,信函申请一千件")
    assert one.kind == "prose"
