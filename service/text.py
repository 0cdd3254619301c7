"""Which texts are read: any with something in it, as long as each code point is a character that text may hold.

A text that was sent is never changed: offsets refer to its code points as they were sent, a byte order mark included.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from service.interchange import SURROGATE

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")


def flaw(text: str) -> str | None:
    """What keeps the text from being read, with the code point and its offset; None where nothing does."""
    if found := SURROGATE.search(text):
        return f"holds a lone surrogate, U+{ord(found[0]):04X} at offset {found.start()}, which is no character"
    if found := _CONTROL.search(text):
        return f"holds the control character U+{ord(found[0]):04X} at offset {found.start()}"
    if not text.replace("\ufeff", "").strip():
        return "is empty or holds only white space"
    return None


def mended(text: str) -> str:
    """The text of a file as it can be answered, where one code point takes the place of one.

    What no text may hold becomes U+FFFD: a space could join two numbers.
    """
    return _CONTROL.sub("\ufffd", SURROGATE.sub("\ufffd", text))


def _readable(text: str) -> str:
    if found := flaw(text):
        raise PydanticCustomError("text", "{flaw}", {"flaw": found})
    return text


# The length is for the schema alone: pydantic's own check would refuse lone surrogates without saying where they are.
Text = Annotated[str, Field(json_schema_extra={"minLength": 1}), AfterValidator(_readable)]
"""The text of a report."""

DocumentId = Annotated[str, Field(min_length=1, max_length=200)]
"""The caller's name for a document."""
