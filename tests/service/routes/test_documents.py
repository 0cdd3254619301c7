import errno
import logging
import os
import socket
import threading
from pathlib import Path
from typing import BinaryIO

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

import service.engine
from model.documents.document import Document, Reason
from service.app import create_app
from service.parser import Parser
from service.refusals import KINDS
from service.server import Server
from service.settings import Settings
from tests.model.documents.made import docx, paragraph
from tests.model.documents.made_pdf import blank_pages, pictured_pages
from tests.service.fakes import DigitReader, NamedReader
from tests.service.forms import FORM, part
from tests.service.parsers import FIXTURES, gone, hung, parser, replaced
from tests.service.posting import post
from tests.service.problem import only_error, problem_of
from tests.service.waiting import eventually

TEXT = "收到政府信息公开申请3件。"
PAGE = f"<html><body><p>{TEXT}</p></body></html>"


@pytest.fixture
def settings() -> Settings:
    return Settings(max_text_characters=50_000, max_body_bytes=2 << 20)


def send(client: TestClient, content: bytes, name: str = "report") -> Response:
    return client.post("/v1/documents", files={"file": (name, content)})


@pytest.mark.parametrize("content", [TEXT.encode(), TEXT.encode("gb18030"), PAGE.encode(), PAGE.encode("gb18030"), docx(paragraph(TEXT))])
def test_a_file_is_answered_as_its_text_would_be_with_the_text(client: TestClient, content: bytes) -> None:
    response = send(client, content)
    assert response.status_code == 200
    assert response.json() == post(client, "/v1/extract", {"text": TEXT}).json() | {"text": TEXT}
    assert list(response.json())[-1] == "text"


def test_a_pdf_is_read_with_true_quotes(client: TestClient) -> None:
    answer = send(client, (FIXTURES / "writer-2021.pdf").read_bytes(), "年报.pdf").json()
    assert len(answer["facts"]) > 100
    assert all(answer["text"][fact["start"] : fact["end"]] == fact["text"] for fact in answer["facts"])


def test_the_name_decides_only_where_the_content_leaves_doubt(client: TestClient) -> None:
    piece = f"<p>{TEXT}"
    assert send(client, piece.encode(), "a.html").json()["text"] == TEXT
    assert send(client, piece.encode(), "a.txt").json()["text"] == piece
    assert send(client, docx(paragraph(TEXT)), "../../a.html").json()["text"] == TEXT


def test_characters_that_no_text_may_hold_are_replaced_one_for_one(client: TestClient) -> None:
    text = "收到政府信息公开申请\x073件" + ",其中自然人提交3件" * 20
    assert send(client, text.encode()).json()["text"] == text.replace("\x07", "\ufffd")


@pytest.mark.parametrize(
    ("content", "status", "reason"),
    [
        (b"{\\rtf1 3}", 415, Reason.UNSUPPORTED),
        (bytes(range(256)), 415, Reason.UNSUPPORTED),
        ((FIXTURES / "encrypted.pdf").read_bytes(), 422, Reason.ENCRYPTED),
        (b"%PDF-1.7\n", 422, Reason.BROKEN),
        (pictured_pages(1), 422, Reason.SCANNED),
        (blank_pages(501), 413, Reason.TOO_LARGE),
        (docx("<w:p>" * 5000), 422, Reason.TOO_DEEP),
        (PAGE.replace(TEXT, "").encode(), 422, Reason.EMPTY),
        (b"", 422, Reason.EMPTY),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_with_the_reason(client: TestClient, content: bytes, status: int, reason: Reason) -> None:
    problem = problem_of(send(client, content), status, f"document-{reason.replace('_', '-')}")
    error = only_error(problem)
    assert (error["field"], error["location"]) == ("file", "/file")
    assert problem["detail"] == f"file: {error['message']}"
    assert ("OCR" in error["message"]) == (reason is Reason.SCANNED)


@pytest.mark.parametrize(
    ("code", "seconds", "reason"),
    [
        ("import time; time.sleep(60)", 0.5, Reason.SLOW),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", 20, Reason.BROKEN),
        ("return bytes(2 << 30)", 20, Reason.TOO_LARGE),
    ],
)
def test_a_parser_that_hangs_dies_or_swells_is_a_problem_with_the_file(
    client: TestClient, code: str, seconds: float, reason: Reason
) -> None:
    client.app.state.parser = parser(replaced(code), seconds)  # type: ignore[attr-defined]
    problem = problem_of(send(client, b"3"), KINDS[reason].status, KINDS[reason].slug)
    assert only_error(problem)["field"] == "file"


def test_a_text_over_the_limit_is_refused(client: TestClient) -> None:
    error = only_error(problem_of(send(client, b"3" * 50_001), 413, "text-too-long"))
    assert error == {"field": "file", "message": "has 50001 characters; at most 50000 are read", "location": "/file"}


def test_a_file_that_goes_to_the_disk_is_read_whole(client: TestClient) -> None:
    answer = send(client, b" " * 1_100_000 + PAGE.encode()).json()
    assert answer["text"] == TEXT


@pytest.mark.parametrize("content", [b" " * 1_100_000, b"3"])
def test_a_disk_without_room_for_a_file_is_a_problem_and_logged(
    client: TestClient, content: bytes, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    problem_of(send(client, content), 503, "no-room")
    assert "a file cannot be taken: No space left on device" in caplog.text


def test_the_name_of_a_file_is_not_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client.app.state.parser = parser(replaced("raise KeyError"))  # type: ignore[attr-defined]
    assert send(client, b"3", "secret.secret").status_code == 422
    assert "KeyError" in caplog.text
    assert "secret" not in caplog.text


def test_a_parser_is_killed_when_its_client_goes_away(tmp_path: Path) -> None:
    server = Server(Settings(port=0), DigitReader())
    server.config.app.state.parser = hung(tmp_path / "trace")  # type: ignore[union-attr]
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        assert eventually(lambda: server.started)
        body = (part("file", filename="a") + "--x--\r\n").encode()
        head = (
            f"POST /v1/documents HTTP/1.1\r\nhost: localhost\r\ncontent-type: {FORM['content-type']}\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        with socket.create_connection(server.servers[0].sockets[0].getsockname()) as connection:
            connection.sendall(head.encode() + body)
            assert eventually((tmp_path / "trace").exists)
        assert gone(tmp_path / "trace")
    finally:
        server.should_exit = True
        thread.join()


def test_a_file_is_not_parsed_before_the_model_is_ready(settings: Settings, tmp_path: Path) -> None:
    with TestClient(create_app(settings.model_copy(update={"release": tmp_path}))) as client:
        client.app.state.parser = hung(tmp_path / "trace", 2)  # type: ignore[attr-defined]
        problem_of(send(client, b"3"), 503, "not-ready")
    assert not (tmp_path / "trace").exists()


def test_a_file_is_read_by_the_release_that_served_when_it_came(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    class SwitchedMeanwhile(Parser):
        async def read(self, file: BinaryIO, name: str) -> Document:
            document = await super().read(file, name)
            await app.state.engine.switch()
            return document

    monkeypatch.setattr(service.engine, "load_reader", lambda settings: NamedReader("second"))
    app = create_app(settings, NamedReader("first"))
    app.state.parser = SwitchedMeanwhile()
    with TestClient(app) as client:
        assert send(client, TEXT.encode()).json()["model"] == "first"
        assert app.state.engine.reader.release.name == "second"
