import json
import os
import re
import signal
import socket
import threading
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
import uvicorn

import service.engine
from service.server import Server, url
from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.serving import serving


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


def test_a_reload_that_comes_before_the_port_is_open_is_made_once_the_model_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[Settings] = []
    start = uvicorn.Server.startup

    async def hang_up(self: uvicorn.Server, sockets: list[socket.socket] | None = None) -> None:
        os.kill(os.getpid(), signal.SIGHUP)
        await start(self, sockets)

    def load(settings: Settings) -> DigitReader:
        loads.append(settings)
        server.should_exit = len(loads) == 2
        return DigitReader()

    monkeypatch.setattr(service.engine, "load_reader", load)
    monkeypatch.setattr(uvicorn.Server, "startup", hang_up)
    server = Server(Settings(port=0))
    late = threading.Timer(5, setattr, (server, "should_exit", True))
    late.start()
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        server.run()
    finally:
        late.cancel()
        signal.signal(signal.SIGHUP, before)
    assert len(loads) == 2


def test_systemd_is_told_once_the_service_can_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(10)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        with serving(Settings(port=0), DigitReader()) as (_, port):
            assert systemd.recv(100) == b"READY=1"
            with urlopen(f"http://127.0.0.1:{port}/readyz") as answer:
                assert answer.status == 200


def test_systemd_is_not_told_of_a_server_whose_model_cannot_be_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        Server(Settings(port=0, release=tmp_path)).run()
        with pytest.raises(BlockingIOError):
            systemd.recv(100)


def test_an_ipv6_address_is_written_in_brackets() -> None:
    assert url("::1", 8000) == "http://[::1]:8000"
    assert url("127.0.0.1", 80) == "http://127.0.0.1:80"
