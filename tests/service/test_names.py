"""No name that a client chose reaches the file system."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from service.app import create_app
from service.keys import Scope, add_key
from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.forms import part

MARK = "zqx"
"""A name that nothing else has."""


class Watched:
    """What Python opens, imports and starts while `on`, as its audit events tell; a hook once added cannot be taken away."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.on and event.partition(".")[0] in {"open", "os", "import", "subprocess", "shutil", "glob", "pathlib", "tempfile"}:
            self.seen.append(f"{event} {arguments!r}")


WATCHED = Watched()


@pytest.fixture
def seen() -> Iterator[list[str]]:
    WATCHED.seen.clear()
    WATCHED.on = True
    yield WATCHED.seen
    WATCHED.on = False


def test_what_is_opened_is_seen(seen: list[str], tmp_path: Path) -> None:
    (tmp_path / MARK).write_text("3", encoding="utf-8")
    assert MARK in "".join(seen)


def test_no_path_header_or_file_name_reaches_the_file_system(tmp_path: Path, seen: list[str]) -> None:
    key = add_key(tmp_path / "keys.json", "甲局", [Scope.READ])
    with TestClient(create_app(Settings(keys=tmp_path / "keys.json"), DigitReader()), raise_server_exceptions=False) as client:
        bearer = {"authorization": f"Bearer {key}"}
        for path in (f"/{MARK}", f"/docs/{MARK}", f"/docs/..%2f{MARK}", f"/docs/%2e%2e/{MARK}", f"/v1/extract/{MARK}"):
            assert client.get(path, headers=bearer).status_code == 404
        for header in ("x-request-id", "accept", "accept-language", "host", "origin", "range", "if-none-match", "traceparent", "cookie"):
            client.get("/docs/swagger-ui.css", headers=bearer | {header: MARK})
            client.get("/v1/model", headers=bearer | {header: MARK})
        assert client.get("/v1/model", headers={"authorization": f"Bearer {MARK}"}).status_code == 401
        for content_type in (
            "multipart/form-data; boundary=x",
            f"multipart/form-data; boundary=x; charset={MARK}",
            f"text/{MARK}; charset={MARK}",
        ):
            for name in (f"{MARK}.txt", f"../../{MARK}", f"/tmp/{MARK}.pdf", f"{MARK}/a.html"):
                body = part("file", filename=name) + part(MARK) + "--x--\r\n", part("file", filename=name) + "--x--\r\n"
                for form in body:
                    client.post("/v1/documents", content=form.encode(), headers=bearer | {"content-type": content_type})
        client.post("/v1/extract/batch", json={"documents": [{"id": MARK, "text": "3"}]}, headers=bearer)
        client.post("/v1/extract", content=b"{}", headers=bearer | {"content-type": f"application/json; charset={MARK}"})
    assert any("keys.json" in one for one in seen)
    assert [one for one in seen if MARK in one] == []
