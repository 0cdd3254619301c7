"""A zone with what stands in it: the stretch within which figures and categories are linked."""

from dataclasses import dataclass

from model.labels import Family
from model.linking import Breaks
from model.mentions import Category, Mentions


@dataclass(frozen=True, slots=True)
class Zone:
    """A sentence with the mentions in it, and all categories of the section up to its end (for heads that govern from before)."""

    folded: str
    breaks: Breaks
    start: int
    end: int
    mentions: Mentions
    heads: tuple[Category, ...]

    def categories(self, *families: Family) -> list[Category]:
        """The zone's categories of some families."""
        return [category for category in self.mentions.categories if category.family in families]
