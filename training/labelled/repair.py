"""Offsets that were counted in other units than code points, put right where the quoted words prove the cause.

JavaScript counts UTF-16 units, in which a character beyond U+FFFF takes two. A tool that turns CRLF into LF counts one where the text has
two characters, and one that does the opposite counts two where the text has one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from training.labelled.faults import Fault, Place, RejectedError


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text as a file gives it: offsets as written, the words that it quotes (None where it quotes none), its place."""

    start: int
    end: int
    quote: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Counting:
    """A way to count: how many units the character at an offset takes."""

    name: str
    width: Callable[[str, int], int]


def _utf16(text: str, at: int) -> int:
    return 2 if text[at] > "\uffff" else 1


def _crlf_as_one(text: str, at: int) -> int:
    return 0 if text.startswith("\r\n", at) else 1


def _lf_as_two(text: str, at: int) -> int:
    return 2 if text[at] == "\n" and text[max(0, at - 1)] != "\r" else 1


def _both(one: Callable[[str, int], int]) -> Callable[[str, int], int]:
    return lambda text, at: one(text, at) * _utf16(text, at)


_COUNTINGS = (
    Counting("UTF-16 units", _utf16),
    Counting("CRLF counted as one", _crlf_as_one),
    Counting("LF counted as two", _lf_as_two),
    Counting("UTF-16 units, CRLF counted as one", _both(_crlf_as_one)),
    Counting("UTF-16 units, LF counted as two", _both(_lf_as_two)),
)


def repaired(text: str, stretches: Sequence[Stretch]) -> tuple[list[Stretch], str | None]:
    """The stretches in code points of the text, and the cause where they had been counted otherwise.

    Raises:
        RejectedError: the quoted words stand neither where the offsets say nor where one other way to count would have them, or
            several ways fit.
    """
    wrong = [stretch for stretch in stretches if not _fits(text, stretch)]
    if not wrong:
        return list(stretches), None
    fitting: dict[tuple[tuple[int, int], ...], tuple[list[Stretch], str]] = {}
    for counting in _COUNTINGS:
        placed = _placed(text, stretches, counting)
        if placed is not None:
            fitting.setdefault(tuple((one.start, one.end) for one in placed), (placed, counting.name))
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    raise RejectedError(*(Fault(stretch.place, _mismatch(text, stretch, bool(fitting)), stretch.start) for stretch in wrong))


def _placed(text: str, stretches: Sequence[Stretch], counting: Counting) -> list[Stretch] | None:
    """The stretches counted that way; None where one does not hold its quoted words then."""
    places: dict[int, int] = {}
    units = 0
    for at in range(len(text)):
        places.setdefault(units, at)
        units += counting.width(text, at)
    places.setdefault(units, len(text))
    placed: list[Stretch] = []
    for stretch in stretches:
        start, end = places.get(stretch.start), places.get(stretch.end)
        if start is None or end is None:
            return None
        placed.append(replace(stretch, start=start, end=end))
    return placed if all(_fits(text, stretch) for stretch in placed) else None


def _fits(text: str, stretch: Stretch) -> bool:
    return stretch.quote is None or _plain(text[stretch.start : stretch.end]) == _plain(stretch.quote)


def _plain(quoted: str) -> str:
    """The words with line ends of one kind; Label Studio writes them as a backslash and an n."""
    return quoted.replace("\r\n", "\n").replace("\\n", "\n")


def _mismatch(text: str, stretch: Stretch, several: bool) -> str:
    found = f"quotes {stretch.quote!r}, but the text has {text[stretch.start : stretch.end]!r} there"
    return f"{found}; several ways to count would explain it" if several else found
