"""How a Word document looks: its page, and the letters, lines and columns of its tables."""

import random
from dataclasses import dataclass

_RULED = 0.5
_PAGES = ((210.0, 297.0, 31.8), (210.0, 297.0, 20.0), (297.0, 210.0, 20.0), (184.0, 260.0, 15.0), (216.0, 279.0, 25.4))
"""Width, height and side margins, in millimetres."""
_SIZES = (8.0, 9.0, 10.0, 10.5, 11.0, 12.0, 14.0)
_PADDINGS = (0.0, 1.0, 2.0, 5.4)
_LABELS = (0.3, 0.4, 0.5, 0.6)
_OUTER = (0.5, 1.0)
_LINE_SPACINGS = (None, 1.0, 1.25, 1.5)
_SIDES = ("left", "center", "center", "right")
_HEIGHTS = ("top", "center", "center", "center", "bottom")


@dataclass(frozen=True, slots=True)
class Look:
    """Of the page: width, height and side margins in millimetres. Of the tables:

    whether lines are ruled, the size of letters and the room beside them in points, the share of the width that columns of labels have
    together, the width of one of groups as a share of one of labels, the spacing of lines (None for that of the font), and where text
    stands across and along a cell.
    """

    page: tuple[float, float, float]
    ruled: bool
    size: float
    padding: float
    labels: float
    outer: float
    spacing: float | None
    side: str
    height: str

    @property
    def text_width(self) -> float:
        """What margins leave of the page's width, in millimetres."""
        width, _, margin = self.page
        return width - 2 * margin


def draw_look(source: random.Random) -> Look:
    """The look of a document."""
    return Look(
        page=source.choice(_PAGES),
        ruled=source.random() < _RULED,
        size=source.choice(_SIZES),
        padding=source.choice(_PADDINGS),
        labels=source.choice(_LABELS),
        outer=source.choice(_OUTER),
        spacing=source.choice(_LINE_SPACINGS),
        side=source.choice(_SIDES),
        height=source.choice(_HEIGHTS),
    )
