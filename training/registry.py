"""The registry of releases: a folder with one folder a release, `current`, which names the one in use, and the history of what was current.

Every change is one rename of something that is whole and on the disk, so that a crash at any point leaves the old state or the new one.
Nothing is current that does not verify (`model.release.load_release`).
"""

import fcntl
import getpass
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from model.release import Release, ReleaseError, load_release

RELEASES = Path("data/releases")
CURRENT = "current"
CURRENT_RELEASE = RELEASES / CURRENT
HISTORY = "history.jsonl"
_LOCK = ".lock"
_HALF = ".half"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class Action(StrEnum):
    """What made a release the current one."""

    PROMOTE = "promote"
    ROLLBACK = "rollback"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the current release; `reasons` are those for which the gate refused what was promoted by force all the same."""

    time: str
    action: Action
    release: str
    previous: str | None
    by: str
    why: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Registry:
    """The releases in a folder."""

    folder: Path

    def names(self) -> list[str]:
        """The names of all releases, in order; those that are still being written are none."""
        return sorted(path.name for path in self.folder.glob("*") if path.is_dir() and not path.is_symlink() and _NAME.fullmatch(path.name))

    def current(self) -> str | None:
        """The name of the current release; None where none was ever promoted."""
        link = self.folder / CURRENT
        return os.readlink(link) if link.is_symlink() else None

    def load(self, name: str) -> Release:
        """A release, verified; `current` is one of its names.

        Raises:
            ReleaseError: there is none of the name, or it does not verify.
        """
        if name == CURRENT:
            name = self.current() or CURRENT
        if name not in self.names():
            raise ReleaseError(f"no release {name!r} in {self.folder}; there are {', '.join(self.names()) or 'none'}")
        release = load_release(self.folder / name)
        if release.name != name:
            raise ReleaseError(f"the folder {name} holds the release {release.name}")
        return release

    def history(self) -> list[Change]:
        """The changes of the current release, oldest first.

        A crash between writing the history and switching leaves a last change that did not come about; the next one tells what was current.
        """
        path = self.folder / HISTORY
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return [_change(line) for line in lines]

    def check_new(self, name: str) -> None:
        """Raises ReleaseError where a new release cannot have the name."""
        if not _NAME.fullmatch(name) or name in {CURRENT, HISTORY}:
            raise ReleaseError(f"{name!r} cannot name a release: letters, digits, '.', '_' and '-', at most 64")
        if (self.folder / name).exists():
            raise ReleaseError(f"there is a release {name} already, and releases are kept as they are; choose another name")

    @contextmanager
    def adding(self, name: str) -> Iterator[Path]:
        """A folder to write a new release into, which appears under its name when all is written and verifies.

        Raises:
            ReleaseError: the name cannot be taken, or what was written does not verify.
        """
        self.check_new(name)
        half = self.folder / f".{name}{_HALF}"
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        yield half
        load_release(half)
        for path in half.iterdir():
            _sync(path)
        _sync(half)
        os.rename(half, self.folder / name)
        _sync(self.folder)

    def promote(self, name: str, by: str, why: str, reasons: tuple[str, ...] = ()) -> Change:
        """Makes a release the current one; whether it should be is for `training.promote` to judge.

        Raises:
            ReleaseError: there is no such release, it does not verify, or it is current already.
        """
        with self._locked():
            self.load(name)
            if name == self.current():
                raise ReleaseError(f"{name} is the current release already")
            return self._switch(Change(_now(), Action.PROMOTE, name, self.current(), by, why, reasons))

    def rollback(self, by: str, why: str) -> Change:
        """Makes the release current that the current one took the place of.

        Raises:
            ReleaseError: there was none before it, or that one does not verify.
        """
        with self._locked():
            current = self.current()
            promotions = [one for one in self.history() if one.action is Action.PROMOTE and one.release == current]
            if not promotions or promotions[-1].previous is None:
                raise ReleaseError(f"nothing to go back to: no release was current before {current}")
            name = promotions[-1].previous
            self.load(name)
            return self._switch(Change(_now(), Action.ROLLBACK, name, current, by, why))

    def _switch(self, change: Change) -> Change:
        self._write_history([*self.history(), change])
        half = self.folder / f".{CURRENT}{_HALF}"
        half.unlink(missing_ok=True)
        half.symlink_to(change.release)
        os.replace(half, self.folder / CURRENT)
        _sync(self.folder)
        return change

    def _write_history(self, changes: list[Change]) -> None:
        half = self.folder / f".{HISTORY}{_HALF}"
        half.write_text("".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in changes), encoding="utf-8")
        _sync(half)
        os.replace(half, self.folder / HISTORY)
        _sync(self.folder)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One change at a time; the lock goes with the process that holds it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def user() -> str:
    """Who runs this process, for the history."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # in a container whose user has no name
        return f"uid {os.getuid()}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _change(line: str) -> Change:
    found = json.loads(line)
    return Change(**{**found, "action": Action(found["action"]), "reasons": tuple(found["reasons"])})


def _sync(path: Path) -> None:
    """Waits until a file, or the entries of a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
