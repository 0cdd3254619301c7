"""Bytes to text: the encodings in which Chinese authorities publish, never read as another."""

import codecs
import re
from collections.abc import Iterator

from model.documents.document import DocumentError, Reason

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_COMMON = frozenset("的年公开開政府信息工作件申请請一二三和在为為本报報有人发發中不了以行关關")
"""The commonest characters of reports and notices in both scripts: of every four characters of a report they are one."""
_LEAST_COMMON = 0.02
_ENOUGH = {"utf-16-le": 1, "utf-16-be": 1, "big5hkscs": 20, "gb18030": 20, "utf-8": 1 << 62}
"""Fewer characters beyond ASCII say nothing about the encoding; nearly any bytes are UTF-16, none by chance UTF-8."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_MOST_CONTROLS = 0.01
_MOST_LOST = 0.001
_SAMPLE = 100_000


def decode(content: bytes, declared: str = "") -> str:
    """The text of the bytes: by its mark, as UTF-16 where NULs show it, else UTF-8, GB18030, or Big5, which comes first if declared.

    Raises:
        DocumentError: broken, where the mark is wrong; unsupported, where no encoding makes it a plausible text.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            text = _strict(content.removeprefix(mark), name)
            if text is None or not _plausible(text, _ENOUGH[name]):
                raise DocumentError(Reason.BROKEN, f"The file begins with the mark of {name.upper()} but is not in this encoding.")
            return text
    for name in _candidates(content, declared):
        text = _strict(content, name)
        if text is not None and _plausible(text, _ENOUGH[name]):
            return text
    raise DocumentError(Reason.UNSUPPORTED, "The file is neither of a known format nor a text in UTF-8, UTF-16, GB18030 or Big5.")


def decode_damaged(content: bytes, declared: str = "") -> str:
    """As `decode`, but a few bytes that are wrong in every encoding become U+FFFD, as in a browser.

    Pages in GBK carry them where a summary was cut by its bytes.
    """
    try:
        return decode(content, declared)
    except DocumentError:
        texts = [content.decode(name, "replace") for name in ("utf-8", "gb18030")]
        text = min(texts, key=lambda text: text.count("\ufffd"))
        if text.count("\ufffd") > len(text) * _MOST_LOST or not _plausible(text, 1):
            raise
        return text


def _candidates(content: bytes, declared: str) -> Iterator[str]:
    """The encodings to try. What decodes as UTF-8 is UTF-8, whatever a page declares; GB2312 and GBK are parts of GB18030."""
    if b"\0" in content:
        # A NUL is the upper half of a digit or of a line end.
        yield "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"
        return
    yield "utf-8"
    if declared.lower().startswith("big5"):
        yield "big5hkscs"
    yield "gb18030"
    yield "big5hkscs"


def _strict(content: bytes, name: str) -> str | None:
    """The text, None where the bytes are not in the encoding."""
    try:
        return content.decode(name)
    except UnicodeError:
        return None


def _plausible(text: str, enough: int) -> bool:
    """Whether the text has few control characters and, if there are enough beyond ASCII, the characters of Chinese.

    Misread ones are letters or rare characters.
    """
    if len(_CONTROLS.findall(text)) > len(text) * _MOST_CONTROLS:
        return False
    foreign = [character for character in text[:_SAMPLE] if character > "\x7f"]
    return len(foreign) < enough or sum(character in _COMMON for character in foreign) >= len(foreign) * _LEAST_COMMON
