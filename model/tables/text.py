"""The text in which the statutory tables are searched and read, folded, without what stands there beside them."""

import re

from model.characters import fold
from model.pages import without_pages

_GUIDANCE = re.compile(r"(?<=[\u4e00-\u9fff])\((?![^()|\n]{0,20}(?:区分处理|只计|情形))[^()|\n。]{4,}\)")


def table_text(text: str) -> str:
    """A text, as it was sent, folded but for its tabs, which part cells, and without what its pages repeat."""
    # Folding makes a tab a space like any other.
    folded = "".join("\t" if sent == "\t" else character for sent, character in zip(text, fold(text), strict=True))
    return without_pages(text, folded)


def without_guidance(folded: str) -> str:
    """The folded text with spaces for notes in brackets behind a label, as guidance for filling in leaves them: (指2020年办件量).

    The note that the form itself has behind 部分公开 stays, and so do those behind numbers.
    """
    return _GUIDANCE.sub(spaces_for, folded)


def spaces_for(match: re.Match[str]) -> str:
    """As many spaces as a match has characters, so that no offset moves."""
    return " " * len(match.group())
