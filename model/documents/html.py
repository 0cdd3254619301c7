"""Web pages."""

import re

from lxml.etree import HTMLParser, LxmlError, _Element, fromstring, iterwalk

from model.documents.article import empty, find_article
from model.documents.blocks import BlockWriter
from model.documents.document import Document, DocumentError, Reason
from model.documents.encoding import decode_damaged
from model.documents.limits import check_elements
from model.documents.superscripts import raised
from model.documents.tags import BLOCKS, UNSEEN

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE)
_HEAD = 4096
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|text-decoration(?:-line)?\s*:[^;]*line-through"
    r"|mso-(?:footnote|endnote)-id|mso-element\s*:\s*(?:footnote|endnote|comment|header|footer)",
    re.IGNORECASE,
)
"""Styles of what is not shown or was struck out, and of notes, their marks, comments, headers and footers that Word saves in a page."""
_COMMENT = re.compile("#_msocom_")
"""Where the mark of a comment leads; `mso-comment-reference` is the style of the words that it is about."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_MARKS = r"[\s【】\[\]()（）|:：/]*"
_BUTTONS = (
    r"字体|字号|超?大|中|小|打印(?:本页)?|关闭(?:窗口|本页|\.png)?|分享到?|收藏|微信|微博|繁[體体]版?|无障碍|适老化|[上下]一[篇条]|附件"
    r"|扫一扫在手机上?(?:打开|查看)当前页面?|返回顶部"
)
_CHROME = re.compile(rf"{_MARKS}(?:(?:{_BUTTONS}){_MARKS})+")


def read_html(content: bytes) -> Document:
    """The article of a page; those of its tables that only lay out the page flow as paragraphs.

    Raises:
        DocumentError: broken, where the mark of an encoding is wrong or the parser fails; unsupported, where no encoding makes a plausible
            text; too_deep, beyond 2,048 elements or 256 tables in each other; too_large, over 250,000 elements.
    """
    body = _parse(content)
    if body is None:
        return Document("")
    for element in [element for element in body.iter() if _unseen(element)]:
        empty(element)
    return _Page().read(find_article(body))


def _parse(content: bytes) -> _Element | None:
    """The tree without comments, None of an empty page."""
    declared = _DECLARED.search(content[:_HEAD])
    text = decode_damaged(content, declared[1].decode() if declared else "").replace("\0", "")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = fromstring(text.encode(), parser)
    except LxmlError as error:
        raise DocumentError(Reason.BROKEN, f"The page cannot be parsed: {error}") from error
    # Where it gives up the parser leaves out the rest of the page and only logs that.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DocumentError(Reason.TOO_DEEP, "The page nests more elements than the parser follows.")
    if root is not None:
        check_elements(root)
    return root


def _unseen(element: _Element) -> bool:
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") or _COMMENT.match(element.get("href") or "")
    return element.tag in UNSEEN or (bool(hidden) and element.tag not in {"body", "html"})


class _Page:
    """Walks an article and writes its text as a browser shows it."""

    def __init__(self) -> None:
        self._writer = BlockWriter()
        self._open: list[_Element] = []
        """The tables, rows and cells that are open."""
        self._kept = 0
        self._raised = 0
        self._space = True
        """Whether a space would not show, at the beginning of a line or behind another."""

    def read(self, article: _Element) -> Document:
        """The document of an article, whose own element is no more than its frame."""
        self._write(article.text)
        for event, element in iterwalk(article, events=("start", "end")):
            if element is article:
                continue
            if element.tag in BLOCKS or element.tag == "br":
                self._break()
            if event == "start":
                self._begin(element)
                self._write(element.text)
            else:
                self._end(element)
                self._write(element.tail)
        self._break()
        return self._writer.document()

    def _begin(self, element: _Element) -> None:
        within = self._open[-1].tag if self._open else None
        if element.tag == "pre":
            self._kept += 1
        elif element.tag == "sup":
            self._raised += 1
        elif element.tag == "table":
            self._writer.open_table()
            self._open.append(element)
        elif element.tag == "tr" and within == "table":
            self._writer.open_row()
            self._open.append(element)
        elif element.tag in {"td", "th"} and within in {"table", "tr"}:
            self._writer.open_cell()
            self._open.append(element)

    def _end(self, element: _Element) -> None:
        if element.tag == "pre":
            self._kept -= 1
        elif element.tag == "sup":
            self._raised -= 1
        if not self._open or self._open[-1] is not element:
            return
        self._open.pop()
        if element.tag == "table":
            self._writer.close_table()
        elif element.tag != "tr":
            self._writer.close_cell()

    def _write(self, text: str | None) -> None:
        if text and not self._kept:
            text = _SPACE.sub(" ", text)
            text = text.removeprefix(" ") if self._space else text
        if text:
            self._writer.write(raised(text) if self._raised else text)
            self._space = text.endswith((" ", "\n"))

    def _break(self) -> None:
        line = self._writer.line
        # In a cell 大, 中 and 小 may be what is counted.
        if _CHROME.fullmatch(line) and (len(line) > 3 or not self._open):
            self._writer.clear_line()
        self._writer.end_line()
        self._space = True
