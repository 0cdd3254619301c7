from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.service.posting import post
from tests.service.problem import only_error, problem_of

ANY_TEXT = st.text(st.characters() | st.sampled_from("0123456789件\r\n\t\ufeff\ud800😀３"))


def test_a_text_is_answered_with_all_that_was_read(client: TestClient) -> None:
    response = post(client, "/v1/extract", {"text": "收到3392宗"})
    answer = response.json()
    assert list(answer) == ["record", "facts", "entities", "segments", "checks", "text_sha256", "model"]
    assert answer["facts"][0] | {"evidence": []} == {
        "field": "requests.received",
        "kind": "count",
        "value": 3392,
        "unit": "件",
        "name": None,
        "text": "3392",
        "start": 2,
        "end": 6,
        "time": "current",
        "basis": "stated",
        "approximate": False,
        "confidence": 0.9,
        "source": "prose",
        "evidence": [],
        "needs_review": False,
    }
    assert answer["segments"] == [{"kind": "prose", "section": None, "start": 0, "end": 7}]
    assert answer["checks"][0]["message"] == "相符"
    assert answer["model"] == "digits"


def test_answers_are_written_in_plain_characters(client: TestClient) -> None:
    response = post(client, "/v1/extract", {"text": "收到3件"})
    assert "相符".encode() in response.content
    assert response.headers["content-type"] == "application/json"


def test_the_text_is_read_as_it_was_sent(client: TestClient) -> None:
    text = "\ufeff收到\r\n😀3件"
    (entity,) = post(client, "/v1/extract", {"text": text}).json()["entities"]
    assert (entity["start"], text[entity["start"] : entity["end"]]) == (6, "3")


@pytest.mark.parametrize(
    ("body", "field", "message"),
    [
        ({}, "text", "Field required"),
        ({"text": None}, "text", "Input should be a valid string"),
        ({"text": 3}, "text", "Input should be a valid string"),
        ({"text": ["收到3件"]}, "text", "Input should be a valid string"),
        ({"text": ""}, "text", "is empty or holds only white space"),
        ({"text": " \n\u3000"}, "text", "is empty or holds only white space"),
        ({"text": "3\ud800件"}, "text", "holds a lone surrogate, U+D800 at offset 1, which is no character"),
        ({"text": "3\x07件"}, "text", "holds the control character U+0007 at offset 1"),
        ({"text": "3", "lang": "zh"}, "lang", "Extra inputs are not permitted"),
        ({"text": "3", "\ud800": 1}, "body", "Input should be a valid string, unable to parse raw data as a unicode string"),
        (["3"], "body", "Input should be a valid dictionary or object to extract fields from"),
    ],
)
def test_the_field_at_fault_is_named(client: TestClient, body: Any, field: str, message: str) -> None:
    problem = problem_of(post(client, "/v1/extract", body), 422, "invalid-fields")
    assert problem["instance"] == "/v1/extract"
    assert problem["detail"] == f"{field}: {message}"
    error = only_error(problem)
    assert (error["field"], error["message"]) == (field, message)


def test_a_text_over_the_limit_is_refused(client: TestClient) -> None:
    assert post(client, "/v1/extract", {"text": "件" * 1000}).status_code == 200
    error = only_error(problem_of(post(client, "/v1/extract", {"text": "件" * 1001}), 413, "text-too-long"))
    assert error == {"field": "text", "message": "has 1001 characters; at most 1000 are read", "location": "/text"}


# The app keeps nothing from one text to the next.
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read_with_true_quotes_or_refused_with_a_field(client: TestClient, text: str) -> None:
    response = post(client, "/v1/extract", {"text": text})
    if response.status_code == 200:
        answer = response.json()
        quotes = [*answer["facts"], *answer["entities"], *(entity for fact in answer["facts"] for entity in fact["evidence"])]
        assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)
    else:
        assert only_error(problem_of(response, 422, "invalid-fields"))["field"] == "text"


def test_a_batch_is_answered_in_its_order(client: TestClient) -> None:
    documents = [{"id": name, "text": f"收到{number}件"} for number, name in enumerate("乙甲丙")]
    answers = post(client, "/v1/extract/batch", {"documents": documents}).json()["documents"]
    assert [answer["id"] for answer in answers] == ["乙", "甲", "丙"]
    for document, answer in zip(documents, answers, strict=True):
        alone = post(client, "/v1/extract", {"text": document["text"]}).json()
        assert answer == {"id": document["id"], **alone}


@pytest.mark.parametrize(
    ("item", "name", "field"),
    [
        ({"id": "b", "text": ""}, "b", "documents[1].text"),
        ({"id": "b", "text": "\ud800"}, "b", "documents[1].text"),
        ({"id": "b"}, "b", "documents[1].text"),
        ({"id": "b", "text": "3", "lang": "zh"}, "b", "documents[1].lang"),
        ({"id": "a", "text": "3"}, "a", "documents[1].id"),
        ({"text": "3"}, None, "documents[1].id"),
        ({"id": 7, "text": "3"}, None, "documents[1].id"),
        ({"id": "", "text": "3"}, None, "documents[1].id"),
        ({"id": "x" * 201, "text": "3"}, None, "documents[1].id"),
        ({"id": "\ud800", "text": "3"}, None, "documents[1].id"),
        ("3", None, "documents[1]"),
        (None, None, "documents[1]"),
    ],
)
def test_a_bad_item_of_a_batch_alone_fails(client: TestClient, item: Any, name: str | None, field: str) -> None:
    documents = [{"id": "a", "text": "收到1件"}, item, {"id": "c", "text": "收到2件"}]
    response = post(client, "/v1/extract/batch", {"documents": documents})
    assert response.status_code == 200
    first, bad, last = response.json()["documents"]
    assert (first["id"], last["id"], last["entities"][0]["text"]) == ("a", "c", "2")
    assert set(bad) == {"id", "error"}
    assert bad["id"] == name
    assert (bad["error"]["status"], bad["error"]["type"]) == (422, "urn:nianbao:problem:invalid-fields")
    assert bad["error"]["errors"][0]["field"] == field


def test_an_item_over_the_limit_alone_fails_and_leaves_its_id_to_another(client: TestClient) -> None:
    documents = [{"id": "a", "text": "件" * 1001}, {"id": "b", "text": "3"}, {"id": "a", "text": "3"}]
    bad, *good = post(client, "/v1/extract/batch", {"documents": documents}).json()["documents"]
    assert (bad["error"]["status"], bad["error"]["errors"][0]["location"]) == (413, "/documents/0/text")
    assert [(one["id"], "facts" in one) for one in good] == [("b", True), ("a", True)]


def test_a_batch_of_too_many_documents_is_refused(client: TestClient) -> None:
    documents = [{"id": str(number), "text": "3"} for number in range(6)]
    problem = problem_of(post(client, "/v1/extract/batch", {"documents": documents}), 413, "too-many-documents")
    assert only_error(problem)["field"] == "documents"


@pytest.mark.parametrize(("body", "field"), [({}, "documents"), ({"documents": {}}, "documents"), ({"documents": [], "x": 1}, "x")])
def test_a_body_that_is_no_batch_is_refused(client: TestClient, body: Any, field: str) -> None:
    assert only_error(problem_of(post(client, "/v1/extract/batch", body), 422, "invalid-fields"))["field"] == field
