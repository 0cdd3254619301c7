import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from service.app import create_app
from service.json_route import MOST_PARTS, has_more_parts
from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.problem import only_error, problem_of

JSON = {"content-type": "application/json"}


@pytest.mark.parametrize("path", ["/v1/extract", "/v1/labelled"])
def test_a_body_of_too_many_parts_is_a_problem(path: str, tmp_path: Path) -> None:
    with TestClient(create_app(Settings(labelled=tmp_path / "labelled.sqlite"), DigitReader())) as client:
        full = client.post(path, content=b"[" + b"{}," * (MOST_PARTS // 2) + b"{}]", headers=JSON)
        error = only_error(problem_of(full, 413, "body-too-large"))
        assert error == {"field": "body", "message": "has more than 1000000 strings, commas and opening brackets", "location": ""}


def test_a_text_of_commas_and_brackets_is_one_part() -> None:
    assert not has_more_parts(b'{"text": "[,\\",{\\\\", "id": "\\\\"}', 6)
    assert has_more_parts(b'{"text": "[,\\",{\\\\", "id": "\\\\"}', 5)


@given(st.lists(st.text(max_size=9), max_size=9))
def test_parts_are_counted_as_they_stand(texts: list[str]) -> None:
    body = json.dumps(texts).encode()
    parts = 1 + len(texts) + max(0, len(texts) - 1)
    assert not has_more_parts(body, parts)
    assert has_more_parts(body, parts - 1)


def test_a_string_that_never_ends_is_passed_over_once() -> None:
    assert not has_more_parts(b'"' + b'\\"' * 1_000_000, 1)
