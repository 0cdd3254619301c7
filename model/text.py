"""Which texts are read: any with something in it, as long as each code point is a character that text may hold.

A text that was sent is never changed: offsets refer to its code points as they were sent, a byte order mark included.
"""

import re

from model.interchange import SURROGATE, lone_surrogate

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_CONTROL_OF_NAMES = re.compile("[\x00-\x1f\x7f-\x9f]")


def flaw(text: str) -> str | None:
    """What keeps the text from being read, with the code point and its offset; None where nothing does."""
    if found := lone_surrogate(text) or _found(_CONTROL, text):
        return found
    if not text.replace("\ufeff", "").strip():
        return "is empty or holds only white space"
    return None


def control_in_name(name: str) -> str | None:
    """That a name holds what is not shown on one line or what a terminal obeys, with its code point and offset; None where it does not."""
    return _found(_CONTROL_OF_NAMES, name)


def _found(refused: re.Pattern[str], text: str) -> str | None:
    found = refused.search(text)
    return f"holds the control character U+{ord(found[0]):04X} at offset {found.start()}" if found else None


def mended(text: str) -> str:
    """The text of a file as it can be answered, where one code point takes the place of one.

    What no text may hold becomes U+FFFD: a space could join two numbers.
    """
    return _CONTROL.sub("\ufffd", SURROGATE.sub("\ufffd", text))
