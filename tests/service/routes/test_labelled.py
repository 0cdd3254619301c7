import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from service.settings import Settings
from tests.service.posting import post
from tests.service.problem import only_error, problem_of
from tests.training.labelled.made import REPORT, TEXT
from training.labelled.formats import FORMATS
from training.labelled.store import LabelledStore

SMALL = '{"text": "收到3件", "label": [[2, 3, "REQUEST_COUNT"]]}\n'


KEYS = st.sampled_from(["text", "label", "entities", "data", "annotations"])
VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
)


def send(client: TestClient, body: str, query: str = "") -> Response:
    return client.post(f"/v1/labelled{query}", content=body.encode(), headers={"content-type": "text/plain"})


def lines(response: Response) -> list[dict[str, Any]]:
    assert (response.status_code, response.headers["content-type"]) == (200, "application/jsonl")
    return [json.loads(line) for line in response.text.splitlines()]


@pytest.mark.parametrize("name", [*FORMATS])
def test_a_report_of_any_format_is_kept_and_given_back(client: TestClient, name: str) -> None:
    written = FORMATS[name]
    (stored,) = send(client, "".join(written.file([written.write(REPORT)]))).json()["stored"]
    assert stored == {"id": REPORT.id, "version": 1, "unchanged": False, "repaired": None}
    (line,) = lines(client.get("/v1/labelled"))
    assert (line["id"], line["text"], line["version"], line["status"]) == (REPORT.id, TEXT, 1, "labelled")
    assert [(one["label"], one["text"]) for one in line["entities"]] == [(one.label, TEXT[one.start : one.end]) for one in REPORT.entities]


def test_an_answer_of_extract_can_be_sent_back_corrected(client: TestClient) -> None:
    answer = post(client, "/v1/extract", {"text": "收到3件"}).json()
    answer["facts"][0]["value"] = 4
    assert post(client, "/v1/labelled?annotator=li", [{"text": "收到3件", **answer}]).status_code == 200
    (line,) = lines(client.get("/v1/labelled"))
    assert (line["annotator"], line["facts"][0]["field"], line["facts"][0]["value"]) == ("li", "requests.received", 4)


def test_a_report_labelled_again_has_another_version(client: TestClient) -> None:
    sent = [send(client, SMALL), send(client, SMALL), send(client, SMALL.replace("REQUEST", "OTHER"))]
    assert [(one.json()["stored"][0]["version"], one.json()["stored"][0]["unchanged"]) for one in sent] == [
        (1, False),
        (1, True),
        (2, False),
    ]
    (line,) = lines(client.get("/v1/labelled"))
    assert (line["version"], line["entities"][0]["label"]) == (2, "OTHER_COUNT")


def test_a_line_that_was_given_can_be_sent_again(client: TestClient) -> None:
    send(client, SMALL)
    assert send(client, client.get("/v1/labelled").text).json()["stored"][0]["unchanged"] is True


def test_pages_lead_to_each_other(client: TestClient) -> None:
    send(client, "".join(f'{{"text": "{number}", "label": []}}\n' for number in range(5)))
    found, url = [], "/v1/labelled?limit=2"
    while url:
        page = client.get(url)
        found += [line["text"] for line in lines(page)]
        url = page.links.get("next", {}).get("url", "")
    assert found == ["0", "1", "2", "3", "4"]


def test_nothing_is_kept_where_one_report_is_at_fault(client: TestClient) -> None:
    response = send(client, SMALL + '{"text": "收到12件", "label": [[2, 3, "REQUEST_COUNT"]]}')
    error = only_error(problem_of(response, 422, "invalid-fields"))
    assert error == {
        "field": "label[0]",
        "message": "line 2, offset 3: the span '1' cuts the number in '收到12件' in half",
        "location": "line 2 /label/0",
    }
    assert lines(client.get("/v1/labelled")) == []


@pytest.mark.parametrize(
    ("body", "query", "kind", "field"),
    [
        ("hello", "", "unknown-format", "body"),
        ("", "", "unknown-format", "body"),
        ("[{", "", "unknown-format", "[0]"),
        ("", "?format=conll", "invalid-fields", "body"),
        (SMALL, "?format=word", "invalid-fields", "format"),
        ('{"text": "3", "label": [[0, 1, "X"]]}', "", "invalid-fields", "label[0]"),
        ('{"text": "3", "label": [], "annotator": "\\ud800"}', "", "invalid-fields", "annotator"),
        (SMALL, "?annotator=%1B[31m", "invalid-fields", "annotator"),
    ],
)
def test_what_cannot_be_kept_is_a_problem_that_names_the_field(client: TestClient, body: str, query: str, kind: str, field: str) -> None:
    problem = problem_of(send(client, body, query), 415 if kind == "unknown-format" else 422, kind)
    assert only_error(problem)["field"] == field


def test_a_text_that_is_too_long_is_a_problem_and_nothing_is_kept(client: TestClient) -> None:
    body = [{"text": "收到3件", "label": []}, {"text": "3" * 1001, "label": []}]
    error = only_error(problem_of(post(client, "/v1/labelled", body), 413, "text-too-long"))
    assert error == {"field": "[1]", "message": "line 1: the text has 1001 characters; at most 1000 are read", "location": "line 1 /1"}
    assert lines(client.get("/v1/labelled")) == []


def test_no_more_reports_are_taken_than_a_page_may_hold(client: TestClient, settings: Settings) -> None:
    reports = [f"{number}\tO\n\n" for number in "123456789"] * 112
    error = only_error(problem_of(send(client, "".join(reports)), 413, "too-many-documents"))
    assert error["message"] == "line 2001: the body holds more than 1000 labelled reports"
    assert len(send(client, "".join(reports[:1000])).json()["stored"]) == 1000


def test_a_body_that_is_not_utf_8_is_a_problem(client: TestClient) -> None:
    response = client.post("/v1/labelled", content=b'{"text": "\xff"}')
    assert only_error(problem_of(response, 400, "not-utf-8"))["location"] == "byte 10"


@pytest.mark.parametrize("query", ["after=-1", "after=x", "limit=0", "limit=1001"])
def test_a_page_that_cannot_be_is_a_problem_that_names_the_parameter(client: TestClient, query: str) -> None:
    error = only_error(problem_of(client.get(f"/v1/labelled?{query}"), 422, "invalid-fields"))
    assert error["field"] == query.split("=", maxsplit=1)[0]


def test_a_store_that_cannot_be_used_is_a_problem_without_its_path(client: TestClient, settings: Settings) -> None:
    settings.labelled.write_bytes(b"no database" * 100)
    for response in (send(client, SMALL), client.get("/v1/labelled")):
        problem = problem_of(response, 503, "store-unusable")
        assert str(settings.labelled) not in str(problem)


def test_what_is_answered_is_in_the_database(client: TestClient, settings: Settings) -> None:
    stored = send(client, SMALL).json()["stored"][0]
    assert [one.version for one in LabelledStore(settings.labelled).versions(stored["id"])] == [1]
    with sqlite3.connect(settings.labelled) as database:
        assert database.execute("SELECT text FROM report").fetchall() == [("收到3件",)]
    database.close()


@hypothesis_settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=60)
@given(st.binary(max_size=40) | VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_body_is_kept_or_a_problem(client: TestClient, body: bytes) -> None:
    response = client.post("/v1/labelled", content=body)
    assert response.status_code in {200, 400, 415, 422}


def test_the_store_is_not_made_before_it_is_needed(client: TestClient, settings: Settings) -> None:
    assert client.get("/healthz").status_code == 200
    assert not Path(settings.labelled).exists()
