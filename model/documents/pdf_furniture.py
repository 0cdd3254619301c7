"""What a page carries beside the text: page numbers, headers and footers."""

import re
from collections import Counter
from collections.abc import Sequence

from model.documents.pdf_lines import Line

_ZONE = 0.12
"""Headers stand within this part of the page's height from the top, footers from the bottom."""
_LEVEL = 4.0
"""They stand at one height on all pages, in points."""
_DIGITS = re.compile(r"\d+")
# More than `model.pages` takes for one: at the edge of a page a bare number is one too, and lines are not folded yet.
_PAGE_NUMBER = re.compile(
    r"[-—–－―~·.\s]*\d{1,4}[-—–－―~·.\s]*"
    r"|\d{1,4}\s*[/／|]\s*\d{1,4}"
    r"|第\s*\d{1,4}\s*页(\s*[,，、/／|]?\s*[(（]?共\s*\d{1,4}\s*页[)）]?)?|page\s*\d{1,4}(\s*(of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)


def without_furniture(pages: Sequence[list[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of all pages, each from the top down, without page numbers at the edges and lines that pages repeat there."""
    marks = [[_mark(line, height) for line in lines] for lines, height in zip(pages, heights, strict=True)]
    counted = Counter(mark for page in marks for mark in set(page) if mark is not None)
    repeated = {mark for mark, count in counted.items() if count >= max(2, 0.4 * len(pages))}
    found = []
    for lines, page, height in zip(pages, marks, heights, strict=True):
        # Nothing of the text stands beyond a header or a footer.
        start = next((place for place, mark in enumerate(page) if mark not in repeated), len(page))
        end = next((place for place in range(len(page), start, -1) if page[place - 1] not in repeated), start)
        found.append(_without_number(lines[start:end], height))
    return found


def _mark(line: Line, height: float) -> tuple[str, int] | None:
    """What the line has in common with those of other pages; None in the middle of the page, and of numbers alone, as of a table's row."""
    worded = any(character.isalpha() for character in line.text) or _PAGE_NUMBER.fullmatch(line.text)
    if not _in_zone(line, height) or not worded:
        return None
    return _DIGITS.sub("0", line.text), round(line.baseline / _LEVEL)


def _in_zone(line: Line, height: float) -> bool:
    return line.baseline < _ZONE * height or line.baseline - line.size > (1 - _ZONE) * height


def _without_number(lines: list[Line], height: float) -> list[Line]:
    """The lines without a page number, first or last of them."""
    if lines and _is_number(lines[-1], height):
        lines = lines[:-1]
    if lines and _is_number(lines[0], height):
        lines = lines[1:]
    return lines


def _is_number(line: Line, height: float) -> bool:
    return _in_zone(line, height) and _PAGE_NUMBER.fullmatch(line.text) is not None
