"""A passage of the corpus, as its author wrote it."""

from dataclasses import dataclass

from training.markup import Piece


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: its template, slots and keys, and where it stands."""

    name: str
    family: str
    keys: dict[str, str]
    slots: dict[str, str]
    pieces: tuple[Piece, ...]
    file: str
    line: int

    @property
    def years(self) -> tuple[int, int]:
        """The first and last year that the passage may speak of."""
        if "year" in self.keys:
            first, _, last = self.keys["year"].partition("-")
            return int(first), int(last or first)
        return {"pre2019": (2008, 2018), "2019": (2019, 2020), "2021": (2021, 2025)}.get(self.keys["layout"], (2008, 2025))
