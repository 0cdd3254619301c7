"""Texts and other values as the routes take them."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from model.interchange import unsound
from model.text import flaw


def _readable(text: str) -> str:
    if found := flaw(text):
        raise PydanticCustomError("text", "{flaw}", {"flaw": found})
    return text


def sound(value: object) -> object:
    """The value of JSON itself; a validation error, whose context tells the place, where JSON cannot carry it safely."""
    if found := unsound(value):
        path, message = found
        raise PydanticCustomError("unsound", "{message}", {"message": message, "at": path})
    return value


# The length is for the schema alone: pydantic's own check would refuse lone surrogates without saying where they are.
Text = Annotated[str, Field(json_schema_extra={"minLength": 1}), AfterValidator(_readable)]
"""The text of a report."""

DocumentId = Annotated[str, Field(min_length=1, max_length=200)]
"""The caller's name for a document."""
