"""What the corpus covers and where it has holes: `python -m training.coverage` prints both and ends with 1 where there is a hole."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence

from model.fields import FIELDS
from model.labels import LABELS
from training.corpus import CORPUS, read_corpus
from training.markup import Tagged
from training.material import BY_RULE
from training.passage import Passage

PATTERNS = (*(f"1.{n}" for n in range(1, 13)), *(f"2.{n}" for n in (3, *range(5, 14))), *(f"4.{n}" for n in range(1, 15)))
"""What prose can show of the patterns that real reports were sorted into: 1 wording by family of facts, 2 layout, 4 hard cases."""

_FROM_TABLES_ALONE = {"table2.regulations.issued", "table2.normative_docs.issued"}

WANTED: Mapping[str, Mapping[str, int]] = {
    "pattern": dict.fromkeys(PATTERNS, 5),
    "label": dict.fromkeys((label.name for label in LABELS if label.name not in BY_RULE), 30),
    "field": dict.fromkeys((field.name for field in FIELDS if field.name not in _FROM_TABLES_ALONE), 3),
    "layout": {"pre2019": 150, "2019": 100, "2021": 300},
    "level": {"ministry": 25, "province": 50, "city": 150, "county": 150, "town": 100},
    "issuer": {"government": 150, "bureau": 200, "town": 100, "university": 20, "hospital": 15, "utility": 15},
    "decoy": {"yes": 150},
}
"""How many passages each part should have at the least."""

Coverage = Mapping[str, Counter[str]]


def coverage(passages: Sequence[Passage]) -> Coverage:
    """For each way of sorting, the number of passages of each part."""
    found: dict[str, Counter[str]] = {cut: Counter() for cut in WANTED}
    for passage in passages:
        tagged = [piece for piece in passage.pieces if isinstance(piece, Tagged)]
        found["label"].update({piece.label for piece in tagged})
        found["field"].update({meaning.field for piece in tagged for meaning in piece.meanings})
        found["pattern"].update({name.strip() for name in passage.keys.get("pattern", "").split(",") if name.strip()})
        for key in ("layout", "level", "issuer"):
            found[key][passage.keys.get(key, "")] += 1
        found["decoy"][passage.keys.get("decoy", "no")] += 1
    return found


def holes(found: Coverage) -> list[str]:
    """Parts with fewer passages than wanted, each told in a line."""
    return [
        f"{cut} {part}: {found[cut][part]} passages, {least} wanted"
        for cut, parts in WANTED.items()
        for part, least in parts.items()
        if found[cut][part] < least
    ]


def main() -> int:
    """The command line."""
    passages = read_corpus(CORPUS)
    found = coverage(passages)
    print(f"{len(passages)} passages")
    for cut, parts in found.items():
        print(f"{cut}: " + ", ".join(f"{part or 'none'} {number}" for part, number in sorted(parts.items())))
    missing = holes(found)
    print("\n".join(missing) if missing else "no holes")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
