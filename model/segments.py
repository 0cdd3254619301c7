"""What each line of a report is: title, heading, prose, table, boilerplate or signature, and in which section it stands.

Sections are told by what their heading says, not by its number, which repeats and slips in real reports.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"\s*(?:[a-zI|丨\d])?(?:第[一二三四五六七八九十]+[部分章节条]+|[一二三四五六七八九十]{1,2}\s?[、..])\s*(.{1,40})")
_SUBHEADING = re.compile(r"\s*(?:\([一二三四五六七八九十]{1,2}\)|\d{1,2}[、.](?!\d))\s*[^,。;]{2,24}[。:]?\s*$")
_TITLE = re.compile(r"政府信息公开.{0,6}(?:年度)?(?:工作)?(?:年度)?报告|信息公开.{0,6}年(?:度|报)")
_BOILERPLATE = re.compile(
    r"索引号|发布机构|发布日期|发布时间|发文日期|浏览次数|访问次数|点击数|字体[::]|打印|关闭|分享|当前位置|ICP备|主办单位|版权所有|无障碍|网站地图"
)
_DATE_LINE = re.compile(
    r"\s*(?:19|20)?[\d〇零一二三四五六七八九]{2,4}\s?年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日\s*$"
)
_OFFICE_LINE = re.compile(r"\s*[^,。;:\s]{3,30}(?:政府|局|委员会|办公室|厅|部|院|大学|学院|办事处|公司|中心)\s*$")
_TABLE_LINE = re.compile(r"\||\t.*\t|(?:\s|^)(?:\d+|[/-])(?:\s+(?:\d+|[/-])){3,}")
_SECTIONS = (
    ("remedies", ("复议", "诉讼")),
    ("problems", ("问题", "不足", "改进")),
    ("requests", ("收到和处理", "依申请", "申请情况", "申请公开", "信息公开申请")),
    ("disclosure", ("主动公开", "公开政府信息")),
    ("overview", ("总体", "概述", "基本情况", "概况")),
    ("other", ("其他", "报告的事项", "收费", "附件", "说明")),
)
_SIGNATURE_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Segment:
    """A line of the text: `kind` is title, heading, prose, table, boilerplate or signature.

    `section` is overview, disclosure, requests, remedies, problems or other; None before the first heading.
    """

    kind: str
    section: str | None
    start: int
    end: int


def segment(folded: str) -> tuple[Segment, ...]:
    """The segments of a folded text, one for every line that is not blank, in order."""
    section: str | None = None
    out: list[Segment] = []
    for start, end in _lines(folded):
        line = folded[start:end]
        kind = _kind(line, section, start > len(folded) * _SIGNATURE_SHARE)
        if kind == "heading" and (heading := _HEADING.match(line)):
            section = section_of(heading.group(1)) or section
        out.append(Segment(kind, section, start, end))
    return tuple(out)


def section_of(heading: str) -> str | None:
    """The statutory section that the words of a heading name, None where they name none."""
    return next((name for name, words in _SECTIONS if any(word in heading for word in words)), None)


def _lines(folded: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", folded):
        if match.group().strip():
            yield match.span()


def _kind(line: str, section: str | None, at_end: bool) -> str:
    short = len(line.strip()) <= 40
    tests = (
        ("table", _TABLE_LINE.search(line)),
        ("heading", short and "。" not in line.rstrip("。 ") and _HEADING.match(line)),
        ("heading", _SUBHEADING.fullmatch(line)),
        ("boilerplate", len(line) < 120 and "。" not in line and _BOILERPLATE.search(line)),
        ("title", section is None and short and "。" not in line and _TITLE.search(line)),
        ("signature", at_end and (_DATE_LINE.match(line) or _OFFICE_LINE.match(line))),
    )
    return next((kind for kind, holds in tests if holds), "prose")
