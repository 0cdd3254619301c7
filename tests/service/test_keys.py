import os
import stat
import threading
from pathlib import Path

import pytest

from service.keys import Keyring, KeysError, Scope, add_key, read_keys, revoke_key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


def test_a_key_that_was_added_is_found_with_its_scopes(path: Path) -> None:
    secrets = [add_key(path, "甲局", [Scope.READ, Scope.LABEL]), add_key(path, "乙局", [Scope.ADMIN])]
    found = [Keyring(path).find(secret) for secret in secrets]
    assert [(key.name, key.scopes) for key in found if key] == [("甲局", (Scope.READ, Scope.LABEL)), ("乙局", (Scope.ADMIN,))]


def test_the_file_keeps_no_secret_and_is_its_owners_alone(path: Path) -> None:
    secret = add_key(path, "甲局", [Scope.READ])
    assert secret.rpartition("_")[2] not in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_what_is_no_key_or_another_is_not_found(path: Path) -> None:
    secret = add_key(path, "甲局", [Scope.READ])
    ring = Keyring(path)
    other = secret[:-2] + ("AA" if secret[-2:] != "AA" else "BB")
    for presented in ("", "nianbao", secret[:-1], secret + "A", other, secret.upper(), f"{secret}\n", "年报", read_keys(path)[0].sha256):
        assert ring.find(presented) is None


def test_a_key_that_is_revoked_or_added_is_so_at_once(path: Path) -> None:
    first = add_key(path, "甲局", [Scope.READ])
    ring = Keyring(path)
    second = add_key(path, "乙局", [Scope.READ])
    assert ring.find(second)
    revoke_key(path, read_keys(path)[0].id)
    assert ring.find(first) is None
    assert ring.find(second)


@pytest.mark.parametrize("content", [None, "[{}]", "{", '[{"id": "00000000"}]'])
def test_a_file_that_is_gone_or_spoilt_opens_nothing(path: Path, content: str | None, caplog: pytest.LogCaptureFixture) -> None:
    secret = add_key(path, "甲局", [Scope.READ])
    ring = Keyring(path)
    path.unlink()
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert ring.find(secret) is None
    assert str(path) in caplog.text
    with pytest.raises(KeysError, match=str(path)):
        Keyring(path)


def test_a_file_that_could_not_be_read_for_a_moment_opens_again(path: Path) -> None:
    secret = add_key(path, "甲局", [Scope.READ])
    ring = Keyring(path)
    hidden = path.rename(path.with_name("hidden"))
    path.mkdir()
    assert ring.find(secret) is None
    path.rmdir()
    hidden.rename(path)
    assert ring.find(secret)


def test_no_key_is_lost_when_several_are_added_at_the_same_time(path: Path) -> None:
    threads = [threading.Thread(target=add_key, args=(path, str(number), [Scope.READ])) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {key.name for key in read_keys(path)} == set("01234567")


def test_a_key_that_is_not_there_cannot_be_revoked(path: Path) -> None:
    add_key(path, "甲局", [Scope.READ])
    with pytest.raises(KeysError, match="has no key 00000000"):
        revoke_key(path, "00000000")


def test_a_link_to_the_file_is_followed(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "links" / "keys.json"
    link.parent.mkdir()
    link.symlink_to(path)
    secret = add_key(link, "甲局", [Scope.READ])
    ring = Keyring(path)
    assert ring.find(secret)
    revoke_key(link, read_keys(path)[0].id)
    assert ring.find(secret) is None
    assert link.is_symlink()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_what_root_writes_belongs_to_the_owner_of_the_file_before_it_or_else_of_the_folder(path: Path) -> None:
    os.chown(path.parent, 65534, 65533)
    add_key(path, "甲局", [Scope.READ])
    assert (path.stat().st_uid, path.stat().st_gid) == (65534, 65533)
    os.chown(path, 65532, 65531)
    revoke_key(path, read_keys(path)[0].id)
    assert (path.stat().st_uid, path.stat().st_gid) == (65532, 65531)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("甲局\n00000000", "holds the control character U\\+000A at offset 2"),
        ("甲\t局", "holds the control character U\\+0009 at offset 1"),
        ("\x1b[2J", "holds the control character U\\+001B at offset 0"),
        ("", "is empty"),
        (" \u3000", "is empty or holds only white space"),
    ],
)
def test_a_name_that_is_blank_or_not_on_one_line_is_refused(path: Path, name: str, message: str) -> None:
    with pytest.raises(KeysError, match=f"the name of a key {message}"):
        add_key(path, name, [Scope.READ])
    assert not path.exists()


def test_a_pipe_in_the_place_of_the_file_opens_nothing_and_holds_up_nothing(path: Path) -> None:
    secret = add_key(path, "甲局", [Scope.READ])
    ring = Keyring(path)
    path.unlink()
    os.mkfifo(path)
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(ring.find(secret)), daemon=True)
    thread.start()
    thread.join(10)
    assert found == [None]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KeysError, match=f"{tmp_path}/none: No such file"):
        add_key(tmp_path / "none" / "keys.json", "甲局", [Scope.READ])
