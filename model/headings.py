"""Headings, told by what they say and not by their number, which repeats, slips and gets lost in real reports.

The names are those of the forms of 2019 and 2021, those of reports before 2019, and the variants of real pages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.numbers import read_number

NUMERAL = "[一二三四五六七八九十]{1,2}"
"""Pattern of the numeral of a chapter or a part."""
_YEAR = r"(?:19|20)\d\d\s?年度?"
_BEFORE_NUMBER = r"(?:#{1,4}\s*)?(?:[a-zI|丨\d]\s?)?"
_CHAPTER = rf"{_BEFORE_NUMBER}(?:第{NUMERAL}[部分章节条]+[、.:\s]?|{NUMERAL}\s?[、.,](?:(?!\d)|(?={_YEAR})))\s*"
_PART = rf"\s*(?:#{{1,5}}\s*)?(?:\({NUMERAL}\)|{NUMERAL}\)|\(?\d{{1,2}}\)|\d{{1,2}}[、.](?!\d)|\({NUMERAL}(?=[^\d]))\s*"
_OPEN = r"(?:政府|政务)?(?:信息)?(?:公开)?(?:工作)?"
_END = r"(?:的?(?:主要)?(?:工作)?(?:情况|措施|方向|思路|打算|安排|计划))?"
_NAMES = {
    "overview": rf"(?:{_OPEN}(?:总体(?:工作|落实)?情况|概况|基本情况|总体落实情况)|(?:工作)?概述|总体概述)",
    "disclosure": rf"主动公开(?:{_OPEN})?(?:的?(?:工作)?(?:情况|方面))|公开政府信息的?情况",
    "requests": rf"收到和(?:办理|处理)的?{_OPEN}申请{_END}|{_OPEN}(?:依申请公开){_OPEN}(?:办理|处理|受理)?的?(?:工作)?(?:情况|方面)"
    rf"|{_OPEN}申请(?:的?(?:办理|处理|受理))?的?情况",
    "remedies": rf"(?:因)?{_OPEN}(?:被|而)?(?:申请|提起|引起|引发)?的?(?:行政复议|复议|行政诉讼)[、和及与,\s]*"
    r"(?:被)?(?:提起)?(?:行政复议|行政诉讼|诉讼|申诉)?(?:[、和及与]*(?:举报|申诉|投诉|诉讼))?的?情况",
    "problems": rf"{_OPEN}(?:中)?(?:存在|面临)的?(?:主要|突出)?(?:问题|不足|困难)(?:[、和及与以]{{1,2}}|,)?(?:原因)?"
    rf"(?:下一步|今后|改进|整改)?{_END}|(?:下一步|今后|改进){_END}",
    "other": r"其他(?:需要?)?(?:报告|说明)?的?(?:有关)?(?:事项|情况)|(?:政府信息公开)?(?:的)?收费(?:及|和)减免(?:的)?情况|附[件表则录]",
}
_NAMED = re.compile("|".join(f"(?P<{section}>{pattern})" for section, pattern in _NAMES.items()))
_NUMBERED = re.compile(_CHAPTER)
_NUMBER = re.compile(rf"第{NUMERAL}|{NUMERAL}\s?[、.,]")
"""What every number of a chapter holds; most lines have none, which is found sooner than that no heading stands inside them."""
_DATED = re.compile(_YEAR)
_INSIDE = re.compile(rf"(?:(?<=[。;!?\s])|^)(?={_CHAPTER})", re.MULTILINE)
_NOTE = re.compile(r"\s?\([^()\n]{1,24}\)")
_CHAPTER_LINE = re.compile(rf"\s*{_CHAPTER}[^。\n]{{1,40}}?[。:]?\s*")
_PART_LINE = re.compile(rf"{_PART}[^,。;\n]{{2,24}}[。:]?\s*")
_WORDS = (
    ("remedies", ("复议", "诉讼")),
    ("problems", ("问题", "不足", "改进")),
    ("requests", ("收到和处理", "依申请", "申请情况", "申请公开", "信息公开申请", "不予公开")),
    ("disclosure", ("主动公开", "公开政府信息")),
    ("overview", ("总体", "概述", "基本情况", "概况")),
    ("other", ("其他", "报告的事项", "收费", "处理费", "附件", "说明")),
)
_ORDINAL = re.compile(rf"{_BEFORE_NUMBER}(?:第({NUMERAL})[部分章节条]|({NUMERAL})\s?[、.,])")
TABLE_ROW = re.compile(
    rf"[\s|]*(?:{NUMERAL}[、.]|\({NUMERAL}\)|\d[.、])\s*"
    r"(?:本年新收|上年结转|本年度办理结果|[结转下年度]{4,5}(?:继?续?办|$))[^。]{0,30}"
    rf"|[\s|]*(?:\({NUMERAL}\)|\d[.、])\s*(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|总计)[^。]{{0,30}}"
    rf"|[\s|]*第[二十条]{{2,3}}第?\(?{NUMERAL}\)?项?\s*"
)
"""A line that is a label of the statutory tables, whose numbering collides with that of the chapters; copies of pages lose characters."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `section` is the statutory section it names, if any, and `chapter` says that it is of the first level."""

    start: int
    end: int
    section: str | None
    chapter: bool


def headings_of(folded: str, start: int, end: int) -> Iterator[Heading]:
    """The headings in a line, in order: the line itself, or those glued to what stands before or behind them."""
    line = folded[start:end]
    if TABLE_ROW.fullmatch(line):
        return
    if _PART_LINE.fullmatch(line) and not _NUMBERED.match(line.lstrip()):
        yield Heading(start, end, section_of(line), False)
    elif (numbered := _NUMBER.search(line) is not None) and _CHAPTER_LINE.fullmatch(line) and not _is_glued(line):
        yield Heading(start, end, section_of(line), True)
    elif (bare := _NAMED.fullmatch(line.strip(" :。#"))) is not None:
        yield Heading(start, end, bare.lastgroup, True)
    elif numbered:
        yield from (Heading(start + first, start + last, section, True) for first, last, section in _named_inside(line))


def ordinal_of(heading: str) -> int | None:
    """The number of a heading of the first level (3 of 三、收到和处理…), None of one without or of another level."""
    match = _ORDINAL.match(heading.strip())
    number = read_number(match[1] or match[2], 0, 2) if match else None
    return int(number.value) if number else None


def statutory_section(heading: str) -> str | None:
    """The section whose statutory name, or a variant of it, a numbered heading begins with; `section_of` is content with a word of it."""
    heading = heading.strip()
    number = _NUMBERED.match(heading)
    behind = number.end() if number else 0
    year = _DATED.match(heading, behind)
    named = _NAMED.match(heading, year.end() if year else behind)
    return named.lastgroup if named else None


def _is_glued(line: str) -> bool:
    """Whether a line that could be a heading as a whole holds a second one, or a sentence behind the first."""
    named = list(_named_inside(line))
    return len(named) > 1 or (len(named) == 1 and line.rstrip().endswith("。") and named[0][1] < len(line.rstrip()) - 1)


def _named_inside(line: str) -> Iterator[tuple[int, int, str | None]]:
    """Numbered headings with a statutory name anywhere in a line, behind the end of a sentence or a space."""
    last = 0
    for place in _INSIDE.finditer(line):
        number = _NUMBERED.match(line, place.end())
        named = _NAMED.match(line, number.end()) if number else None
        if named is not None and place.end() >= last:
            note = _NOTE.match(line, named.end())
            last = note.end() if note else named.end()
            yield place.end(), last, named.lastgroup


def section_of(heading: str) -> str | None:
    """The statutory section that the words of a heading name, None where they name none."""
    return next((name for name, words in _WORDS if any(word in heading for word in words)), None)
