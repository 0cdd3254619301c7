"""Line ends of Windows (CRLF): a text is read as if it had LF, as all that the model has seen, and every place is told in it as sent."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


class Sent:
    """A text as it was sent.

    Attributes:
        text: the text itself.
        read: the text with LF for CRLF, which is what is read.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.read = text.replace("\r\n", "\n")
        self._ends = [found.start() - before for before, found in enumerate(re.finditer("\r\n", text))]
        """Offsets in `read` of the line ends that were CRLF."""

    def placed(self, value: T) -> T:
        """What was read, with its places, at any depth, those of the text as it was sent: its `start`, `end` and the `text` between."""
        return self._moved(value) if self._ends else value

    def _moved(self, value: Any) -> Any:
        if isinstance(value, BaseModel):
            return value.model_copy(update=self._changes(value, type(value).model_fields))
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **self._changes(value, [field.name for field in fields(value)]))
        if isinstance(value, Mapping):
            return {key: self._moved(one) for key, one in value.items()}
        if isinstance(value, (tuple, list)):
            return type(value)(map(self._moved, value))
        return value

    def _changes(self, value: Any, names: Iterable[str]) -> dict[str, Any]:
        changes = {name: self._moved(getattr(value, name)) for name in names}
        if changes.get("start") is None:
            return changes
        start = changes["start"] + bisect_right(self._ends, changes["start"])
        end = changes["end"] + bisect_left(self._ends, changes["end"])
        changes |= {"start": start, "end": end}
        if "\n" in (changes.get("text") or ""):
            changes["text"] = self.text[start:end]
        return changes
