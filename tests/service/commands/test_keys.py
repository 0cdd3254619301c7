import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.cli import main
from service.keys import Keyring, Scope, read_keys


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "keys.json"
    monkeypatch.setenv("NIANBAO_KEYS", str(path))
    return path


def test_a_key_is_made_listed_and_revoked(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "add", "甲局", "--scope", "label", "--scope", "read", "--scope", "label"]) == 0
    secret = capsys.readouterr().out.strip()
    key = Keyring(path).find(secret)
    assert key is not None
    assert key.scopes == (Scope.LABEL, Scope.READ)
    assert main(["keys", "list"]) == 0
    listed = capsys.readouterr().out
    assert listed == f"{key.id}\t{key.created.isoformat()}\tlabel,read\t甲局\n"
    assert main(["keys", "revoke", key.id]) == 0
    assert Keyring(path).find(secret) is None


def test_a_key_may_read_unless_told_otherwise(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["keys", "add", "甲局"])
    key = Keyring(path).find(capsys.readouterr().out.strip())
    assert key is not None
    assert key.scopes == (Scope.READ,)


def test_a_key_that_could_not_be_printed_is_not_kept(path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        added = subprocess.run([sys.executable, "-m", "service", "keys", "add", "甲局"], check=False, stdout=full, stderr=subprocess.PIPE)
    assert added.returncode
    assert b"No space left" in added.stderr
    assert read_keys(path) == []


def test_a_name_is_listed_in_utf_8_whatever_the_locale(path: Path) -> None:
    main(["keys", "add", "市政府"])
    environment = os.environ | {"PYTHONIOENCODING": "latin-1"}
    listed = subprocess.run([sys.executable, "-m", "service", "keys", "list"], check=True, capture_output=True, env=environment)
    assert listed.stdout.decode("utf-8").endswith("\t市政府\n")


@pytest.mark.usefixtures("path")
def test_a_name_that_is_not_utf_8_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "add", "\udcff"]) == 1
    assert capsys.readouterr().err == "nianbao: the name of a key must be UTF-8\n"


def test_a_file_that_cannot_be_read_ends_with_1(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "list"]) == 1
    assert main(["keys", "revoke", "00000000"]) == 1
    assert capsys.readouterr().err.splitlines() == [f"nianbao: {path}: No such file or directory"] * 2


def test_the_setting_that_names_the_file_is_needed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("NIANBAO_KEYS", raising=False)
    assert main(["keys", "list"]) == 2
    assert capsys.readouterr().err == "nianbao: NIANBAO_KEYS: must be set to the file that keeps the keys\n"


def test_the_service_does_not_start_beyond_loopback_without_keys(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NIANBAO_HOST", "0.0.0.0")
    assert main(["serve"]) == 2
    assert capsys.readouterr().err.startswith("nianbao: NIANBAO_KEYS: must be set")
