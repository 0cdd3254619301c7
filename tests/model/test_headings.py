import pytest

from model.headings import headings_of, section_of


def found(line: str) -> list[tuple[str, str | None, bool]]:
    return [(line[one.start : one.end], one.section, one.chapter) for one in headings_of(line, 0, len(line))]


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("一、概述", "overview"),
        ("## 一、总体工作情况", "overview"),
        ("第一部分 概述", "overview"),
        ("l六、其他需要报告的事项", "other"),
        ("四、政府信息公开行政复议、行政诉讼情况", "remedies"),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "remedies"),
        ("五、政府信息公开工作存在的主要问题及改进措施", "problems"),
        ("五、存在的不足及下一步工作打算", "problems"),
        ("三.收到和办理政府信息公开申请情况", "requests"),
        ("二 、 主动公开政府信息情况", "disclosure"),
        ("总体情况", "overview"),
        ("存在的主要问题及改进情况", "problems"),
    ],
)
def test_a_line_that_is_a_chapter_s_heading(line: str, section: str) -> None:
    assert found(line) == [(line, section, True)]


def test_a_chapter_may_be_named_as_a_row_of_table_3_that_is_numbered_otherwise() -> None:
    assert found("三、不予公开政府信息情况") == [("三、不予公开政府信息情况", "requests", True)]


@pytest.mark.parametrize("line", ["(一)主动公开情况", "1.组织领导", "(2)依申请公开", "### (三)平台建设"])
def test_a_line_that_is_a_heading_of_the_second_level(line: str) -> None:
    assert [chapter for _, _, chapter in found(line)] == [False]


@pytest.mark.parametrize(
    "line",
    [
        "全年共收到政府信息公开申请3件。",
        "3",
        "2.5%",
        "一是加强领导。",
        "(一)予以公开",
        "三、本年度办理结果",
        "收到申请的情况如下:",
    ],
)
def test_a_line_that_is_none(line: str) -> None:
    assert found(line) == []


def test_headings_inside_a_line() -> None:
    assert found("无。五、存在的主要问题及改进情况 人员不足。六、其他需要报告的事项 无。") == [
        ("五、存在的主要问题及改进情况", "problems", True),
        ("六、其他需要报告的事项", "other", True),
    ]


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
