import os
import socket
from pathlib import Path

import pytest

from service.server import Server
from service.settings import SettingError, Settings
from tests.service.fakes import DigitReader


def start(**settings: object) -> None:
    Server(Settings(port=0, **settings), DigitReader())  # type: ignore[arg-type]  # any setting


def refuse_lookups(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def look_up(*_: object, **__: object) -> None:
        raise socket.gaierror(code, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def test_a_host_without_an_address_is_refused_by_the_name_of_its_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_lookups(monkeypatch, socket.EAI_NONAME)
    with pytest.raises(SettingError, match=r"^NIANBAO_HOST: localhost: no such name\Z"):
        start(host="localhost")


def test_a_host_that_cannot_be_looked_up_just_now_is_no_wrong_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_lookups(monkeypatch, socket.EAI_AGAIN)
    with pytest.raises(socket.gaierror):
        start(host="localhost")


def test_a_host_that_can_be_no_name_is_refused_by_the_name_of_its_setting() -> None:
    with pytest.raises(SettingError, match=r"^NIANBAO_HOST: "):
        start(host="a" * 64 + ".example")


@pytest.mark.parametrize("path", ["none/labelled.sqlite", "", "file/labelled.sqlite"])
def test_a_database_that_cannot_be_made_is_refused_and_no_folder_made(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingError, match=f"^NIANBAO_LABELLED: {tmp_path / path} "):
        start(labelled=tmp_path / path)
    assert os.listdir(tmp_path) == ["file"]


@pytest.mark.parametrize("locked", ["", "labelled.sqlite"])
def test_a_database_that_cannot_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locked: str) -> None:
    (tmp_path / "labelled.sqlite").touch()
    # Root may write what nobody may.
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path / locked)
    with pytest.raises(SettingError, match=r"^NIANBAO_LABELLED: "):
        start(labelled=tmp_path / "labelled.sqlite")


def test_only_a_database_that_is_set_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    start()


def test_a_database_is_not_made_before_it_is_needed(tmp_path: Path) -> None:
    start(labelled=tmp_path / "labelled.sqlite")
    assert os.listdir(tmp_path) == []
