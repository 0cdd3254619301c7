import logging
import socket
from pathlib import Path

import pytest

from service.systemd import tell_ready


def test_systemd_is_told_at_its_socket_that_the_service_is_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    abstract = f"nianbao{tmp_path}"
    for bound, told in ((str(tmp_path / "notify"), str(tmp_path / "notify")), (f"\0{abstract}", f"@{abstract}")):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
            systemd.bind(bound)
            systemd.settimeout(5)
            monkeypatch.setenv("NOTIFY_SOCKET", told)
            tell_ready()
            assert systemd.recv(100) == b"READY=1"


def test_where_systemd_cannot_be_told_the_service_goes_on_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "none"))
    with caplog.at_level(logging.ERROR):
        tell_ready()
    assert "systemd cannot be told" in caplog.text


def test_where_systemd_waits_for_nothing_it_is_told_nothing(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    tell_ready()
    assert not caplog.records
