"""The corpus of labelled passages: files of passages in mark-up, read into memory and checked.

`python -m training.corpus check FILE…` reads files and names every mistake with its line.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from training.filling import Filled, fill
from training.markup import MarkupError, Tagged, parse_template
from training.passage import Passage

CORPUS = Path("data/corpus")
KEYS = {
    "layout": {"pre2019", "2019", "2021", "any"},
    "level": {"ministry", "province", "city", "county", "town", "other"},
    "issuer": {"government", "bureau", "town", "university", "hospital", "utility", "other"},
}
_HEAD = re.compile(r"## (?P<family>[\w-]+)/(?P<number>[\w-]+)\s*")
_KEY = re.compile(r"(pattern|layout|level|issuer|decoy|year)\s*:\s*(.+)")
_YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?")
_ASSIGNMENT = re.compile(r"([a-z_][a-z_0-9]*)\s*=\s*(.+)")


def read_passages(path: Path, fields_needed: bool = True) -> list[Passage]:
    """The passages of a file.

    Args:
        path: the file.
        fields_needed: whether a figure that names no field is a mistake.

    Raises:
        MarkupError: the first mistake, with file and line.
    """
    passages = []
    for lines, first in split_passages(path.read_text(encoding="utf-8")):
        try:
            passages.append(parse_passage(lines, path.name, first, fields_needed))
        except MarkupError as error:
            raise MarkupError(f"{path.name}, passage at line {first}: {error}") from error
    return passages


def split_passages(content: str) -> Iterator[tuple[list[str], int]]:
    """The lines of each passage of a file, with the number of the first."""
    lines = content.split("\n")
    heads = [number for number, line in enumerate(lines) if line.startswith("## ")]
    for first, last in pairwise([*heads, len(lines)]):
        yield lines[first:last], first + 1


def parse_passage(lines: list[str], file: str, line: int, fields_needed: bool = True) -> Passage:
    """The passage that stands on lines of a file.

    Args:
        lines: the lines, its head first.
        file: the name of the file.
        line: the number of the first line.
        fields_needed: whether a figure that names no field is a mistake.

    Raises:
        MarkupError: the first mistake, with its line.
    """
    head = _HEAD.fullmatch(lines[0])
    if head is None:
        raise MarkupError(f"line {line}: a passage begins with '## family/number', not {lines[0]!r}")
    if "---" not in lines:
        raise MarkupError(f"line {line}: no line '---' before the text")
    rule = lines.index("---")
    keys, slots = _parse_header(lines[1:rule], line + 1)
    body = "\n".join(lines[rule + 1 :]).strip("\n")
    if not body.strip():
        raise MarkupError(f"line {line}: the passage has no text")
    # Blank lines before the text are not part of it, but count.
    blank = next(number for number, one in enumerate(lines[rule + 1 :]) if one)
    pieces = parse_template(body, line + rule + 1 + blank, fields_needed)
    family, number = head["family"], head["number"]
    return Passage(f"{family}/{number}", family, keys, slots, pieces, file, line)


def _parse_header(lines: list[str], first: int) -> tuple[dict[str, str], dict[str, str]]:
    keys: dict[str, str] = {}
    slots: dict[str, str] = {}
    for number, line in enumerate(lines, first):
        if key := _KEY.fullmatch(line.strip()):
            keys[key[1]] = key[2].strip()
            if key[1] == "year":
                _check_years(keys["year"], number)
        elif slot := _ASSIGNMENT.fullmatch(line.strip()):
            slots[slot[1]] = slot[2]
        elif line.strip():
            raise MarkupError(f"line {number}: neither a key nor a slot: {line!r}")
    for name, allowed in KEYS.items():
        if keys.get(name) not in allowed:
            raise MarkupError(f"line {first}: {name} is {keys.get(name)!r}; allowed are {', '.join(sorted(allowed))}")
    return keys, slots


def _check_years(written: str, line: int) -> None:
    years = _YEARS.fullmatch(written)
    if years is None or (years[2] is not None and years[2] < years[1]):
        raise MarkupError(f"line {line}: year is {written!r}; it is a year or two in their order, as in 2019 and 2018-2020")


def read_corpus(folder: Path) -> list[Passage]:
    """All passages of a folder's `.txt` files, in order of file name.

    Raises:
        OSError: there is no such folder, or a file cannot be read.
        MarkupError: a mistake, a name used twice, or a family that stands in two files.
    """
    files_of_passages = sorted(path for path in folder.iterdir() if path.suffix == ".txt")
    passages = [passage for path in files_of_passages for passage in read_passages(path)]
    files: dict[str, str] = {}
    seen: set[str] = set()
    for passage in passages:
        if passage.name in seen:
            raise MarkupError(f"{passage.file}, line {passage.line}: the name {passage.name} is used twice")
        if files.setdefault(passage.family, passage.file) != passage.file:
            raise MarkupError(f"{passage.file}, line {passage.line}: the family {passage.family} stands in {files[passage.family]} too")
        seen.add(passage.name)
    return passages


def fill_passage(passage: Passage, source: random.Random, consistent: bool = True) -> Filled:
    """One filling of the passage.

    Raises:
        MarkupError: a slot cannot be worked out, or a labelled figure holds no number.
    """
    try:
        return fill(passage, source, consistent)
    except MarkupError as error:
        raise MarkupError(f"{passage.file}, {passage.name} at line {passage.line}: {error}") from error


def check_file(path: Path) -> list[str]:
    """The mistakes of a file, each with its place: that it cannot be read, mark-up, and what twenty fillings bring to light."""
    try:
        passages = read_passages(path)
    except (MarkupError, OSError) as error:
        return [str(error)]
    mistakes = []
    for passage in passages:
        source = random.Random(passage.name)
        try:
            filled = [fill_passage(passage, source) for _ in range(20)]
        except MarkupError as error:
            mistakes.append(str(error))
            continue
        if negative := next((one for one in filled if one.has_negative_count), None):
            mistakes.append(f"{path.name}, {passage.name} at line {passage.line}: a count below zero in a filling: {negative.text[:60]!r}")
    return mistakes


def summary(passages: Iterable[Passage]) -> str:
    """How many passages, families, decoys and labels there are."""
    passages = list(passages)
    count = Counter(piece.label for passage in passages for piece in passage.pieces if isinstance(piece, Tagged))
    decoys = sum(passage.keys.get("decoy") == "yes" for passage in passages)
    head = f"{len(passages)} passages in {len({p.family for p in passages})} families, {decoys} decoys"
    return "\n".join([head, *(f"  {label} {number}" for label, number in count.most_common())])


def main(arguments: list[str]) -> int:
    """Checks the files named after `check`; 1 where there is a mistake."""
    if len(arguments) < 2 or arguments[0] != "check":
        print("usage: python -m training.corpus check FILE...", file=sys.stderr)
        return 2
    failed = False
    for name in arguments[1:]:
        mistakes = check_file(Path(name))
        failed |= bool(mistakes)
        print("\n".join(mistakes) if mistakes else f"{name}: {summary(read_passages(Path(name)))}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
