"""Which texts are read: any with something in it, as long as each code point is a character that text may hold.

A text that was sent is never changed: offsets refer to its code points as they were sent, a byte order mark included.
"""

import re

from model.interchange import SURROGATE, lone_surrogate

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")


def flaw(text: str) -> str | None:
    """What keeps the text from being read, with the code point and its offset; None where nothing does."""
    if found := lone_surrogate(text) or control_character(text, _CONTROL):
        return found
    if not text.replace("\ufeff", "").strip():
        return "is empty or holds only white space"
    return None


def control_character(text: str, refused: re.Pattern[str]) -> str | None:
    """That a text holds one of the control characters that are refused, with its code point and offset; None where it holds none."""
    found = refused.search(text)
    return f"holds the control character U+{ord(found[0]):04X} at offset {found.start()}" if found else None


def mended(text: str) -> str:
    """The text of a file as it can be answered, where one code point takes the place of one.

    What no text may hold becomes U+FFFD: a space could join two numbers.
    """
    return _CONTROL.sub("\ufffd", SURROGATE.sub("\ufffd", text))
