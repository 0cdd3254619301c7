"""JSON values read as the shapes that a format gives them."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from model.interchange import unsound
from model.paths import at_fault
from model.text import control_in_name
from training.labelled.faults import Fault, Place, RejectedError
from training.labelled.intake import Outcome
from training.labelled.json_values import json_values


def _shown(name: str) -> str:
    if found := control_in_name(name):
        raise PydanticCustomError("control", "{message}", {"message": found})
    return name


Shape = TypeVar("Shape", bound=BaseModel)

Name = Annotated[str, AfterValidator(_shown)]
"""Who labelled a report, or what a caller calls it: on one line, and nothing that a terminal obeys."""


def read_shapes(text: str, shape: type[Shape], take: Callable[[Shape, Place], Iterator[Outcome]]) -> Iterator[Outcome]:
    """What becomes of each value of a file: what `take` makes of it, or why that is nothing."""
    for value in json_values(text):
        if isinstance(value, RejectedError):
            yield value
            continue
        try:
            yield from take(shaped(value.value, shape, value.place), value.place)
        except RejectedError as error:
            yield error


def first_keys(text: str) -> frozenset[str]:
    """The keys of the first value of a file, none where it holds no JSON objects.

    Raises:
        RejectedError: it begins as JSON and is none.
    """
    if not text.lstrip().startswith(("{", "[")):
        return frozenset()
    for value in islice(json_values(text), 1):
        if isinstance(value, RejectedError):
            raise value
        if isinstance(value.value, dict):
            return frozenset(value.value)
    return frozenset()


def shaped(value: object, shape: type[Shape], place: Place) -> Shape:
    """The value as the shape has it.

    Raises:
        RejectedError: it is none, or JSON cannot carry it safely; each part that is at fault is named.
    """
    try:
        read = shape.model_validate(value)
    except ValidationError as error:
        details = error.errors(include_input=False)
        raise RejectedError(*(Fault(place.at(*at_fault(detail, value)), detail["msg"]) for detail in details)) from error
    # Not the value itself: of members that are passed over, such as a tool's own numbers, nothing is kept.
    if found := unsound(read.model_dump(mode="json")):
        path, message = found
        raise RejectedError(Fault(place.at(*path), message))
    return read
