"""What each part of a report is: title, heading, prose, table, boilerplate or signature, and in which section it stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.headings import TABLE_ROW, headings_of
from model.pages import PAGE_NUMBER
from model.tables.regions import Region

_LINE = re.compile(r"[^\n]+")
_TITLE = re.compile(r"政府信息公开.{0,6}(?:年度)?(?:工作)?(?:年度)?报告|信息公开.{0,6}年(?:度|报)")
_BOILERPLATE = re.compile(
    r"索引号|发布机构|发布日期|发布时间|发文日期|成文日期|公开日期|信息来源|来源[::]|文号[::]|主题词|浏览次数|访问次数|点击数|字体[::]|字号[::]"
    r"|当前位置|首页\s?>|ICP备|主办单位|版权所有|上一篇|下一篇|责任编辑"
    r"|联系电话[::]|邮政编码[::]|邮编[::]|通讯地址[::]|联系地址[::]"
)
_BUTTONS = re.compile(
    r"\s*(?>[\[【(|]?(?:打印(?:本[页文]|页面)?|关闭(?:本页|窗口|页面)?|(?:进入)?无障碍(?:浏览|阅读|版|模式)?|适老化(?:版|模式)?|繁体(?:版|中文)?"
    r"|网站地图|分享(?:[到至:][^,;。\d]{0,30})?|扫一扫[^,;。\d]{0,30})[\s\]】)|/:]*)+"
)
"""A line of nothing but buttons, the words of which prose has too."""
_PAGE = re.compile(rf"\s*(?:{PAGE_NUMBER}|\d{{1,3}}|\d+\s?/\s?\d+)\s*")
# Looser than a date that is read: whatever looks like one signs a report, also 23年1月5日 and numerals that slipped.
_DATE = r"(?:19|20)?[\d〇零Oo○一二三四五六七八九]{2,4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日"
_OFFICE = r"[^,。;:\s\d]{3,30}(?:政府|局|委员会|办公室|厅|部|院|大学|学院|办事处|公司|中心|管委会|署|医院|学校)"
_SIGNATURE = re.compile(rf"\s*(?:{_OFFICE}\s*{_DATE}|{_DATE}|{_OFFICE})\s*")
_SIGNED = re.compile(rf"(?<=[。!\s]){_OFFICE}\s+{_DATE}\s*$")
_TABLE_LINE = re.compile(r"\||\t.*\t|(?:\s|^)(?:\d+|[/-])(?:\s+(?:\d+|[/-])){3,}")
_SIGNATURE_SHARE = 0.8
_NAMES = {"heading": "heading", "part": "heading", "signature": "signature"}
_LONGEST_FURNITURE, _LONGEST_TITLE = 160, 40


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text."""

    kind: str
    """What it is: title, heading, prose, table, boilerplate or signature."""
    section: str | None
    """The statutory section: overview, disclosure, requests, remedies, problems or other; null before the first heading."""
    start: int
    """Offset of its first code point."""
    end: int
    """Offset behind its last code point."""


def segment(folded: str, tables: Sequence[Region]) -> tuple[Segment, ...]:
    """The segments of a folded text, in order: its lines, divided where a table, a heading or a signature is glued to something."""
    section: str | None = None
    out: list[Segment] = []
    for start, end, in_table in _stretches(folded, tables):
        if in_table:
            out.append(Segment("table", section, start, end))
            continue
        for kind, named, first, last in _parts(folded, start, end):
            section = _section_behind(section, kind, named)
            at_end = last > len(folded) * _SIGNATURE_SHARE
            name = _kind(folded[first:last], section, at_end) if kind == "line" else _NAMES[kind]
            out.append(Segment(name, section, first, last))
    return tuple(out)


def _section_behind(section: str | None, kind: str, named: str | None) -> str | None:
    """The section from a stretch on; a heading of the second level moves it only where that of the chapter is missing."""
    if kind == "heading":
        return named or section
    if kind != "part":
        return section
    if section is None:
        return "overview"
    moves = (named == "problems" and section in {"requests", "remedies"}) or (named == "other" and section == "problems")
    return named if moves else section


def _stretches(folded: str, tables: Sequence[Region]) -> Iterator[tuple[int, int, bool]]:
    """The lines, cut where a table begins or ends in them, each with whether it stands in one."""
    edges = sorted({edge for table in tables for edge in (table.start, table.end)})
    starts = [table.start for table in tables]
    for line in _LINE.finditer(folded):
        start, end = line.span()
        inside = edges[bisect_right(edges, start) : bisect_left(edges, end)]
        for first, last in pairwise((start, *inside, end)):
            if not folded[first:last].isspace():
                before = bisect_right(starts, first)
                yield first, last, before > 0 and last <= tables[before - 1].end


def _parts(folded: str, start: int, end: int) -> Iterator[tuple[str, str | None, int, int]]:
    """The stretches of a line as (`heading`, `part`, `signature` or `line`, section named, start, end); blank ones are left out."""
    position = start
    for heading in headings_of(folded, start, end):
        yield from _rest(folded, position, heading.start)
        yield "heading" if heading.chapter else "part", heading.section, heading.start, heading.end
        position = heading.end
    yield from _rest(folded, position, end)


def _rest(folded: str, start: int, end: int) -> Iterator[tuple[str, None, int, int]]:
    signed = _SIGNED.search(folded, start, end) if end > len(folded) * _SIGNATURE_SHARE else None
    cut = signed.start() if signed else end
    if folded[start:cut].strip():
        yield "line", None, start, cut
    if signed and folded[cut:end].strip():
        yield "signature", None, cut, end


def _kind(line: str, section: str | None, at_end: bool) -> str:
    whole = "。" not in line
    if _PAGE.fullmatch(line) or _BUTTONS.fullmatch(line) or (whole and len(line) < _LONGEST_FURNITURE and _BOILERPLATE.search(line)):
        return "boilerplate"
    if _TABLE_LINE.search(line) or TABLE_ROW.fullmatch(line):
        return "table"
    if section is None and whole and len(line.strip()) <= _LONGEST_TITLE and _TITLE.search(line):
        return "title"
    return "signature" if at_end and _SIGNATURE.fullmatch(line) else "prose"
