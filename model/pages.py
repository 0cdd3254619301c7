"""What stands on the pages of a copied text beside the text itself: their numbers, their ends, and the lines that all of them repeat."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from model.characters import fold

_SPACE = r"[^\S\n]?"
PAGE_IN_WORDS = rf"第{_SPACE}\d{{1,3}}{_SPACE}页(?:{_SPACE}[,/]?{_SPACE}共{_SPACE}\d{{1,3}}{_SPACE}页)?"
PAGE_NUMBER = rf"[-—–]{_SPACE}\d{{1,3}}{_SPACE}[-—–]|{PAGE_IN_WORDS}"
"""What can be nothing else, in folded text: - 3 -, 第3页, 第3页共9页; on one line, for cells that hold marks have a line each."""

_LINE = re.compile(r"[^\n]+")
_NUMBER_LINE = re.compile(rf"^[^\S\n]*(?:{PAGE_NUMBER})[^\S\n]*$", re.MULTILINE)
_REPEATED = re.compile(r"(?=.*[\u4e00-\u9fff]).{4,40}")
"""A line that pages may repeat, without its spaces: no lone value and no lone unit of a table."""
_LEAST_PAGES = 2
_MOST_LINES = 3
"""Of a header or a footer."""
_BREAK = "\f"
# A tab parts cells, and one at the edge of a line is an empty cell.
_AROUND = re.compile(rf"(?<![^\S\t])[^\S\t]*{_BREAK}[^\S\t]*")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something in it: a page's number is no content; `page` counts the breaks before it."""

    start: int
    end: int
    content: str | None
    page: int


def prose_text(text: str) -> str:
    """A text, as it was sent, folded, and without what its pages repeat."""
    return without_pages(text, fold(text))


def without_pages(text: str, folded: str) -> str:
    """The folded text of `text` with the numbers of pages, their ends and their repeated lines as spaces, so that sentences run on.

    A line end stays of each break, before its spaces. A line counts as repeated where it stands at the edges of two pages and no page has
    it twice, and then anywhere behind the first page. The lines at the head of the first may make up one line of another; they stay, since
    they may be the title.
    """
    if _BREAK not in text and _NUMBER_LINE.search(folded) is None:
        return folded
    lines = list(_lines(text, folded))
    repeated = _repeated(lines)
    marked = [_BREAK if sent == _BREAK else character for sent, character in zip(text, folded, strict=True)]
    for line in lines:
        if line.content is None or (line.page, line.content) in repeated:
            marked[line.start : line.end] = _BREAK * (line.end - line.start)
    return _AROUND.sub(lambda match: "\n" + " " * (len(match.group()) - 1), "".join(marked))


def _lines(text: str, folded: str) -> Iterator[_Line]:
    page = position = 0
    numbers = {match.start() for match in _NUMBER_LINE.finditer(folded)}
    for match in _LINE.finditer(folded):
        content = "".join(match.group().split())
        if not content:
            continue
        start, end = match.span()
        page += start in numbers or text.find(_BREAK, position, start) >= 0
        position = end
        yield _Line(start, end, None if start in numbers else content, page)


def _repeated(lines: Sequence[_Line]) -> set[tuple[int, str]]:
    """The repeated lines as (page, content), the outermost of each page first."""
    contents = [(line.page, line.content) for line in lines if line.content is not None]
    twice = {content for (_, content), times in Counter(contents).items() if times > 1}
    able = {content for _, content in contents if _REPEATED.fullmatch(content)} - twice
    at_head = {(0, content) for content in accumulate(content for _, content in contents[:_MOST_LINES]) if content in able}
    found: set[tuple[int, str]] = set()
    for _ in range(_MOST_LINES):
        inner = [one for one in contents if one not in found]
        beside = {one for pair in pairwise(inner) if pair[0][0] != pair[1][0] for one in pair if one[1] in able}
        pages = Counter(content for _, content in beside | at_head)
        often = {content for content, times in pages.items() if times >= _LEAST_PAGES}
        found |= {one for one in inner if one[1] in often and (one[0] or one in beside)}
    return found
