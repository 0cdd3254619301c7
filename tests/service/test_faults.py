from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from model.interchange import Path
from model.paths import field_name, pointer
from service.faults import MOST, invalid
from service.problems import FieldError


class Leaf(BaseModel):
    model_config = ConfigDict(extra="forbid")
    value: int | float | str
    also: list[int | float] = []


class Tree(BaseModel):
    model_config = ConfigDict(extra="forbid")
    leaves: dict[str, Leaf]


def errors_of(body: Any, base: Path = ()) -> list[FieldError]:
    with pytest.raises(ValidationError) as refused:
        Tree.model_validate(body)
    return invalid(refused.value.errors(), body, base).errors


@pytest.mark.parametrize(
    ("body", "field", "location"),
    [
        ({}, "leaves", "/leaves"),
        (7, "body", ""),
        ({"leaves": {"a.b": {}}}, "leaves.a.b.value", "/leaves/a.b/value"),
        ({"leaves": {"a/b~c": {"value": None}}}, "leaves.a/b~c.value", "/leaves/a~1b~0c/value"),
        ({"leaves": {"a": {"value": 1, "also": [2, "x"]}}}, "leaves.a.also[1]", "/leaves/a/also/1"),
        ({"leaves": {}, "more": 1}, "more", "/more"),
    ],
)
def test_the_field_that_the_caller_wrote_is_named(body: Any, field: str, location: str) -> None:
    (error,) = errors_of(body)
    assert (error.field, error.location) == (field, location)


def test_the_members_of_a_union_make_one_error() -> None:
    (error,) = errors_of({"leaves": {"a": {"value": []}}})
    assert error.message == "Input should be a valid integer; Input should be a valid number; Input should be a valid string"


def test_a_part_of_a_body_is_named_from_the_bodys_top() -> None:
    (error,) = errors_of({}, ("documents", 2))
    assert (error.field, error.location) == ("documents[2].leaves", "/documents/2/leaves")


def test_a_body_with_countless_faults_gets_a_bounded_answer() -> None:
    body = {"leaves": {}, **{f"key{number}": number for number in range(5000)}}
    with pytest.raises(ValidationError) as refused:
        Tree.model_validate(body)
    problem = invalid(refused.value.errors(), body)
    assert len(problem.errors) == MOST
    assert str(problem.detail).endswith("(and 4999 more)")


def test_paths_are_written_as_fields_and_as_pointers() -> None:
    assert (field_name(("documents", 0, "text")), pointer(("documents", 0, "text"))) == ("documents[0].text", "/documents/0/text")
    assert (field_name(()), pointer(())) == ("", "")
