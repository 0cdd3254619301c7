"""Windows that fit the encoder: cut at sentence ends, with text around them to be read in context.

Context is encoded twice, so none is shown over the end of a line but a heading's: what is said of a paragraph stands in it. That makes
cuts between paragraphs the cheapest.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CORE = 256
BEFORE = 40
AFTER = 8
"""Characters: at most CORE to be tagged, with up to BEFORE and AFTER of the neighbours' text. The sum fits 512 tokens."""
HEADING = 30
"""Characters, ends of lines included, that a line has at most which is shown before the lines that it may head."""

_PER_WINDOW = 22
_DOUBLED = 1300
"""Characters: as many cost what any window costs however short it is, and so long a window costs twice as much a character as a short one,
for in attention each sees each. Measured with the int8 export."""

_SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]+[\"')]*|\n+|$)")
_PAUSE = re.compile(r"[;,、:\s]")


@dataclass(frozen=True, slots=True)
class Window:
    """`start` to `end` is encoded; `core_start` to `core_end` is what the window answers for."""

    start: int
    end: int
    core_start: int
    core_end: int


def sentence_ends(folded: str) -> list[int]:
    """The offset behind each sentence, the text's own end included."""
    ends = [match.end() for match in _SENTENCE.finditer(folded) if match.end() > match.start()]
    return ends or ([len(folded)] if folded else [])


def cut(folded: str) -> list[Window]:
    """Windows whose cores cover the text, each character in exactly one core: of all ways to cut it between sentences the cheapest."""
    ends = [0, *_piece_ends(folded)]
    shown_from = np.array([start - _shown_before(folded, start) for start in ends])
    shown_to = [_shown_to(folded, end) for end in ends]
    cheapest, begins, first = np.zeros(len(ends)), [0], 0
    for last in range(1, len(ends)):
        while ends[last] - ends[first] > CORE:
            first += 1
        costs = cheapest[first:last] + _cost(shown_to[last] - shown_from[first:last])
        least = int(costs.argmin())
        begins.append(first + least)
        cheapest[last] = costs[least]
    windows: list[Window] = []
    last = len(ends) - 1
    while last:
        begin = begins[last]
        windows.append(Window(int(shown_from[begin]), shown_to[last], ends[begin], ends[last]))
        last = begin
    return windows[::-1]


def _cost(characters: NDArray[np.int64]) -> NDArray[np.float64]:
    """What windows cost, in the time of one character of a short one."""
    return _PER_WINDOW + characters + characters * characters / _DOUBLED


def _shown_to(folded: str, end: int) -> int:
    """Where the text that is shown behind a core ends."""
    return end if folded[end - 1 : end] == "\n" else min(len(folded), end + AFTER)


def _shown_before(folded: str, start: int) -> int:
    """How much is shown of the text before a core."""
    if folded[start - 1 : start] != "\n":
        return min(start, BEFORE)
    near = folded[max(0, start - HEADING - 1) : start]
    end_before = near.rstrip().rfind("\n")
    return len(near) - 1 - end_before if end_before >= 0 or start <= HEADING else 0


def _piece_ends(folded: str) -> Iterator[int]:
    """Ends of sentences; one that is too long for a core is cut at its last pause that fits."""
    start = 0
    for sentence_end in sentence_ends(folded):
        while sentence_end - start > CORE:
            start = _last_pause(folded, start, start + CORE)
            yield start
        yield sentence_end
        start = sentence_end


def _last_pause(folded: str, start: int, limit: int) -> int:
    pauses = [match.end() for match in _PAUSE.finditer(folded, start + CORE // 2, limit)]
    return pauses[-1] if pauses else limit
