"""Windows that fit the encoder: cut at sentence ends, with text around them to be read in context.

Context is encoded twice, so none is shown over the end of a line but a heading's: what is said of a paragraph stands in it.
"""

import re
from dataclasses import dataclass

CORE = 256
BEFORE = 40
AFTER = 8
"""Characters: at most CORE to be tagged, with up to BEFORE and AFTER of the neighbours' text. The sum fits 512 tokens."""
HEADING = 30
"""Characters, ends of lines included, that a line has at most which is shown before the lines that it may head."""

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
    """Windows whose cores cover the text, each character in exactly one core."""
    windows: list[Window] = []
    start = 0
    for end in _core_ends(folded):
        after = 0 if folded[end - 1] == "\n" else AFTER
        windows.append(Window(start - _shown_before(folded, start), min(len(folded), end + after), start, end))
        start = end
    return windows


def _shown_before(folded: str, start: int) -> int:
    """How much is shown of the text before a core."""
    if folded[start - 1 : start] != "\n":
        return min(start, BEFORE)
    near = folded[max(0, start - HEADING - 1) : start]
    end_before = near.rstrip().rfind("\n")
    return len(near) - 1 - end_before if end_before >= 0 or start <= HEADING else 0


def _core_ends(folded: str) -> list[int]:
    """Ends of cores: sentences are packed while they fit; one that is too long is cut at its last pause that fits."""
    ends: list[int] = []
    start = packed = 0
    for sentence_end in sentence_ends(folded):
        if sentence_end - start > CORE and packed > start:
            ends.append(packed)
            start = packed
        while sentence_end - start > CORE:
            start = _last_pause(folded, start, start + CORE)
            ends.append(start)
        packed = sentence_end
    if packed > start:
        ends.append(packed)
    return ends


def _last_pause(folded: str, start: int, limit: int) -> int:
    pauses = [match.end() for match in _PAUSE.finditer(folded, start + CORE // 2, limit)]
    return pauses[-1] if pauses else limit
