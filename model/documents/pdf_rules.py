"""The straight lines that a page draws: strokes, frames of rectangles, and rectangles so thin that they are lines.

Source of the calls: PDFium, public/fpdf_edit.h. Word and LibreOffice stroke lines or fill thin rectangles, Chromium fills
thin rectangles and slanted ends or strokes a rectangle for each cell.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium

from model.documents.pdf_geometry import Frame, Rule

_THIN = 3.5
"""No line of a table is thicker, in points."""
_ALIGNED = 1.0
_MOST_STEPS = 100_000
"""What a page draws beyond so many objects and segments is a map or a picture, not the lines of tables."""
_DEEPEST = 10
"""Forms inside forms are followed so deep."""

_Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]
_SAME: _Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lines of a page as PDF places them, before the page is turned; `pictured` where there are pictures."""

    lines: tuple[tuple[_Point, _Point], ...]
    pictured: bool

    def rules(self, frame: Frame) -> tuple[Rule, ...]:
        """The lines on the page as it is read."""
        return tuple(_rule(frame.place(*start), frame.place(*end)) for start, end in self.lines)


def _rule(start: _Point, end: _Point) -> Rule:
    (left, top), (right, bottom) = (min(start[0], end[0]), min(start[1], end[1])), (max(start[0], end[0]), max(start[1], end[1]))
    if bottom - top > right - left:
        return Rule(True, (left + right) / 2, top, bottom)
    return Rule(False, (top + bottom) / 2, left, right)


def drawing_of(page: object) -> Drawing:
    """The lines and pictures of PDFium's page."""
    reader = _Reader()
    reader.read(pdfium.FPDFPage_GetObject, pdfium.FPDFPage_CountObjects(page), page, _SAME, 0)
    return Drawing(tuple(reader.lines), reader.pictured)


class _Reader:
    """Walks the objects of one page, forms included, and gathers lines."""

    def __init__(self) -> None:
        self.lines: list[tuple[_Point, _Point]] = []
        self.pictured = False
        self._steps = 0

    def read(self, get: "pdfium.CFUNCTYPE", count: int, owner: object, matrix: _Matrix, depth: int) -> None:
        """Reads the objects of a page or a form."""
        for place in range(count):
            self._steps += 1
            if self._steps > _MOST_STEPS:
                return
            item = get(owner, place)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.pictured = True
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._read_path(item, _product(_matrix_of(item), matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inside = pdfium.FPDFFormObj_CountObjects(item)
                self.read(pdfium.FPDFFormObj_GetObject, inside, item, _product(_matrix_of(item), matrix), depth + 1)

    def _read_path(self, path: object, matrix: _Matrix) -> None:
        count = pdfium.FPDFPath_CountSegments(path)
        self._steps += max(count, 0)
        if self._steps > _MOST_STEPS:
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        if fill.value or stroke.value:
            lines = _lines_of(_contours(path, count, matrix), bool(stroke.value))
            self.lines += (line for line in lines if all(map(math.isfinite, (*line[0], *line[1]))))


def _matrix_of(item: object) -> _Matrix:
    found = pdfium.FS_MATRIX(*_SAME)
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    return (*_turned((a, b), outer), *_turned((c, d), outer), *_moved((e, f), outer))


def _turned(point: _Point, matrix: _Matrix) -> _Point:
    (x, y), (a, b, c, d, _, _) = point, matrix
    return x * a + y * c, x * b + y * d


def _moved(point: _Point, matrix: _Matrix) -> _Point:
    x, y = _turned(point, matrix)
    return x + matrix[4], y + matrix[5]


def _contours(path: object, count: int, matrix: _Matrix) -> list[list[_Point]]:
    """The corners of a path, contour by contour; a closed one ends where it began. Of a curve the points that steer it."""
    found: list[list[_Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, place)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO or not found:
            found.append([])
        found[-1].append(_moved((x.value, y.value), matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            found[-1].append(found[-1][0])
    return found


def _lines_of(contours: list[list[_Point]], stroked: bool) -> Iterator[tuple[_Point, _Point]]:
    """The lines of a path: the whole of it where it is thin (dashes of one border), else those of its contours."""
    whole = _spine([point for contour in contours for point in contour])
    if whole is not None:
        yield whole
        return
    for contour in contours:
        spine = _spine(contour)
        if spine is not None:
            yield spine
        elif stroked:
            yield from (side for side in pairwise(contour) if _is_straight(*side))


def _spine(points: list[_Point]) -> tuple[_Point, _Point] | None:
    """The line along the middle of points that lie in a thin box; None of others and of dots."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    if top - bottom <= _THIN and right - left > top - bottom:
        return (left, (bottom + top) / 2), (right, (bottom + top) / 2)
    if right - left <= _THIN and top - bottom > right - left:
        return ((left + right) / 2, bottom), ((left + right) / 2, top)
    return None


def _is_straight(start: _Point, end: _Point) -> bool:
    across, along = abs(start[0] - end[0]), abs(start[1] - end[1])
    return min(across, along) <= _ALIGNED < max(across, along)
