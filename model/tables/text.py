"""The text in which the statutory tables are searched and read, folded, without what stands there beside them."""

import re

from model.characters import keep_tabs
from model.pages import without_pages
from model.tables.lists import with_lists_parted
from model.tables.named import without_names
from model.tables.ruler import with_columns_parted
from model.tables.separated import with_tabs

_GUIDANCE = re.compile(r"(?<=[\u4e00-\u9fff])\((?![^()|\n]{0,20}(?:区分处理|只计|情形))[^()|\n。]{4,}\)")

_MARKUP = re.compile(
    r"(?P<cell>[│┃]|</t[dh]>)|(?P<row></tr>)|</?(?:t[dhr]|table|tbody|thead|p|br|span|div)\b[^<>\n]{0,200}>|&(?:nbsp|ensp|emsp|#160);"
)
_RULE = re.compile(r"^[-—–―_=+|: ]*(?:[-—–―_]{13}|={3})[-—–―_=+|: ]*$", re.MULTILINE)
"""A line drawn between rows, longer than the dash of a blank cell is."""
_IN_PLAIN_TEXT = {"cell": "|", "row": "\n", None: " "}


def table_text(text: str, folded: str) -> str:
    """The folded text of `text` with tabs where these, separators of records or lists, or columns part cells.

    It is without what its pages repeat and without lines drawn between rows.
    """
    plain = _RULE.sub(spaces_for, without_markup(keep_tabs(text, folded)))
    parted = with_lists_parted(without_names(with_columns_parted(text, plain)))
    return without_pages(text, with_tabs(text, parted))


def without_markup(folded: str) -> str:
    """The folded text with bars for lines of boxes and for tags that end a cell, line ends for those that end a row, spaces for others.

    What a careless copy of a page leaves of its source; every place stays where it is.
    """
    return _MARKUP.sub(lambda match: _IN_PLAIN_TEXT[match.lastgroup].ljust(len(match.group())), folded)


def without_guidance(folded: str) -> str:
    """The folded text with spaces for notes in brackets behind a label, as guidance for filling in leaves them: (指2020年办件量).

    The note that the form itself has behind 部分公开 stays, and so do those behind numbers.
    """
    return _GUIDANCE.sub(spaces_for, folded)


def spaces_for(match: re.Match[str]) -> str:
    """As many spaces as a match has characters, so that no offset moves."""
    return " " * len(match.group())
