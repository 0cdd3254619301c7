"""The mark-up of labelled passages: `[text|LABEL=field:value#kind@time]`, with `{slots}` in the text.

`parse_template` turns a passage into pieces, `render` fills the pieces into a text with its spans. A mistake is a
`MarkupError` that names the line of the passage's file.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from model import fields, labels
from model.facts import Kind, Time

_TIMES = {time.value for time in Time}
_KINDS = {kind.value for kind in Kind}
_FIELD = re.compile(r"(?P<name>[a-z0-9_.]+)(?::(?P<value>[^#@]+))?(?:#(?P<kind>\w+))?(?:@(?P<time>\w+))?")
_PLAIN = re.compile(r"(?:[^\[\]{}\\]|\\.)+", re.DOTALL)


class MarkupError(ValueError):
    """A mistake in the mark-up; the message says what and where."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One field that a figure states; `value` is an expression over the slots, None for the number that is read."""

    field: str
    value: str | None = None
    kind: Kind | None = None
    time: Time = Time.CURRENT


@dataclass(frozen=True, slots=True)
class Slot:
    """`{…}`: what the filler puts in."""

    source: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A labelled stretch of the template."""

    pieces: tuple["str | Slot", ...]
    label: str
    meanings: tuple[Meaning, ...]


Piece = str | Slot | Tagged


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of a filled text, end exclusive, with what it states."""

    start: int
    end: int
    label: str
    meanings: tuple[Meaning, ...] = ()


def parse_template(source: str, line: int = 1, fields_needed: bool = True) -> tuple[Piece, ...]:
    """The pieces of a passage.

    Args:
        source: the passage in mark-up.
        line: the number of its first line in its file.
        fields_needed: whether a figure that names no field is a mistake.
    """
    pieces: list[Piece] = []
    position = counted = 0
    here = line
    while position < len(source):
        here += source.count("\n", counted, position)
        counted = position
        if source[position] == "[":
            end = _closing(source, position, here)
            pieces.append(_parse_tagged(source[position + 1 : end], here, fields_needed))
            position = end + 1
        else:
            piece, position = _parse_text(source, position, here)
            pieces.append(piece)
    return tuple(pieces)


def render(pieces: Sequence[Piece], fill: Callable[[str], str]) -> tuple[str, list[Span]]:
    """The text of a passage and its spans, every slot replaced by `fill(source)`."""
    out: list[str] = []
    spans: list[Span] = []
    length = 0
    for piece in pieces:
        inner = piece.pieces if isinstance(piece, Tagged) else (piece,)
        text = "".join(part if isinstance(part, str) else fill(part.source) for part in inner)
        if isinstance(piece, Tagged) and text:
            spans.append(Span(length, length + len(text), piece.label, piece.meanings))
        out.append(text)
        length += len(text)
    return "".join(out), spans


def _closing(source: str, start: int, line: int) -> int:
    position = start + 1
    while position < len(source) and source[position] != "]":
        if source[position] == "[":
            raise MarkupError(f"line {line}: brackets inside brackets: {source[start : start + 40]!r}")
        position += 2 if source[position] == "\\" else 1
    if position >= len(source):
        raise MarkupError(f"line {line}: no closing bracket: {source[start : start + 40]!r}")
    return position


def _parse_text(source: str, position: int, line: int) -> tuple[str | Slot, int]:
    if source[position] == "{":
        end = source.find("}", position)
        if end < 0:
            raise MarkupError(f"line {line}: no closing brace: {source[position : position + 40]!r}")
        return Slot(source[position + 1 : end]), end + 1
    match = _PLAIN.match(source, position)
    if match is None:
        raise MarkupError(f"line {line}: stray {source[position]!r}: {source[position : position + 40]!r}")
    return re.sub(r"\\(.)", r"\1", match.group(), flags=re.DOTALL), match.end()


def _parse_tagged(body: str, line: int, fields_needed: bool) -> Tagged:
    text, bar, tag = _split_bar(body)
    if not bar:
        raise MarkupError(f"line {line}: no label in [{body}]")
    name, _, meanings = tag.partition("=")
    if name not in labels.BY_NAME:
        raise MarkupError(f"line {line}: unknown label {name!r}; known are {', '.join(labels.BY_NAME)}")
    pieces: list[str | Slot] = []
    position = 0
    while position < len(text):
        piece, position = _parse_text(text, position, line)
        pieces.append(piece)
    if not pieces:
        raise MarkupError(f"line {line}: empty span [{body}]")
    parsed = tuple(_parse_meaning(part, line) for part in _split_commas(meanings)) if meanings else ()
    _check_meanings(labels.BY_NAME[name], parsed, body, line, fields_needed)
    return Tagged(tuple(pieces), name, parsed)


def _split_bar(body: str) -> tuple[str, str, str]:
    position = len(body) - 1
    while position >= 0 and (body[position] != "|" or (position and body[position - 1] == "\\")):
        position -= 1
    return (body, "", "") if position < 0 else (body[:position], "|", body[position + 1 :])


def _split_commas(source: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for position, character in enumerate(source):
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append(source[start:position])
            start = position + 1
    return [part.strip() for part in (*parts, source[start:])]


def _parse_meaning(source: str, line: int) -> Meaning:
    match = _FIELD.fullmatch(source)
    if match is None:
        raise MarkupError(f"line {line}: cannot read {source!r}; expected field:value#kind@time")
    name, value, kind, time = match.group("name", "value", "kind", "time")
    if name not in fields.BY_NAME:
        raise MarkupError(f"line {line}: unknown field {name!r}")
    if kind is not None and kind not in _KINDS:
        raise MarkupError(f"line {line}: unknown kind {kind!r}; known are {', '.join(sorted(_KINDS))}")
    if time is not None and time not in _TIMES:
        raise MarkupError(f"line {line}: unknown time {time!r}; known are {', '.join(sorted(_TIMES))}")
    return Meaning(name, value, Kind(kind) if kind else None, Time(time or Time.CURRENT))


def _check_meanings(label: labels.Label, meanings: tuple[Meaning, ...], body: str, line: int, needed: bool) -> None:
    states = label.role in {labels.Role.FIGURE, labels.Role.WORD_FIGURE, labels.Role.IDENTITY}
    if states and needed and not meanings:
        raise MarkupError(f"line {line}: [{body}] names no field")
    if meanings and not states:
        raise MarkupError(f"line {line}: a {label.name} names no field: [{body}]")
    if label.name == "ALL" and any(meaning.value is None for meaning in meanings):
        raise MarkupError(f"line {line}: ALL needs its value, as in =field:n: [{body}]")
