"""What is wrong with a labelled report that comes in, and where."""

from dataclasses import dataclass

from model.interchange import Path
from model.paths import field_name


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file: the line, and of JSON the path within the value that begins on it.

    `index` is the value's number in the array that the file is, None where it is no array.
    """

    line: int
    path: Path = ()
    index: int | None = None

    def at(self, *steps: str | int) -> "Place":
        """The place of a part."""
        return Place(self.line, (*self.path, *steps), self.index)

    @property
    def whole_path(self) -> Path:
        """The path within the file."""
        return self.path if self.index is None else (self.index, *self.path)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong; `offset` is the code point of the report's text where it is, None where it is about no place of the text."""

    place: Place
    message: str
    offset: int | None = None


class RejectedError(ValueError):
    """A labelled report that cannot be taken, with all that is wrong with it."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(told(fault) for fault in faults))
        self.faults = faults


def told(fault: Fault) -> str:
    """The fault in a line: `line 3, label[0]: offset 12: …`."""
    path = field_name(fault.place.whole_path)
    where = f"line {fault.place.line}{', ' if path else ''}{path}"
    return f"{where}: {'' if fault.offset is None else f'offset {fault.offset}: '}{fault.message}"
