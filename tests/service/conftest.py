import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from service.app import create_app
from service.settings import Settings
from tests.service.fakes import DigitReader


@pytest.fixture(autouse=True)
def _own_logging() -> Iterator[None]:
    """Takes back what a command line that ran in this process did to the logs."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture(autouse=True)
def _host_of_the_client(monkeypatch: pytest.MonkeyPatch) -> None:
    """Allows the name by which Starlette's client calls."""
    monkeypatch.setenv("NIANBAO_ALLOWED_HOSTS", "testserver")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(labelled=tmp_path / "labelled.sqlite", max_text_characters=1000, max_body_bytes=20_000, max_batch_documents=5)


@pytest.fixture
def reader() -> DigitReader:
    return DigitReader()


@pytest.fixture
def client(settings: Settings, reader: DigitReader) -> Iterator[TestClient]:
    with TestClient(create_app(settings, reader), raise_server_exceptions=False) as client:
        yield client
