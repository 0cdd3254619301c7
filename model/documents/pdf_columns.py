"""The columns of a table without lines: where values stand under each other, and headers where none stands."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from model.documents.pdf_geometry import Glyph, Interval, overlap
from model.documents.pdf_lattice import NEAR
from model.documents.pdf_lines import Line
from model.documents.pdf_touching import Side, parted
from model.documents.pdf_words import is_value, numbers_of, parts_of

_ALIKE = 0.5
"""Places of values that differ by no more, in points, are the same."""
_MOST = 60
"""Four times the columns of table 4; numbers strewn over a page in more are no table, and must not cost the time of all its cells."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of values from left to right, and the stretch of the labels before them, None where there are none.

    The values of all columns have one of the sides in common.
    """

    values: tuple[Interval, ...]
    labels: Interval | None
    sides: tuple[Side, ...] = tuple(Side)

    @property
    def edges(self) -> tuple[float, ...]:
        """Where the columns begin and the last one ends, the column of labels first."""
        first, last = self.values[0][0], self.values[-1][1]
        left, end = self.labels or (first - NEAR, first - NEAR)
        return (left, (end + first) / 2, *((one[1] + other[0]) / 2 for one, other in pairwise(self.values)), last)

    def split(self, line: Line) -> dict[int, Line]:
        """The parts of a line by the columns in which they stand, 0 for labels."""
        bounds = self.edges[1:-1]
        found: dict[int, list[Glyph]] = defaultdict(list)
        for number in numbers_of(glyph for glyph in line.glyphs if not glyph.text.isspace()):
            left, right = number[0].left, number[-1].right
            over = [place for place, column in enumerate(self.values, 1) if overlap(column, (left, right))]
            if len(over) > 1 and len(number) > 1:
                for column, glyphs in zip(over, parted(number, [self.values[column - 1] for column in over], self.sides), strict=True):
                    found[column] += glyphs
            else:
                for glyph in number:
                    found[bisect(bounds, (left + right) / 2 if len(over) == 1 else glyph.middle[0])].append(glyph)
        return {column: Line(tuple(glyphs)) for column, glyphs in found.items() if glyphs}


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the columns: lines of headers over several columns, then a text for the labels and one for each column."""

    spanning: tuple[tuple[Line, ...], ...]
    lowest: tuple[str, ...]


def columns_of(body: Sequence[Line], before: Columns | None = None) -> Columns | None:
    """The columns of lines of values and labels, None of no values and of values strewn over too many.

    Those `before`, of the page before, are taken where the values fit them.
    """
    places = [interval(part) for line in body for part in parts_of(line) if is_value(part)]
    values = _stretches(places)
    if not 0 < len(values) <= _MOST:
        return None
    values = (_continued(values, before.values) if before else None) or values
    labels = [interval(part) for line in body for part in parts_of(line) if part.right <= values[0][0]]
    stretch = (min(left for left, _ in labels), max(right for _, right in labels)) if labels else None
    return Columns(tuple(values), stretch, _sides(places, values))


def _sides(places: Sequence[Interval], values: Sequence[Interval]) -> tuple[Side, ...]:
    """The sides that most values have in common with their columns."""
    over = [(place, [column for column in values if overlap(column, place)]) for place in places]
    alone = [(place, columns[0]) for place, columns in over if len(columns) == 1]
    having = {side: sum(side.off(*pair) <= _ALIKE for pair in alone) for side in Side}
    return tuple(side for side in Side if having[side] == max(having.values()))


def _stretches(values: Iterable[Interval]) -> list[Interval]:
    """Where values stand, from left to right: those of one column overlap, and one that lies over several columns is two that touch.

    Of more than `_MOST` columns only the first that are too many are found.
    """
    found: list[Interval] = []
    for value in sorted(values, key=lambda one: one[1] - one[0]):
        if len(found) > _MOST:
            break
        over = [place for place, stretch in enumerate(found) if overlap(stretch, value)]
        if not over:
            found.append(value)
        elif len(over) == 1:
            left, right = found[over[0]]
            found[over[0]] = min(left, value[0]), max(right, value[1])
    return sorted(found)


def _continued(values: list[Interval], before: Sequence[Interval]) -> list[Interval] | None:
    """The columns of the page before, widened; None where one of the values' stands under none or several, or another page set them."""
    found, pairs = list(before), list[tuple[Interval, Interval]]()
    for value in values:
        over = [place for place, column in enumerate(before) if overlap(column, value)]
        if len(over) != 1:
            return None
        pairs.append((before[over[0]], value))
        found[over[0]] = min(found[over[0]][0], value[0]), max(found[over[0]][1], value[1])
    return found if _are_set_alike(pairs) else None


def _are_set_alike(pairs: Sequence[tuple[Interval, Interval]]) -> bool:
    """Whether columns have the same places on two pages: their values begin, end, or have their middle there."""
    return any(all(side.off(*pair) <= NEAR for pair in pairs) for side in Side)


def with_header(columns: Columns, lines: Sequence[Line]) -> tuple[Columns, Header]:
    """The columns with those that have a header alone, and the headers.

    From the lowest line upwards a header stands over the one column that it overlaps, or over a column without values; what overlaps
    several columns, or stands alone in its line over none, spans them.
    """
    stretches: list[Interval] = list(columns.values)
    covered = list(stretches)
    over: list[list[Line]] = [[] for _ in stretches]
    of_labels: list[Line] = []
    spanning: list[tuple[Line, ...]] = []
    for height, line in enumerate(reversed(lines)):
        wide = []
        parts = parts_of(line)
        for part in parts:
            place = interval(part)
            below = [number for number, stretch in enumerate(covered) if overlap(stretch, place)]
            if len(below) > 1:
                wide.append(part)
            elif below:
                over[below[0]].append(part)
                covered[below[0]] = min(covered[below[0]][0], part.left), max(covered[below[0]][1], part.right)
            elif columns.labels and (overlap(columns.labels, place) or part.right <= columns.labels[1]):
                of_labels.append(part)
            elif height and len(parts) == 1:
                wide.append(part)
            else:
                stretches.append(place)
                covered.append(place)
                over.append([part])
        if wide:
            spanning.append(tuple(wide))
    order = sorted(range(len(stretches)), key=lambda number: stretches[number])
    lowest = tuple("".join(part.text for part in reversed(parts)) for parts in (of_labels, *(over[number] for number in order)))
    return replace(columns, values=tuple(stretches[number] for number in order)), Header(tuple(reversed(spanning)), lowest)


def interval(part: Line) -> Interval:
    """From where to where it stands."""
    return part.left, part.right
