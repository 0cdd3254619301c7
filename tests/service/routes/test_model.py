from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import service.engine
from model.release import ReleaseError
from service.app import create_app
from service.keys import Scope, add_key
from service.settings import Settings
from tests.service.fakes import DigitReader, NamedReader
from tests.service.problem import problem_of


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


@pytest.fixture
def keyed(keys: Path) -> Iterator[TestClient]:
    add_key(keys, "甲局", [Scope.READ])
    with TestClient(create_app(Settings(keys=keys), NamedReader("first"))) as client:
        yield client


def test_the_model_is_named_with_its_manifest(client: TestClient) -> None:
    manifest = {"name": "digits", "labels": ["OTHER_COUNT"]}
    assert client.get("/v1/model").json() == {"name": "digits", "precision": "int8", "manifest": manifest}


def test_an_admin_switches_to_the_release_that_is_current(keyed: TestClient, keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service.engine, "load_reader", lambda settings: NamedReader("second"))
    admin, reader = (add_key(keys, name, [scope]) for name, scope in (("admin", Scope.ADMIN), ("reader", Scope.READ)))
    answer = keyed.post("/v1/model/switch", headers={"authorization": f"Bearer {admin}"})
    assert (answer.status_code, answer.json()["name"]) == (200, "second")
    read = keyed.post("/v1/extract", json={"text": "3"}, headers={"authorization": f"Bearer {reader}"}).json()
    assert read["model"] == "second"


def test_a_release_that_cannot_be_taken_up_changes_nothing(keyed: TestClient, keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(settings: Settings) -> DigitReader:
        raise ReleaseError("damaged")

    monkeypatch.setattr(service.engine, "load_reader", fail)
    key = add_key(keys, "both", [Scope.ADMIN, Scope.READ])
    headers = {"authorization": f"Bearer {key}"}
    problem = problem_of(keyed.post("/v1/model/switch", headers=headers), 409, "release-unusable")
    documented = keyed.get("/openapi.json").json()["paths"]["/v1/model/switch"]["post"]["responses"]["409"]
    assert problem == documented["content"]["application/problem+json"]["examples"]["release-unusable"]["value"]
    assert keyed.get("/v1/model", headers=headers).json()["name"] == "first"


def test_nobody_switches_without_the_scope(client: TestClient, keyed: TestClient, keys: Path) -> None:
    problem_of(client.post("/v1/model/switch"), 403, "scope-missing")
    reader = add_key(keys, "reader", [Scope.READ, Scope.LABEL])
    problem_of(keyed.post("/v1/model/switch", headers={"authorization": f"Bearer {reader}"}), 403, "scope-missing")
