"""The straight lines that a page draws: strokes, frames of rectangles, and rectangles so thin that they are lines.

Source of the calls: PDFium, public/fpdf_edit.h. Word and LibreOffice stroke lines or fill thin rectangles, Chromium fills
thin rectangles and slanted ends or strokes a rectangle for each cell.
"""

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
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
_Line = tuple[_Point, _Point]
_Bounds = tuple[float, float, float, float]
_SAME: _Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lines of a page as PDF places them, before the page is turned; `pictured` where there are pictures."""

    lines: tuple[_Line, ...]
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
        self.lines: list[_Line] = []
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
                self._read_path(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inside = pdfium.FPDFFormObj_CountObjects(item)
                self.read(pdfium.FPDFFormObj_GetObject, inside, item, _product(_matrix_of(item), matrix), depth + 1)

    def _read_path(self, path: object, outer: _Matrix) -> None:
        matrix = _product(_matrix_of(path), outer)
        count = pdfium.FPDFPath_CountSegments(path)
        self._steps += max(count, 0)
        if self._steps > _MOST_STEPS:
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        if fill.value or stroke.value:
            lines = _lines_of(_contours(partial(pdfium.FPDFPath_GetPathSegment, path), count, matrix), bool(stroke.value))
            bounds = _clip_of(path, outer)
            self.lines += (cut for line in lines if all(map(math.isfinite, (*line[0], *line[1]))) and (cut := _within(line, bounds)))


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


def _contours(segment_at: Callable[[int], object], count: int, matrix: _Matrix) -> list[list[_Point]]:
    """The corners of a path of so many segments, contour by contour; a closed one ends where it began.

    Of a curve they are the points that steer it.
    """
    found: list[list[_Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(count):
        segment = segment_at(place)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO or not found:
            found.append([])
        found[-1].append(_moved((x.value, y.value), matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            found[-1].append(found[-1][0])
    return found


def _clip_of(item: object, matrix: _Matrix) -> _Bounds:
    """The box (left, bottom, right, top) beyond which nothing of an object shows: Chromium draws cells on beyond a page's end."""
    path = pdfium.FPDFPageObj_GetClipPath(item)
    left, bottom, right, top = -math.inf, -math.inf, math.inf, math.inf
    for place in range(pdfium.FPDFClipPath_CountPaths(path)):
        count = pdfium.FPDFClipPath_CountPathSegments(path, place)
        points = [
            point for contour in _contours(partial(pdfium.FPDFClipPath_GetPathSegment, path, place), count, matrix) for point in contour
        ]
        if points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            left, bottom, right, top = max(left, min(xs)), max(bottom, min(ys)), min(right, max(xs)), min(top, max(ys))
    return left, bottom, right, top


def _within(line: _Line, bounds: _Bounds) -> _Line | None:
    """What shows of a line, None where that is nothing; one on the edge is half seen."""
    left, bottom, right, top = bounds
    (x, y), (end_x, end_y) = line
    outside = max(x, end_x) < left - _ALIGNED or min(x, end_x) > right + _ALIGNED
    if outside or max(y, end_y) < bottom - _ALIGNED or min(y, end_y) > top + _ALIGNED:
        return None
    (x, end_x), (y, end_y) = (min(max(value, left), right) for value in (x, end_x)), (min(max(value, bottom), top) for value in (y, end_y))
    return (x, y), (end_x, end_y)


def _lines_of(contours: list[list[_Point]], stroked: bool) -> Iterator[_Line]:
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


def _spine(points: list[_Point]) -> _Line | None:
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
