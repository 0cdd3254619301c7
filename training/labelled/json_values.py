"""The JSON values of a file that is one value, an array of them, or a value a line; each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.interchange import UnreadableError, first_value, parse
from training.labelled.faults import Fault, Place, RejectedError

_SPACE = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Value:
    """A JSON value and where it begins."""

    value: object
    place: Place


def json_values(content: str) -> Iterator[Value | RejectedError]:
    """The values; where one cannot be read an error, behind which an array ends and lines go on."""
    if content.lstrip().startswith("["):
        return _of_array(content)
    lines = [(number, line) for number, line in enumerate(content.split("\n"), start=1) if line.strip()]
    if len(lines) > 1 and not _is_whole(lines[0][1]):
        return iter([_value(content, Place(1))])
    return (_value(line, Place(number)) for number, line in lines)


def _is_whole(line: str) -> bool:
    """Whether a line holds a value of its own, rather than the beginning of one that goes on."""
    return line.rstrip().endswith("}")


def _value(source: str, place: Place) -> Value | RejectedError:
    try:
        return Value(parse(source.encode()), place)
    except UnreadableError as error:
        return RejectedError(Fault(place, _told(error)))


def _of_array(content: str) -> Iterator[Value | RejectedError]:
    position = _behind_space(content, content.index("[") + 1)
    index = 0
    line, counted = 1, 0
    while position < len(content) and content[position] != "]":
        line += content.count("\n", counted, position)
        counted = position
        place = Place(line, index=index)
        try:
            value, position = first_value(content, position)
        except UnreadableError as error:
            yield RejectedError(Fault(place, _told(error)))
            return
        yield Value(value, place)
        position = _behind_space(content, position)
        if content[position : position + 1] == ",":
            position = _behind_space(content, position + 1)
        elif content[position : position + 1] != "]":
            break
        index += 1
    if content[position:].strip() != "]":
        yield RejectedError(Fault(Place(content.count("\n", 0, position) + 1), "not JSON: the array ends in another way than with ]"))


def _behind_space(content: str, position: int) -> int:
    found = _SPACE.match(content, position)
    return found.end() if found else position


def _told(error: UnreadableError) -> str:
    return f"{error.message} ({error.location})" if error.location else error.message
