"""JSON as it comes in: strict UTF-8, finite numbers and no key twice (I-JSON, RFC 7493), so that nothing is lost in silence."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

SURROGATE = re.compile("[\ud800-\udfff]")

GREATEST = 2**53 - 1
"""The greatest whole number that every reader of JSON holds exactly."""

Path = tuple[str | int, ...]
"""Where a value stands in JSON: the keys and indices that lead to it."""


class UnreadableError(ValueError):
    """Bytes that hold no JSON value; `location` says where they stop doing so, empty where that cannot be told."""

    def __init__(self, message: str, location: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.location = location


class NotUtf8Error(UnreadableError):
    """Bytes that are not UTF-8."""


def parse(content: bytes) -> object:
    """The value that the bytes hold; a leading byte order mark is passed over.

    Raises:
        NotUtf8Error: the bytes are not UTF-8.
        UnreadableError: the text is not JSON, nests too deeply, or holds a number that is not finite or a key twice.
    """
    with _telling():
        return _DECODER.decode(decode(content))


def first_value(content: str, position: int) -> tuple[object, int]:
    """The value that begins at the position of a text, and the position behind it.

    Raises:
        UnreadableError: as `parse` does.
    """
    with _telling():
        return _DECODER.raw_decode(content, position)


def decode(content: bytes) -> str:
    """The text of UTF-8 bytes without a leading byte order mark.

    Raises:
        NotUtf8Error: the bytes are not UTF-8.
    """
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise NotUtf8Error(f"not UTF-8: {error.reason} at byte {error.start}", f"byte {error.start}") from error


def lone_surrogate(text: str) -> str | None:
    """That a text holds a lone surrogate, with its code point and offset; None where it holds none."""
    found = SURROGATE.search(text)
    return f"holds a lone surrogate, U+{ord(found[0]):04X} at offset {found.start()}, which is no character" if found else None


def unsound(value: object) -> tuple[Path, str] | None:
    """The path of the first string or number that JSON cannot carry safely, with what is wrong with it; None where all are sound."""
    stack: list[tuple[Path, object]] = [((), value)]
    while stack:
        path, item = stack.pop()
        if isinstance(item, str) and (found := lone_surrogate(item)):
            return path, found
        if isinstance(item, int | float) and abs(item) > GREATEST:
            return path, f"is beyond ±{GREATEST}, where numbers are no longer exact"
        if isinstance(item, dict):
            # Such a key could stand in no path, so that what is under it is not looked at.
            if any(SURROGATE.search(key) for key in item):
                return path, "has a key that holds a lone surrogate, which is no character"
            stack.extend(((*path, key), child) for key, child in item.items())
        if isinstance(item, list):
            stack.extend(((*path, place), child) for place, child in enumerate(item))
    return None


def _finite(literal: str) -> float:
    number = float(literal)
    if not math.isfinite(number):
        raise UnreadableError(f"not JSON: {literal[:20]} is no finite number")
    return number


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise UnreadableError(f"the key {twice[:200]!r} occurs twice in one object")
    return members


@contextmanager
def _telling() -> Iterator[None]:
    """Tells in one way what keeps a value from being read."""
    try:
        yield
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not JSON: {error.msg}", f"line {error.lineno} column {error.colno}") from error
    except RecursionError as error:
        raise UnreadableError("nested too deeply") from error
    except UnreadableError:
        raise
    except ValueError as error:
        raise UnreadableError("a whole number has too many digits") from error


_DECODER = json.JSONDecoder(parse_float=_finite, parse_constant=_finite, object_pairs_hook=_unique)
