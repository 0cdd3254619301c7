"""The held-out set's freeze: a checksum for each file, and the proof that no sentence of it stands in the corpus.

`python -m training.heldout freeze` writes `data/heldout/SHA256SUMS` (the format of sha256sum); tests verify it. A run of `RUN`
characters that stands in both sets is an overlap, unless it is made of set phrases of the genre (`SET-PHRASES`): names of
statutes, forms, headings, and the sentences that the forms prescribe.
"""

import random
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from model.characters import fold
from model.release import file_sha256
from training.corpus import CORPUS, fill_passage, read_corpus
from training.passage import Passage

HELDOUT = Path("data/heldout")
SUMS = "SHA256SUMS"
PHRASES = "SET-PHRASES"
RUN = 16
_FILLINGS = 3
_DATE = re.compile(r"(?:(?:19|20)\d\d年?)?(?:\d{1,2}月\d{1,2}日)?")


def checksums(folder: Path) -> str:
    """One line a file of passages, in order of name: its SHA-256 and its name."""
    return "".join(f"{file_sha256(path)}  {path.name}\n" for path in sorted(folder.glob("*.txt")))


def overlaps(heldout: Sequence[Passage], corpus: Sequence[Passage], phrases: Iterable[str]) -> dict[str, list[str]]:
    """For each passage of the held-out set the runs that stand in the corpus too; passages without any are left out."""
    longest_first = sorted(map(bare, phrases), key=len, reverse=True)
    known = {run for passage in corpus for text in _texts(passage, _FILLINGS) for run in _runs(bare(text))}
    found: dict[str, list[str]] = {}
    for passage in heldout:
        pieces = [piece for text in _texts(passage, 1) for piece in _without(bare(text), longest_first)]
        shared = [run for piece in pieces for run in _runs(piece) if run in known]
        if shared:
            found[passage.name] = shared
    return found


def _texts(passage: Passage, fillings: int) -> list[str]:
    source = random.Random(passage.name)
    return [fill_passage(passage, source).text for _ in range(fillings)]


def bare(text: str) -> str:
    """Folded text without spaces, years and dates, which fillings draw."""
    return _DATE.sub("", re.sub(r"\s", "", fold(text)))


def _runs(text: str) -> list[str]:
    return [text[start : start + RUN] for start in range(len(text) - RUN + 1)]


def _without(text: str, phrases: Iterable[str]) -> list[str]:
    """What is left of a text between set phrases."""
    for phrase in phrases:
        text = text.replace(phrase, "\n")
    return text.split("\n")


def main(arguments: Sequence[str]) -> int:
    """The command line: `freeze`, or `check`, which ends with 1 where something was changed or overlaps."""
    if list(arguments) == ["freeze"]:
        (HELDOUT / SUMS).write_text(checksums(HELDOUT), encoding="utf-8")
        return 0
    phrases = (HELDOUT / PHRASES).read_text(encoding="utf-8").split("\n")
    found = overlaps(read_corpus(HELDOUT), read_corpus(CORPUS), filter(None, phrases))
    for name, runs in found.items():
        print(f"{name}: {'; '.join(runs)}")
    changed = (HELDOUT / SUMS).read_text(encoding="utf-8") != checksums(HELDOUT)
    if changed:
        print(f"{HELDOUT} is not what was frozen")
    return 1 if found or changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
