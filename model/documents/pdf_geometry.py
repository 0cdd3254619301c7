"""What stands on a page of a PDF, with places in points from the upper left corner, y downwards, as the page is read."""

from dataclasses import dataclass

Interval = tuple[float, float]
_TOUCH = 0.5
"""Stretches that share no more, in points, do not overlap."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn character; `baseline` is where it stands, `size` the height of its font."""

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the character."""
        return (self.left + self.right) / 2, self.baseline - 0.35 * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along the page (`position` is its y) or across it (x), from `start` to `end`."""

    across: bool
    position: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page turned so that its text runs from left to right; `pictured` where pictures stand on it."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    pictured: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The box of a page in PDF's own space (y upwards), and how many quarter turns its text is turned to the left."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarters % 2 else (width, height)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The place on the page as it is read of a place in PDF's space."""
        match self.quarters:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x


def overlap(one: Interval, other: Interval) -> bool:
    """Whether two stretches have more in common than a touch."""
    return min(one[1], other[1]) - max(one[0], other[0]) > _TOUCH
