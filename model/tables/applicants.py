"""The order in which table 3 prints its kinds of applicants and their total: as its headers say, or the sums of its rows."""

import re
from collections.abc import Sequence

from model.characters import cjk_of
from model.tables.alignment import Reading, adds_up, value_of
from model.tables.forms import APPLICANTS, LEGAL_PERSON
from model.tables.orders import Order, in_order_of

AS_IN_THE_FORM: Order = tuple(range(len(APPLICANTS)))
_NATURAL, _TOTAL = 0, len(APPLICANTS) - 1
_NAMES = (
    "自然人|公民",
    "商业企业|企业",
    "科研机构|科研",
    "社会公益组织|公益组织|公益",
    "法律服务机构|法律机构|法律服务|法律",
    "其他",
    "总计|合计",
)
"""Of each column its header, in full and as it is shortened."""
_NAME = re.compile(f"(?P<legal>{LEGAL_PERSON}|法人)|" + "|".join(f"({name})" for name in _NAMES))
_BEFORE = re.compile(rf"(?:(?:{LEGAL_PERSON}|{'|'.join(_NAMES)}|申请人情况)[\s|]*)+(?:一、)?$")
_TORN = re.compile("商业|机构|社会|服务")
"""What is left of a header that two lines share, so that its other half stands behind other headers."""
_FARTHEST = 80
"""Characters before the first label in which headers stand that other tables have too."""
_LEGAL_FIRST = re.compile(rf"{LEGAL_PERSON}[^\n企]*自然人[^\n企]*\n")
"""On a line of their own; elsewhere the first of both may only be printed a little higher, as the header of several columns."""
_FIRST_ROW = "本年新收"
_A_HABIT = 2
"""So many rows show against the headers where the total is printed."""


def header_order(folded: str, start: int, end: int) -> Order | None:
    """The order of the headers in a stretch and right before it; None where they are not whole.

    Below 法人或其他组织 the names of its kinds stand on a second line, behind that of the total, unless merged headers come again there.
    All headers may come again, as at the top of a page.
    """
    first = _BEFORE.search(folded, max(0, start - _FARTHEST), start)
    headers = folded[first.start() if first else start : end]
    words = cjk_of(headers).split(_FIRST_ROW)[0]
    found = list(_NAME.finditer(words))
    names = [name.lastindex - 2 for name in found if name.lastindex and not name["legal"]]
    printed = names[-len(APPLICANTS) :]
    if tuple(sorted(printed)) != AS_IN_THE_FORM or _TORN.search(_NAME.sub(" ", words)):
        return None
    whole = names == len(names) // len(printed) * printed
    parted = whole and (len(found) > len(names) or names[:2] == [_NATURAL, _TOTAL])
    if parted:
        kinds = [name for name in printed if name not in {_NATURAL, _TOTAL}]
        parts = [*kinds, _NATURAL] if _LEGAL_FIRST.search(headers) else [_NATURAL, *kinds]
        printed = [_TOTAL, *parts] if names[0] == _TOTAL else [*parts, _TOTAL]
    return tuple(printed.index(name) for name in AS_IN_THE_FORM)


def printed_order(stated: Order | None, rows: Sequence[Reading]) -> Order:
    """The order that headers state, or that of the form; the total where several sums show it, if none speaks against that.

    Between others only rows without blanks show it, as these may be but the end of a line, of which cells were dropped before.

    Args:
        stated: the order of the headers, None where these are lost.
        rows: the full rows, as they are printed.
    """
    likely = stated or AS_IN_THE_FORM
    filled = [row for row in rows if any(map(value_of, row)) and not _adds_up_before_blanks(row)]
    if all(adds_up(in_order_of(row, likely)) for row in filled):
        return likely
    whole = [row for row in filled if all(piece and piece.end > piece.start for piece in row)]
    shown: dict[Order, int] = {}
    for place in AS_IN_THE_FORM:
        other = _with_total_at(place, likely)
        fits = [(adds_up(in_order_of(row, likely)), adds_up(in_order_of(row, other))) for row in (whole if place else filled)]
        shown[other] = 0 if (True, False) in fits else fits.count((False, True))
    best = max(shown, key=shown.__getitem__)
    return best if shown[best] >= _A_HABIT else likely


def _adds_up_before_blanks(row: Reading) -> bool:
    """Whether blanks end the row and the last piece before them is the sum of those before it, so that they may belong to no column."""
    printed = [piece is not None and piece.end > piece.start for piece in row]
    size = len(row) - printed[::-1].index(True)
    return size < len(row) and adds_up(row[:size])


def _with_total_at(place: int, order: Order) -> Order:
    """The order with the total at a place, all parts one after the other as they were."""
    printed = sorted(AS_IN_THE_FORM[:_TOTAL], key=lambda column: order[column])
    printed.insert(place, _TOTAL)
    return tuple(printed.index(column) for column in AS_IN_THE_FORM)
