"""Texts as the routes take them."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from model.text import flaw


def _readable(text: str) -> str:
    if found := flaw(text):
        raise PydanticCustomError("text", "{flaw}", {"flaw": found})
    return text


# The length is for the schema alone: pydantic's own check would refuse lone surrogates without saying where they are.
Text = Annotated[str, Field(json_schema_extra={"minLength": 1}), AfterValidator(_readable)]
"""The text of a report."""

DocumentId = Annotated[str, Field(min_length=1, max_length=200)]
"""The caller's name for a document."""
