"""API keys: shown once, kept as hashes in a file, looked up in constant time.

A key's secret has 256 random bits: a plain SHA-256 of it can no more be turned back than a slow hash of it.
"""

import fcntl
import logging
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from secrets import token_hex, token_urlsafe
from stat import S_ISREG

from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError

from model.interchange import SURROGATE
from model.text import control_in_name, flaw

_FORM = re.compile(r"nianbao_([0-9a-f]{8})_[A-Za-z0-9_-]{43}")
_NO_HASH = "0" * 64

logger = logging.getLogger(__name__)


class Scope(StrEnum):
    """What a key allows; none includes another."""

    READ = "read"
    """To have reports read and records checked, and to see the model and the metrics."""
    LABEL = "label"
    """To send labelled reports and to fetch them."""
    ADMIN = "admin"
    """To switch models."""


class Key(BaseModel):
    """A key as it is kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern="^[0-9a-f]{8}$")
    name: str
    scopes: tuple[Scope, ...]
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    created: datetime


class _Keys(RootModel[list[Key]]):
    """The file of keys."""


class KeysError(ValueError):
    """The file of keys cannot be read or is none; the message names it."""


class Keyring:
    """The keys of a file, read anew as soon as the file is another: a key that is revoked opens nothing from then on.

    Raises:
        KeysError: the file cannot be read when the service starts.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp = _stamp(path)
        self._keys = {key.id: key for key in read_keys(path)}

    def find(self, presented: str) -> Key | None:
        """The key that is presented, if there is such."""
        self._refresh()
        form = _FORM.fullmatch(presented)
        key = self._keys.get(form[1]) if form else None
        same = compare_digest(_hash(presented), key.sha256 if key else _NO_HASH)
        return key if same else None

    def _refresh(self) -> None:
        stamp = _stamp(self._path)
        if stamp is not None and stamp == self._stamp:
            return
        try:
            self._keys = {key.id: key for key in read_keys(self._path)}
            self._stamp = stamp
        except KeysError as error:
            # Which keys were revoked is not known: none opens anything, until the file can be read.
            logger.error("no key is accepted: %s", error)
            self._keys, self._stamp = {}, None


def read_keys(path: Path) -> list[Key]:
    """The keys of a file; KeysError where it cannot be read or is no file of keys."""
    try:
        # A pipe would hold up every request.
        if not S_ISREG(path.stat().st_mode):
            raise KeysError(f"{path} is no regular file")
        return _Keys.model_validate_json(path.read_bytes()).root
    except OSError as error:
        raise KeysError(f"{path}: {error.strerror}") from error
    except ValidationError as error:
        raise KeysError(f"{path} is no file of keys: {error.errors()[0]['msg']}") from error


def add_key(path: Path, name: str, scopes: Sequence[Scope]) -> str:
    """Adds a key to the file, which is made where there is none; returns the key, which is kept nowhere.

    Raises:
        KeysError: the file cannot be read or written, or the name is not UTF-8, is blank or holds a control character.
    """
    _check_name(name)
    identity = token_hex(4)
    secret = f"nianbao_{identity}_{token_urlsafe(32)}"
    key = Key(id=identity, name=name, scopes=tuple(scopes), sha256=_hash(secret), created=datetime.now(UTC).replace(microsecond=0))
    with _locked(path) as file:
        _write(file, [*(read_keys(file) if file.exists() else []), key])
    return secret


def revoke_key(path: Path, identity: str) -> None:
    """Takes a key out of the file; KeysError where it is not there, or the file cannot be read or written."""
    with _locked(path) as file:
        keys = read_keys(file)
        kept = [key for key in keys if key.id != identity]
        if len(kept) == len(keys):
            raise KeysError(f"{path} has no key {identity}")
        _write(file, kept)


def _check_name(name: str) -> None:
    if SURROGATE.search(name):
        raise KeysError("the name of a key must be UTF-8")
    if found := control_in_name(name) or flaw(name):
        raise KeysError(f"the name of a key {found}")


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_ino, state.st_mtime_ns, state.st_size


@contextmanager
def _locked(path: Path) -> Iterator[Path]:
    """Keeps other commands from changing the file at the same time; gives the file itself, to which the path may be a link."""
    file = Path(os.path.realpath(path))
    try:
        folder = os.open(file.parent, os.O_RDONLY)
    except OSError as error:
        raise KeysError(f"{file.parent}: {error.strerror}") from error
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield file
        # So that no loss of power brings back a key that was revoked.
        os.fsync(folder)
    finally:
        os.close(folder)


def _write(path: Path, keys: list[Key]) -> None:
    """Replaces the file in one step by one that its owner alone can read."""
    fresh = path.with_name(f"{path.name}.new")
    try:
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            if os.geteuid() == 0:
                _give(file.fileno(), path)
            file.write(_Keys(keys).model_dump_json(indent=1))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        raise KeysError(f"{path}: {error.strerror}") from error


def _give(fresh: int, path: Path) -> None:
    """Gives root's new file to the owner of the one that it replaces, of the folder where there is none: the service is to read it."""
    owner = (path if path.exists() else path.parent).stat()
    os.fchown(fresh, owner.st_uid, owner.st_gid)
