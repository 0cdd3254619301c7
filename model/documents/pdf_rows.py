"""The rows of a table without lines: labels of several lines, and the values that stand before, amid or between these."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from model.documents.pdf_broken import Widths, in_one_cell, is_broken, widths_of
from model.documents.pdf_columns import Columns, interval, overlap
from model.documents.pdf_labels import begins_group, is_whole
from model.documents.pdf_lines import Line
from model.documents.pdf_tables import joined
from model.documents.pdf_words import parts_of

ORDINAL = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,2}[)）.、．]")
CLOSEST = 0.95
"""Lines nearer to each other than so many sizes of the font stand in one row: they would cover each other."""
_INSIDE = 0.96
"""Lines of one cell are nearer to each other than this share of the least distance of rows where cells keep some room free."""
_FARTHEST = 1.12
"""They are never further apart than this share of it, and further than it where the first line of a cell is not spaced."""
_FULL = 1.5
"""A line ends for lack of room if no more than so many characters would go beside it."""
_MIDDLE = 0.3
"""Values in the middle of a cell of two lines are off it by no more than so many sizes, twice."""
_TWO_LINES = 2.1
"""Lines of one cell are no further apart than so many sizes of the font."""
_NEARER = 0.1
"""One of two distances that differ by more than so many sizes is the less one."""
_NUMBERED_LABEL = re.compile(r"\d{1,2}[.、．](?!\d)|(?<!第)[(（][一二三四五六七八九十][)）]")
"""What begins the label of a row, and stands inside of none."""


@dataclass(frozen=True, slots=True)
class _Split:
    """A line: parts of labels over several rows, a label or a part of one, and values by their columns."""

    line: Line
    groups: tuple[Line, ...]
    label: Line | None
    values: dict[int, Line]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a row, line by line.

    `broken` says that the numbers of its cells of several lines are certainly single ones, `mixed` that it holds lines of two rows that
    cannot be told apart.
    """

    splits: tuple[_Split, ...]
    broken: bool = False
    mixed: bool = False

    @property
    def valued(self) -> bool:
        """Whether values stand in it."""
        return any(split.values for split in self.splits)

    @property
    def labels(self) -> list[Line]:
        """The lines of its label."""
        return [split.label for split in self.splits if split.label]

    @property
    def label(self) -> str:
        """What its label says."""
        return "".join(label.text for label in self.labels)

    @property
    def goes_on(self) -> bool:
        """Whether it may be the rest of a row that began on the page before: nothing numbered begins in it, and its label is not whole."""
        words = [*self.labels, *(part for split in self.splits for part in split.groups)]
        return not any(ORDINAL.match(part.text) for part in words) and not is_whole(self.label)

    @property
    def columns(self) -> set[int]:
        """The columns in which values stand."""
        return {column for split in self.splits for column in split.values}

    def texts(self, columns: Columns) -> list[str]:
        """What stands in the cells, that of the labels first: there the parts of labels over several rows stand before the row's own."""
        found = [""] * (len(columns.values) + 1)
        for part in (*(part for split in self.splits for part in split.groups), *self.labels):
            found[0] = joined(found[0], part.text, True)
        for column, parts in self.cells().items():
            found[column] = in_one_cell(parts, self.broken)
        return found

    def cells(self) -> dict[int, list[Line]]:
        """The lines of values by column."""
        found: dict[int, list[Line]] = defaultdict(list)
        for column, part in (item for split in self.splits for item in split.values.items()):
            found[column].append(part)
        return found

    def and_(self, other: "Row", mixed: bool = False) -> "Row":
        """Both as one."""
        return Row((*self.splits, *other.splits), mixed=self.mixed or mixed)


def rows_of(lines: Sequence[Line], columns: Columns) -> list[Row]:
    """The rows that lines form, from the top down."""
    splits = _splits(lines, columns)
    step = _least_step(splits)
    groups = [split for split in splits if not split.label and not split.values]
    bands = list(_bands([split for split in splits if split.label or split.values]))
    widths = widths_of([split.values for split in splits], columns)
    rows = list(_bound(bands, step, widths))
    for group in groups:
        nearest = min(range(len(rows)), key=lambda place: _distance(rows[place], group))
        splits_of_row = tuple(sorted((*rows[nearest].splits, group), key=lambda split: split.line.baseline))
        rows[nearest] = replace(rows[nearest], splits=splits_of_row)
    return [replace(row, broken=not row.mixed and is_broken(row.cells(), widths)) for row in rows]


def _splits(lines: Sequence[Line], columns: Columns) -> list[_Split]:
    """The lines by columns; a part of a label left of where most labels begin, or most beside such parts, is one over several rows."""
    by_columns = [columns.split(line) for line in lines]
    labels = [_label_parts(split[0]) if 0 in split else () for split in by_columns]
    lasts = [parts[-1].left for parts in labels if parts]
    beside = [parts[-1].left for parts in labels if len(parts) > 1]
    inner = max((median(lefts) for lefts in (lasts, beside) if lefts), default=0.0)
    found: list[_Split] = []
    for place, (line, split, parts) in enumerate(zip(lines, by_columns, labels, strict=True)):
        values = {column: part for column, part in split.items() if column}
        outer = sum(part.right <= inner for part in parts)
        if outer == len(parts) and parts and (values or (found and _continues(found[-1], parts[-1]))):
            outer -= 1
        outer = max(outer, sum(_is_beside(part, others) for part in parts for others in [_overlapping(place, lines, labels)]))
        outer = max([outer, *(number for number, part in enumerate(parts) if _NUMBERED_LABEL.match(part.text))])
        own = parts[outer:]
        label = Line(tuple(glyph for part in own for glyph in part.glyphs)) if own else None
        found.append(_Split(line, parts[:outer], label, values))
    return found


def _label_parts(label: Line) -> tuple[Line, ...]:
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


def _continues(above: _Split, part: Line) -> bool:
    """Whether a part stands under the label of the line above, so that it is no label over several rows beside it."""
    return above.label is not None and overlap(interval(above.label), interval(part))


def _least_step(splits: Sequence[_Split]) -> float | None:
    """The least distance of two rows that follow each other, None where no two do."""
    steps = [
        step
        for before, after in pairwise(splits)
        if before.label
        and after.label
        and before.values
        and after.values
        and (step := after.line.baseline - before.line.baseline) > CLOSEST * after.line.size
    ]
    return min(steps, default=None)


def _bands(splits: Sequence[_Split]) -> Iterator[Row]:
    """Lines that cannot belong to two rows."""
    band = [splits[0]]
    for split in splits[1:]:
        if split.line.baseline - band[-1].line.baseline > CLOSEST * min(split.line.size, band[-1].line.size):
            yield Row(tuple(band))
            band = []
        band.append(split)
    yield Row(tuple(band))


def _bound(bands: Sequence[Row], step: float | None, widths: Widths) -> Iterator[Row]:
    """The bands, those made one of which the second goes on with a label or a number of the first."""
    row, mixed = bands[0], False
    labelled = any(band.labels for band in bands)
    for place, band in enumerate(bands[1:], 1):
        following = bands[place + 1] if place + 1 < len(bands) else None
        mixed = mixed or (following is not None and _is_of_either(row, band, following, widths))
        certain = _goes_on(row, band, following, step, widths) or (following is not None and _is_amid(row, band, following))
        if not certain and _may_be_one(row, band, step, labelled):
            mixed = mixed or following is None or not _begins(row, band, following, widths)
        if mixed or certain:
            row = row.and_(band, mixed)
        else:
            yield row
            row = band
        # What is not known to belong to the row above may as well belong to the one below.
        mixed = mixed and not band.labels and following is not None and _are_near(band, following)
    yield row


def _is_amid(above: Row, values: Row, below: Row) -> bool:
    """Whether values stand in the middle between two lines of their label."""
    if values.labels or above.valued or below.valued or not above.labels or not below.labels or ORDINAL.match(below.labels[0].text):
        return False
    first, last, middle = above.labels[-1], below.labels[0], values.splits[0].line
    if last.baseline - first.baseline > _TWO_LINES * last.size:
        return False
    return abs(first.baseline + last.baseline - 2 * middle.baseline) <= _MIDDLE * middle.size


def _goes_on(above: Row, below: Row, following: Row | None, step: float | None, widths: Widths) -> bool:
    if not above.labels and above.valued and below.valued and _is_part(above, below):
        return _may_be_broken(above, below, widths)
    if not below.labels:
        # Numbers that a narrow column broke: a row of values has a label, or more values.
        return _is_part(below, above) and not (following and _begins(above, below, following, widths))
    if not _label_goes_on(above, below, step):
        return False
    if above.valued and below.valued:
        return _may_be_broken(above, below, widths) and ORDINAL.match(above.labels[0].text) is not None
    return not is_whole(above.label)


def _may_be_one(above: Row, below: Row, step: float | None, labelled: bool) -> bool:
    """Whether lines of values that are near each other may be of one row, as each row of a table with labels has one that may go on."""
    if not _are_near(above, below):
        return False
    if not above.labels or not below.labels:
        return labelled
    if is_whole(above.label):
        return False
    wraps = ORDINAL.match(above.labels[0].text) is not None and _label_goes_on(above, below, step)
    return begins_group(above.label) or (wraps and not is_whole(below.label))


def _are_near(above: Row, below: Row) -> bool:
    """Whether values of both are no further apart than lines of one cell."""
    return above.valued and below.valued and _apart(above, below) <= _TWO_LINES * below.splits[0].line.size


def _is_part(fewer: Row, more: Row) -> bool:
    """Whether the values of a line could be parts of those in another."""
    return fewer.columns < more.columns and _apart(fewer, more) <= _TWO_LINES * fewer.splits[0].line.size


def _apart(one: Row, other: Row) -> float:
    """The distance of values."""
    places = [[split.line.baseline for split in row.splits if split.values] for row in (one, other)]
    return min(abs(first - second) for first in places[0] for second in places[1])


def _may_be_broken(above: Row, below: Row, widths: Widths) -> bool:
    """Whether the values of one are certainly the first or last digits of numbers, of which the other holds the rest."""
    return _apart(above, below) <= _TWO_LINES * below.splits[0].line.size and is_broken(above.and_(below).cells(), widths)


def _begins(above: Row, values: Row, below: Row, widths: Widths) -> bool:
    """Whether values between two rows are the first digits of the second, and not the last ones of the first."""
    if not _may_begin(above, values, below, widths):
        return False
    nearer = _apart(above, values) - _apart(values, below) > _NEARER * values.splits[0].line.size
    return nearer or not _may_be_broken(above, values, widths)


def _is_of_either(above: Row, values: Row, below: Row, widths: Widths) -> bool:
    """Whether values between two rows may as well be the last digits of the first as the first ones of the second."""
    if values.labels or not above.valued or not _is_part(values, above) or not _may_begin(above, values, below, widths):
        return False
    further = _apart(above, values) - _apart(values, below)
    return abs(further) <= _NEARER * values.splits[0].line.size and _may_be_broken(above, values, widths)


def _may_begin(above: Row, values: Row, below: Row, widths: Widths) -> bool:
    """Whether values may be the first digits of the row below: they are not where a comma ends those above."""
    if any(parts[-1].text.endswith(",") for column, parts in above.cells().items() if column in values.columns):
        return False
    return below.valued and _is_part(values, below) and _may_be_broken(values, below, widths)


def _label_goes_on(above: Row, below: Row, step: float | None) -> bool:
    if not above.labels or not below.labels or ORDINAL.match(below.labels[0].text):
        return False
    distance = below.labels[0].baseline - above.labels[-1].baseline
    if distance > _TWO_LINES * below.labels[0].size or (step is not None and distance > _FARTHEST * step):
        return False
    # That the line above is full tells nothing: the longest of labels in single lines is as well.
    close = step is not None and distance < _INSIDE * step
    return close or ORDINAL.match(above.labels[0].text) is not None


def are_two(above: Row, below: Row, columns: Columns) -> bool:
    """Whether two rows that were not made one are certainly two."""
    if not above.labels or not below.labels or ORDINAL.match(below.labels[0].text) or not _is_full(above.labels[-1], columns):
        return True
    return below.labels[0].baseline - above.labels[-1].baseline > _TWO_LINES * above.labels[-1].size


def _is_full(label: Line, columns: Columns) -> bool:
    """Whether no further character would go beside it."""
    return columns.labels is not None and columns.labels[1] - label.right <= _FULL * label.size


def _distance(row: Row, group: _Split) -> float:
    return min(abs(split.line.baseline - group.line.baseline) for split in row.splits)
