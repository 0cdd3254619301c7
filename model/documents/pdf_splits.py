"""The lines of a table without lines by its columns: labels, parts of labels over several rows, and values."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from model.documents.pdf_columns import Columns, interval
from model.documents.pdf_geometry import overlap
from model.documents.pdf_lines import Line
from model.documents.pdf_words import parts_of

CLOSEST = 0.95
"""Lines nearer to each other than so many sizes of the font stand in one row: they would cover each other."""
_NUMBERED_LABEL = re.compile(r"\d{1,2}[.、．](?!\d)|(?<!第)[(（][一二三四五六七八九十][)）]")
"""What begins the label of a row, and stands inside of none."""


@dataclass(frozen=True, slots=True)
class Split:
    """A line: parts of labels over several rows, a label or a part of one, and values by their columns."""

    line: Line
    groups: tuple[Line, ...]
    label: Line | None
    values: dict[int, Line]


def row_steps(lines: Iterable[tuple[Line, bool]]) -> list[float]:
    """The distances of lines that follow each other, of which both are told to be rows.

    Lines that would cover each other in one column are of one row, of which some cells have an even and some an odd number of lines.
    """
    return [
        step
        for (before, is_row), (after, is_next) in pairwise(lines)
        if is_row and is_next and (step := after.baseline - before.baseline) > CLOSEST * after.size
    ]


def splits_of(lines: Sequence[Line], columns: Columns) -> list[Split]:
    """The lines by columns; a part of a label left of where most labels begin, or most beside such parts, is one over several rows."""
    by_columns = [columns.split(line) for line in lines]
    labels = [label_parts(split[0]) if 0 in split else () for split in by_columns]
    lasts = [parts[-1].left for parts in labels if parts]
    beside = [parts[-1].left for parts in labels if len(parts) > 1]
    inner = max((median(lefts) for lefts in (lasts, beside) if lefts), default=0.0)
    found: list[Split] = []
    for place, (line, split, parts) in enumerate(zip(lines, by_columns, labels, strict=True)):
        values = {column: part for column, part in split.items() if column}
        outer = sum(part.right <= inner for part in parts)
        if outer == len(parts) and parts and (values or (found and _continues(found[-1], parts[-1]))):
            outer -= 1
        outer = max(outer, sum(_is_beside(part, others) for part in parts for others in [_overlapping(place, lines, labels)]))
        outer = max([outer, *(number for number, part in enumerate(parts) if _NUMBERED_LABEL.match(part.text))])
        own = parts[outer:]
        label = Line(tuple(glyph for part in own for glyph in part.glyphs)) if own else None
        found.append(Split(line, parts[:outer], label, values))
    return found


def label_parts(label: Line) -> tuple[Line, ...]:
    """Its parts, parted as well where a numbered label begins: one over several rows may fill its column up to it."""
    found: list[Line] = []
    for part in parts_of(label):
        characters = "".join(glyph.text[:1] for glyph in part.glyphs)
        starts = [0, *(match.start() for match in _NUMBERED_LABEL.finditer(characters) if match.start())]
        found.extend(Line(part.glyphs[start:end]) for start, end in zip(starts, [*starts[1:], None], strict=True))
    return tuple(found)


def _overlapping(place: int, lines: Sequence[Line], labels: Sequence[tuple[Line, ...]]) -> list[Line]:
    """The last parts of labels of the lines right before and behind a line that would cover it in one column."""
    near = [other for other in (place - 1, place + 1) if 0 <= other < len(lines) and labels[other]]
    return [labels[other][-1] for other in near if abs(lines[other].baseline - lines[place].baseline) <= CLOSEST * lines[place].size]


def _is_beside(part: Line, others: Sequence[Line]) -> bool:
    return any(part.right <= other.left for other in others)


def _continues(above: Split, part: Line) -> bool:
    """Whether a part stands under the label of the line above, so that it is no label over several rows beside it."""
    return above.label is not None and overlap(interval(above.label), interval(part))
