import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from starlette.testclient import TestClient

from model.documents.document import Reason
from service.app import create_app
from service.examples import ANSWERS, REQUESTS, SAMPLE_RECORD, SAMPLE_TEXT
from service.keys import Scope, add_key
from service.problems import Problem
from service.schemas import (
    BatchAnswer,
    CheckAnswer,
    Extraction,
    FileExtraction,
    HealthAnswer,
    LabelledAnswer,
    LabelledLine,
    ModelAnswer,
    ReadyAnswer,
    TagAnswer,
)
from service.settings import Settings
from tests.service.fakes import DigitReader
from training.labelled.formats import FORMATS

MODELS: dict[str, type[BaseModel]] = {
    "/v1/extract": Extraction,
    "/v1/extract/batch": BatchAnswer,
    "/v1/documents": FileExtraction,
    "/v1/tag": TagAnswer,
    "/v1/check": CheckAnswer,
    "/v1/model": ModelAnswer,
    "/v1/model/switch": ModelAnswer,
    "/healthz": HealthAnswer,
    "/readyz": ReadyAnswer,
    "/v1/labelled": LabelledAnswer,
}


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/openapi.json").json()
    return document


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    names = set(re.findall(r"'#/components/schemas/(\w+)'", str(document)))
    assert {"Problem", "Record", "Fact", "TextRequest"} <= names
    assert names <= set(document["components"]["schemas"])


def operations(document: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(path, method): operation for path, methods in document["paths"].items() for method, operation in methods.items()}


@pytest.mark.parametrize(("path", "method"), ANSWERS)
def test_the_example_of_each_answer_is_one(document: dict[str, Any], path: str, method: str) -> None:
    content = document["paths"][path][method]["responses"]["200"]["content"]["application/json"]
    answer = MODELS[path].model_validate(content["example"])
    assert answer.model_dump(mode="json") == ANSWERS[path, method]


def test_the_quotes_of_the_examples_are_in_the_sample() -> None:
    def quotes(value: Any) -> list[dict[str, Any]]:
        inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
        own = [value] if isinstance(value, dict) and {"text", "start"} <= set(value) else []
        return own + [quote for child in inner for quote in quotes(child)]

    found = quotes([*ANSWERS.values()]) + quotes(SAMPLE_RECORD)
    assert len(found) > 20
    assert all(SAMPLE_TEXT[quote["start"] : quote["end"]] == quote["text"] for quote in found)


def test_every_operation_shows_its_answer_and_each_of_its_problems(document: dict[str, Any]) -> None:
    for (path, _), operation in operations(document).items():
        responses = operation["responses"]
        assert {"200", "500"} <= set(responses)
        for content in responses.pop("200")["content"].values():
            assert content["schema"]
            assert content["example"]
        for status, response in responses.items():
            content = response["content"]["application/problem+json"]
            assert content["schema"] == {"$ref": "#/components/schemas/Problem"}
            for example in content["examples"].values():
                problem = Problem.model_validate(example["value"])
                assert (problem.status, problem.instance) == (int(status), path)


SCOPES = {"/v1/labelled": "label", "/v1/model/switch": "admin"}


def test_every_operation_but_the_probes_needs_a_key_and_says_what_becomes_of_those_without(tmp_path: Path) -> None:
    add_key(tmp_path / "keys.json", "甲局", [Scope.READ])
    document = create_app(Settings(keys=tmp_path / "keys.json"), DigitReader()).openapi()
    for (path, _), operation in operations(document).items():
        if path in {"/healthz", "/readyz"}:
            assert "security" not in operation
        else:
            assert operation["security"] == [{"key": [SCOPES.get(path, "read")]}]
            assert {"401", "403", "429"} <= set(operation["responses"])
    assert document["components"]["securitySchemes"]["key"]["scheme"] == "bearer"


def test_no_operation_of_a_service_without_keys_needs_one(client: TestClient) -> None:
    first, again = (client.get("/openapi.json").json() for _ in range(2))
    assert again == first
    for (path, _), operation in operations(first).items():
        required = operation.get("security")
        assert required == (None if path in {"/healthz", "/readyz"} else [{}, {"key": [SCOPES.get(path, "read")]}])


def test_every_route_that_takes_a_body_says_which_it_refuses(document: dict[str, Any]) -> None:
    for operation in operations(document).values():
        if "requestBody" in operation:
            assert {"400", "413", "422"} <= set(operation["responses"])


def test_every_answer_says_its_headers(document: dict[str, Any]) -> None:
    for operation in operations(document).values():
        for status, response in operation["responses"].items():
            assert "x-request-id" in response["headers"]
            assert ("retry-after" in response["headers"]) == (status in {"429", "503"})


def test_each_reason_why_a_file_is_not_read_is_documented(document: dict[str, Any]) -> None:
    responses = document["paths"]["/v1/documents"]["post"]["responses"]
    shown = {slug for status in responses.keys() - {"200"} for slug in responses[status]["content"]["application/problem+json"]["examples"]}
    assert {f"document-{reason.replace('_', '-')}" for reason in Reason} < shown


def test_the_problems_with_a_file_name_the_field(document: dict[str, Any]) -> None:
    responses = document["paths"]["/v1/documents"]["post"]["responses"]
    errors = [
        error
        for status in ("413", "415", "422")
        for slug, example in responses[status]["content"]["application/problem+json"]["examples"].items()
        if not slug.startswith("body-")
        for error in example["value"]["errors"]
    ]
    assert {error["field"] for error in errors} == {"file"}


def test_the_form_of_a_file_is_described(document: dict[str, Any]) -> None:
    body = document["paths"]["/v1/documents"]["post"]["requestBody"]
    schema = body["content"]["multipart/form-data"]["schema"]
    assert body["required"] is True
    assert (list(schema["properties"]), schema["required"], schema["additionalProperties"]) == (["file"], ["file"], False)
    assert schema["properties"]["file"]["format"] == "binary"


def test_every_route_says_what_it_does(document: dict[str, Any]) -> None:
    found = operations(document).values()
    assert all(operation["summary"] and operation["description"] and operation["tags"] for operation in found)
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_every_answer_says_what_it_is(document: dict[str, Any]) -> None:
    said = {place: operation["responses"]["200"]["description"] for place, operation in operations(document).items()}
    assert [place for place, description in said.items() if description == "Successful Response"] == []


def test_every_schema_and_each_of_its_properties_says_what_it_is(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    properties = [(name, key, value) for name, schema in schemas.items() for key, value in schema.get("properties", {}).items()]
    assert len(properties) > 150
    assert [f"{name}.{key}" for name, key, value in properties if not value.get("description")] == []
    assert [name for name, schema in schemas.items() if not schema.get("description")] == []


def test_every_parameter_and_body_is_shown_by_example(document: dict[str, Any]) -> None:
    parameters = [one for operation in operations(document).values() for one in operation.get("parameters", ())]
    assert {one["name"] for one in parameters} == {"format", "annotator", "after", "limit"}
    assert [one["name"] for one in parameters if "examples" not in one["schema"]] == []
    bodies = {place: operation["requestBody"] for place, operation in operations(document).items() if "requestBody" in operation}
    assert [(place, kind) for place, body in bodies.items() for kind, content in body["content"].items() if "example" not in content] == []


def test_the_examples_of_parameters_can_be_sent(client: TestClient, document: dict[str, Any]) -> None:
    post, get = (
        {one["name"]: one["schema"]["examples"][0] for one in document["paths"]["/v1/labelled"][method]["parameters"]}
        for method in ("post", "get")
    )
    labelled = '{"text": "共收到申请3件。", "label": [[5, 6, "REQUEST_COUNT"]]}'
    assert client.post("/v1/labelled", params=post, content=labelled.encode()).status_code == 200
    assert client.get("/v1/labelled", params=get).status_code == 200


@pytest.mark.parametrize("path", REQUESTS)
def test_each_example_of_what_is_taken_can_be_sent(client: TestClient, document: dict[str, Any], path: str) -> None:
    response = client.post(path, json=document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["example"])
    assert response.status_code == 200, response.text


def test_the_answer_to_several_is_that_to_the_example_of_several() -> None:
    assert [one["id"] for one in REQUESTS["/v1/extract/batch"]["documents"]] == [
        one["id"] for one in ANSWERS["/v1/extract/batch", "post"]["documents"]
    ]


def test_the_example_of_a_file_can_be_sent(client: TestClient, document: dict[str, Any]) -> None:
    example = document["paths"]["/v1/documents"]["post"]["requestBody"]["content"]["multipart/form-data"]["example"]
    response = client.post("/v1/documents", files={name: ("report.txt", content.encode()) for name, content in example.items()})
    assert response.json()["text"] == SAMPLE_TEXT


@pytest.mark.parametrize("name", ["TextRequest", "Document", "BatchRequest", "CheckRequest"])
def test_what_is_taken_holds_nothing_that_is_not_known(document: dict[str, Any], name: str) -> None:
    assert document["components"]["schemas"][name]["additionalProperties"] is False


def test_labelled_reports_are_answered_in_lines_and_shown_by_example(document: dict[str, Any]) -> None:
    answer = document["paths"]["/v1/labelled"]["get"]["responses"]["200"]
    (media_type,) = answer["content"]
    assert (media_type, list(answer["headers"])) == ("application/jsonl", ["Link", "x-request-id"])
    assert answer["content"][media_type]["schema"] == {"$ref": "#/components/schemas/LabelledLine"}
    LabelledLine.model_validate(answer["content"][media_type]["example"])


def test_each_example_of_labelled_reports_can_be_sent(client: TestClient, document: dict[str, Any]) -> None:
    bodies = document["paths"]["/v1/labelled"]["post"]["requestBody"]["content"]
    assert set(bodies) == {"application/json", "application/jsonl", "text/plain"}
    for media_type, body in bodies.items():
        example = body["example"] if isinstance(body["example"], str) else json.dumps(body["example"])
        response = client.post("/v1/labelled", content=example.encode(), headers={"content-type": media_type})
        assert response.status_code == 200, response.text


def test_the_formats_that_can_be_named_are_those_that_there_are(document: dict[str, Any]) -> None:
    (parameter,) = [one for one in document["paths"]["/v1/labelled"]["post"]["parameters"] if one["name"] == "format"]
    assert parameter["schema"]["anyOf"][0]["enum"] == list(FORMATS)
