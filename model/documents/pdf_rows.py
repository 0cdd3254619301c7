"""The rows of a table without lines: labels of several lines, and the values that stand before, amid or between these."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from math import inf

from model.documents.pdf_broken import Widths, in_one_cell, is_broken, widths_of
from model.documents.pdf_columns import Columns
from model.documents.pdf_labels import ORDINAL, begins_group, is_whole
from model.documents.pdf_lines import Line
from model.documents.pdf_splits import CLOSEST, Split, row_steps, splits_of
from model.documents.pdf_tables import joined

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


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a row, line by line.

    `broken` says that the numbers of its cells of several lines are certainly single ones, `mixed` that it holds lines of two rows that
    cannot be told apart.
    """

    splits: tuple[Split, ...]
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
    def lead(self) -> set[int]:
        """The columns in which values stand above all of its label."""
        return {column for split in takewhile(lambda split: not split.label, self.splits) for column in split.values}

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
    splits = splits_of(lines, columns)
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


def _least_step(splits: Sequence[Split]) -> float | None:
    """The least distance of two rows that follow each other, None where no two do."""
    return min(row_steps((split.line, bool(split.label and split.values)) for split in splits), default=None)


def _bands(splits: Sequence[Split]) -> Iterator[Row]:
    """Lines that cannot belong to two rows."""
    band = [splits[0]]
    for split in splits[1:]:
        if split.line.baseline - band[-1].line.baseline > CLOSEST * min(split.line.size, band[-1].line.size):
            yield Row(tuple(band))
            band = []
        band.append(split)
    yield Row(tuple(band))


def _bound(bands: Sequence[Row], step: float | None, widths: Widths) -> Iterator[Row]:
    """The bands, those made one of which the second goes on with a label or a number of the first, or may do so."""
    row, mixed = bands[0], False
    labelled = any(band.labels for band in bands)
    for place, band in enumerate(bands[1:], 2):
        following = bands[place] if place < len(bands) else None
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
        return _is_part(below, above) and (following is None or _is_of_above(above, below, following, widths))
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
        return labelled or above.columns < below.columns or below.columns < above.columns
    if is_whole(above.label):
        return False
    wraps = ORDINAL.match(above.labels[0].text) is not None and _label_goes_on(above, below, step)
    return begins_group(above.label) or (wraps and not is_whole(below.label))


def _are_near(above: Row, below: Row) -> bool:
    """Whether values of both are no further apart than lines of one cell."""
    return _apart(above, below) <= _TWO_LINES * below.splits[0].line.size


def _is_part(fewer: Row, more: Row) -> bool:
    """Whether the values of a line could be parts of those in another."""
    return fewer.columns < more.columns and _apart(fewer, more) <= _TWO_LINES * fewer.splits[0].line.size


def _apart(one: Row, other: Row) -> float:
    """The distance of values, infinite where one has none."""
    places = [[split.line.baseline for split in row.splits if split.values] for row in (one, other)]
    return min((abs(first - second) for first in places[0] for second in places[1]), default=inf)


def _may_be_broken(above: Row, below: Row, widths: Widths) -> bool:
    """Whether the values of one are certainly the first or last digits of numbers, of which the other holds the rest."""
    return _apart(above, below) <= _TWO_LINES * below.splits[0].line.size and is_broken(above.and_(below).cells(), widths)


def _begins(above: Row, values: Row, below: Row, widths: Widths) -> bool:
    """Whether values between two rows are the first digits of the second, and not the last ones of the first."""
    if not _may_begin(above, values, below, widths):
        return False
    nearer = _apart(above, values) - _apart(values, below) > _NEARER * values.splits[0].line.size
    return nearer or not _may_be_broken(above, values, widths)


def _is_of_above(above: Row, values: Row, below: Row, widths: Widths) -> bool:
    """Whether values without a label, between two rows, are the last digits of the first, and not the first ones of the second."""
    if not _are_near(values, below):
        return True
    further = _apart(above, values) - _apart(values, below)
    if abs(further) > _NEARER * values.splits[0].line.size:
        return further < 0 or not _may_begin(above, values, below, widths)
    return _may_be_broken(above, values, widths) and not _may_begin(above, values, below, widths)


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


def _distance(row: Row, group: Split) -> float:
    return min(abs(split.line.baseline - group.line.baseline) for split in row.splits)
