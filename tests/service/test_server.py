import json
import re
import threading
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

import service.engine
from service.server import Server, url
from service.settings import Settings
from tests.service.fakes import DigitReader


def test_the_address_is_printed_once_the_service_can_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def load_slowly(settings: Settings) -> DigitReader:
        time.sleep(0.2)
        return DigitReader()

    monkeypatch.setattr(service.engine, "load_reader", load_slowly)
    server = Server(Settings(port=0))
    thread = threading.Thread(target=server.run)
    thread.start()
    printed = ""
    deadline = time.monotonic() + 10
    while not printed and time.monotonic() < deadline:
        time.sleep(0.02)
        printed = capsys.readouterr().out
    try:
        found = re.fullmatch(r"Nianbao serves on (http://127\.0\.0\.1:\d+) \(docs: /docs\)\n", printed)
        assert found is not None
        with urlopen(f"{found[1]}/readyz") as answer:
            assert json.load(answer) == {"status": "ready", "model": "digits", "precision": "int8"}
    finally:
        server.should_exit = True
        thread.join()


def test_a_server_whose_model_cannot_be_loaded_stops(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    server = Server(Settings(port=0, release=tmp_path))
    server.run()
    assert server.engine.failure is not None
    assert "serves on" not in capsys.readouterr().out


def test_an_ipv6_address_is_written_in_brackets() -> None:
    assert url("::1", 8000) == "http://[::1]:8000"
    assert url("127.0.0.1", 80) == "http://127.0.0.1:80"
