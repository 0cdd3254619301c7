r"""CoNLL with a character a line: the character, a tab, its tag in BIO (IOB2). A blank line ends a report.

White space, which would be lost between columns, is written as its escape (`\u000a`), a line end inside the report too. Read are also a
space instead of the tab, white space as it is, and lines `-DOCSTART-`, which are passed over.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from model.labels import OUTSIDE, span_tags
from training.labelled.faults import Fault, Place, RejectedError
from training.labelled.intake import Outcome, RawSpan, take
from training.labelled.repair import Stretch
from training.labelled.report import LabelledReport

_LINE = re.compile(r"(?:\\u(?P<code>[0-9a-fA-F]{4})|(?P<character>.))[\t ](?P<tag>O|[BI]-\S+)\r?", re.DOTALL)
_BYTE_ORDER_MARK = "\ufeff"

Row = tuple[int, str, str]
"""The number of a line, its character and its tag."""


def looks_like(text: str) -> bool:
    """Whether the first line of a file is one of these."""
    first = next((line for line in text.split("\n") if line.strip() and not line.startswith("-DOCSTART-")), "")
    return _LINE.fullmatch(first) is not None


def read(text: str) -> Iterator[Outcome]:
    """What becomes of each report of a file."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if not line.startswith("-DOCSTART-")]
    for blank, block in groupby(lines, key=lambda line: line[1] in {"", "\r"}):
        if not blank:
            yield _outcome(list(block))


def write(report: LabelledReport) -> str:
    """The report, a line a character; its facts, and where it comes from, are left out."""
    tags = [OUTSIDE] * len(report.text)
    for entity in report.entities:
        tags[entity.start : entity.end] = span_tags(entity.label, entity.end - entity.start)
    return "".join(f"{_written(character)}\t{tag}\n" for character, tag in zip(report.text, tags, strict=True)) + "\n"


def _written(character: str) -> str:
    return f"\\u{ord(character):04x}" if character.isspace() or character == _BYTE_ORDER_MARK else character


def _outcome(block: Sequence[tuple[int, str]]) -> Outcome:
    try:
        rows = _rows(block)
        report = LabelledReport(text="".join(character for _, character, _ in rows), entities=())
        return take(report, Place(rows[0][0]), list(_spans(rows)))
    except RejectedError as error:
        return error


def _rows(block: Sequence[tuple[int, str]]) -> list[Row]:
    rows: list[Row] = []
    faults: list[Fault] = []
    for number, line in block:
        match = _LINE.fullmatch(line)
        if match is None:
            faults.append(Fault(Place(number), f"is no character and tag: {line[:40]!r}", len(rows)))
        else:
            rows.append((number, chr(int(match["code"], 16)) if match["code"] else match["character"], match["tag"]))
    for offset, (number, _, tag) in enumerate(rows):
        if tag[:2] == "I-" and (offset == 0 or rows[offset - 1][2][1:] != tag[1:]):
            faults.append(Fault(Place(number), f"{tag} goes on where no {tag[2:]} began", offset))
    if faults:
        raise RejectedError(*faults)
    return rows


def _spans(rows: Sequence[Row]) -> Iterator[RawSpan]:
    start = 0
    for offset in range(1, len(rows) + 1):
        if offset == len(rows) or rows[offset][2][:2] != "I-":
            number, _, tag = rows[start]
            if tag != OUTSIDE:
                yield RawSpan(tag[2:], Stretch(start, offset, None, Place(number)))
            start = offset
