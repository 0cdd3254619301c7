"""The cells that ruling lines form."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, product

from model.documents.pdf_geometry import Rule

NEAR = 3.0
"""Places that differ by no more, in points, are the same; a line drawn in parts may have gaps so wide."""
_SAME = 1.5
"""Lines so near to each other are one wherever they begin and end."""
_NARROW = 6.0
"""No row or column is narrower, in points: lines beside each other that are nearer are one, and a line ends on another so near to it."""
_OVERHANG = 6.0
"""Lines that reach so far beyond the last one that crosses them belong to a table that is open on that side."""
_TALLEST_ROW = 22.0
"""A row without lines across is no higher, in points; what is further apart are two tables."""
_MOST_LINES = 1_000
_MOST_CELLS = 20_000
"""More lines of one direction on a page, or cells of a table, are a drawing."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: the places of its first row and column, and how many it covers."""

    row: int
    column: int
    rows: int
    columns: int

    def fields(self) -> Iterator[tuple[int, int]]:
        """The rows and columns that it covers."""
        return product(range(self.row, self.row + self.rows), range(self.column, self.column + self.columns))


@dataclass(frozen=True, slots=True)
class Lattice:
    """A table's lines, from left to right and from the top down, and its cells in the order of reading.

    What goes around others from side to side is no cell, but what tables inside of a larger cell leave free, and is left out.
    `open_top` and `open_bottom` say that no line closes the table there, as at a page's end in the middle of a row.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]
    open_top: bool
    open_bottom: bool

    def field(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of a place on the page, None outside."""
        row, column = bisect_left(self.ys, y) - 1, bisect_left(self.xs, x) - 1
        return (row, column) if 0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1 else None


def lattices_of(rules: Sequence[Rule]) -> list[Lattice]:
    """The tables that lines form, each of two columns and two cells at least, from the top down."""
    along, across = (_merged(rule for rule in rules if rule.across is across) for across in (False, True))
    if max(len(along), len(across)) > _MOST_LINES:
        return []
    found = [lattice for rows, columns in _groups(along, across) if (lattice := _lattice(rows, columns)) is not None]
    return sorted(found, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def _merged(rules: Iterable[Rule], apart: float = 0.0) -> list[Rule]:
    """Lines that lie on each other made one, and those beside each other that are no further apart than given."""
    clusters: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.position):
        distance = rule.position - clusters[-1][0].position if clusters else math.inf
        if distance <= _SAME or (distance <= apart and any(_beside(rule, other) for other in clusters[-1])):
            clusters[-1].append(rule)
        else:
            clusters.append([rule])
    return [part for cluster in clusters for part in _joined(cluster)]


def _beside(one: Rule, other: Rule) -> bool:
    return min(one.end, other.end) - max(one.start, other.start) > NEAR


def _joined(cluster: list[Rule]) -> list[Rule]:
    position = sum(rule.position for rule in cluster) / len(cluster)
    found: list[Rule] = []
    for rule in sorted(cluster, key=lambda rule: rule.start):
        if found and rule.start - found[-1].end <= NEAR:
            found[-1] = Rule(rule.across, position, found[-1].start, max(found[-1].end, rule.end))
        else:
            found.append(Rule(rule.across, position, rule.start, rule.end))
    return found


def _groups(along: list[Rule], across: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that touch each other, directly or through others: the lines along the page and those across it."""
    parents = list(range(len(along) + len(across)))
    for row, one in enumerate(along):
        for column, other in enumerate(across, len(along)):
            if _reaches(one, other.position) and _reaches(other, one.position):
                parents[_root(parents, column)] = _root(parents, row)
    for place, next_place in _parallels(along, across):
        parents[_root(parents, next_place)] = _root(parents, place)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for place, rule in enumerate((*along, *across)):
        groups[_root(parents, place)][rule.across].append(rule)
    return [(_merged(rows, _NARROW), _merged(columns, _NARROW)) for rows, columns in groups.values() if rows and columns]


def _parallels(along: list[Rule], across: list[Rule]) -> Iterator[tuple[int, int]]:
    """The places of lines that do not touch, but lie on two sides of a row or column of one table; those across come after the others."""
    for row in range(1, len(along)):
        above = next((other for other in range(row - 1, -1, -1) if _same_ends(along[other], along[row])), None)
        if above is not None and _is_open_row(along[above], along[row], across):
            yield above, row
    # The side of a label that covers all rows of a page touches no line along it.
    for column, (one, other) in enumerate(pairwise(across), len(along)):
        if _same_ends(one, other):
            yield column, column + 1


def _same_ends(one: Rule, other: Rule) -> bool:
    return abs(one.start - other.start) <= NEAR and abs(one.end - other.end) <= NEAR


def _is_open_row(above: Rule, below: Rule, across: list[Rule]) -> bool:
    """Whether a row of one cell lies between two lines of a table that is open at its sides: no line across touches their ends."""
    if below.position - above.position > _TALLEST_ROW:
        return False
    sides = [rule for rule in across if min(abs(rule.position - above.start), abs(rule.position - above.end)) <= NEAR]
    return not any(_reaches(rule, above.position) or _reaches(rule, below.position) for rule in sides)


def _reaches(rule: Rule, position: float) -> bool:
    return rule.start - _NARROW <= position <= rule.end + _NARROW


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place


def _lattice(along: list[Rule], across: list[Rule]) -> Lattice | None:
    across = _merged([*across, *_open_sides(along, across)], _NARROW)
    xs, _, _ = _positions(across, along)
    ys, open_top, open_bottom = _positions(along, across)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 2 or rows * columns > _MOST_CELLS:
        return None
    boxes = _boxes(_Borders(xs, across), _Borders(ys, along))
    return Lattice(xs, ys, boxes, open_top, open_bottom) if len(boxes) > 1 else None


def _open_sides(along: list[Rule], across: list[Rule]) -> Iterator[Rule]:
    """The sides of rows that end without a line across, as of tables of several widths that touch each other and are open at the sides."""
    levels = [list(rules) for _, rules in groupby(along, key=lambda rule: rule.position)]
    for above, below in pairwise(levels):
        for rules, others in ((above, below), (below, above)):
            for x in (end for rule in rules for end in (rule.start, rule.end)):
                is_closed = any(abs(side.position - x) <= NEAR and _reaches(side, rules[0].position) for side in across)
                if not is_closed and any(other.start - NEAR <= x <= other.end + NEAR for other in others):
                    yield Rule(True, x, above[0].position, below[0].position)


def _positions(rules: list[Rule], crossing: list[Rule]) -> tuple[tuple[float, ...], bool, bool]:
    """Where lines lie, and whether the table is open before the first and after the last of them."""
    found = sorted({rule.position for rule in rules})
    first, last = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    before, after = first < found[0] - _OVERHANG, last > found[-1] + _OVERHANG
    return (*[first] * before, *found, *[last] * after), before, after


class _Borders:
    """The lines of one direction, asked whether one stands between two neighbouring places."""

    def __init__(self, positions: tuple[float, ...], rules: list[Rule]) -> None:
        self.positions = positions
        self._rules: list[list[Rule]] = [[] for _ in positions]
        for rule in rules:
            self._rules[bisect_left(positions, rule.position)].append(rule)

    @property
    def spaces(self) -> int:
        """The number of rows or columns between the lines."""
        return len(self.positions) - 1

    def middle(self, space: int) -> float:
        """The middle of a row or column."""
        return (self.positions[space] + self.positions[space + 1]) / 2

    def closed(self, line: int, middle: float) -> bool:
        """Whether a line stands at this place where the other direction is at `middle`."""
        return any(rule.start <= middle <= rule.end for rule in self._rules[line])


def _boxes(columns: _Borders, rows: _Borders) -> tuple[Box, ...]:
    """Neighbouring fields without a line between them are one cell."""
    width = columns.spaces
    parents = list(range(rows.spaces * width))
    for row in range(rows.spaces):
        for column in range(width):
            place = row * width + column
            if column + 1 < width and not columns.closed(column + 1, rows.middle(row)):
                parents[_root(parents, place + 1)] = _root(parents, place)
            if row + 1 < rows.spaces and not rows.closed(row + 1, columns.middle(column)):
                parents[_root(parents, place + width)] = _root(parents, place)
    fields: dict[int, list[int]] = defaultdict(list)
    for place in range(len(parents)):
        fields[_root(parents, place)].append(place)
    boxes = (box for places in fields.values() if (box := _box(places, width)) is not None)
    return tuple(sorted(boxes, key=lambda box: (box.row, box.column)))


def _box(places: list[int], width: int) -> Box | None:
    """The rectangle around fields; None where they do not fill it, though it is as wide as the table."""
    rows, columns = [place // width for place in places], [place % width for place in places]
    box = Box(min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1)
    return None if box.columns == width and box.rows * box.columns > len(places) else box
