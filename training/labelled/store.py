"""The store of labelled reports: an embedded SQLite database with a write-ahead log.

What `add` has returned survives a kill of the process and, as every commit is synced, a loss of power. A report is known by its text;
labelled again it gets another version, and none is ever changed.
"""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from math import inf
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, TypeAdapter

from training.labelled.migrations import migrate
from training.labelled.report import LabelledEntity, LabelledFact, LabelledReport, Status

_BUSY_SECONDS = 10
_PAUSE_SECONDS = 0.01
_PAGE_CHARACTERS = 1_000_000
_ENTITIES = TypeAdapter(tuple[LabelledEntity, ...])
_FACTS = TypeAdapter(tuple[LabelledFact, ...] | None)

# A prediction never takes the place of what a person labelled.
_CURRENT = f"""SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY report_id ORDER BY status = '{Status.PREDICTED}', version DESC) AS place FROM version
) WHERE place = 1"""
_ROWS = """SELECT version.id AS cursor, report.sha256, report.text, version.* FROM version JOIN report ON report.id = version.report_id"""
_SAME_HAND = f"""SELECT version, content_sha256 FROM version
    WHERE report_id = ? AND annotator IS ? AND (status = '{Status.PREDICTED}') = ? ORDER BY version DESC LIMIT 1"""


class StoreError(Exception):
    """The database cannot be used; the message says which and why."""


class Stored(BaseModel):
    """What became of a report."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    id: str
    """The SHA-256 of its text."""
    version: int
    """The number of its version, from 1."""
    unchanged: bool
    """Whether the newest version by the same hand said the same already, so that none was added."""


class StoredReport(LabelledReport):
    """A version of a report as it is kept; `cursor` grows from one version stored to the next."""

    report_id: str
    version: int
    stored: AwareDatetime
    cursor: int


class LabelledStore:
    """The labelled reports of one database file, which is made where it does not exist; may be used by several processes at once.

    Args:
        path: the file.
        due: the time, by `time.monotonic`, until which others that use the database are waited for, though never longer than 10 s.

    Raises:
        StoreError: the database cannot be opened, read or written, or others use it for too long; nothing was changed then.
    """

    def __init__(self, path: Path, due: float = inf) -> None:
        self._path = path
        self._due = due
        with self._connection() as database:
            _log_ahead(database, self._patience())
            migrate(database)

    def add(self, reports: Sequence[LabelledReport]) -> list[Stored]:
        """Keeps the reports, all or none; once this returns they are on the disk."""
        with self._writing() as database:
            return [_add(database, report) for report in reports]

    def page(self, after: int, limit: int) -> list[StoredReport]:
        """The reports in their current versions: at most `limit`, in the order in which these were stored, behind the cursor `after`.

        The page ends early, but not empty, where its texts are long. Current is the newest version that a person stands behind, and where
        there is none the newest prediction.
        """
        query = f"{_ROWS} WHERE version.id > ? AND version.id IN ({_CURRENT}) ORDER BY version.id LIMIT ?"
        with self._connection() as database:
            return list(_within_memory(map(_report, database.execute(query, (after, limit)))))

    def current(self) -> Iterator[StoredReport]:
        """All reports in their current versions."""
        cursor = 0
        while page := self.page(cursor, 100):
            yield from page
            cursor = page[-1].cursor

    def versions(self, report_id: str) -> list[StoredReport]:
        """The versions of a report, oldest first; none where it is not known."""
        with self._connection() as database:
            return [_report(row) for row in database.execute(f"{_ROWS} WHERE sha256 = ? ORDER BY version", (report_id,))]

    def remove(self, report_id: str) -> bool:
        """Removes a report with all of its versions; whether there was one."""
        with self._writing() as database:
            return database.execute("DELETE FROM report WHERE sha256 = ?", (report_id,)).rowcount > 0

    def damage(self) -> list[str]:
        """What SQLite finds wrong with the database; empty where it is whole."""
        with self._connection() as database:
            found = [str(row[0]) for row in database.execute("PRAGMA integrity_check")]
        return [] if found == ["ok"] else found

    def _patience(self) -> float:
        """Seconds for which others are waited for now."""
        return min(_BUSY_SECONDS, max(0, self._due - time.monotonic()))

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(self._path, timeout=self._patience(), isolation_level=None)
            database.row_factory = sqlite3.Row
            try:
                database.execute("PRAGMA synchronous = FULL")
                database.execute("PRAGMA foreign_keys = ON")
                yield database
            finally:
                database.close()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"{self._path}: {error}") from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._connection() as database:
            database.execute("BEGIN IMMEDIATE")
            # Closing the connection without a commit takes everything back.
            yield database
            database.execute("COMMIT")


def _log_ahead(database: sqlite3.Connection, seconds: float) -> None:
    """Has the database write ahead, which stays with the file; SQLite itself does not wait where another process does so just now."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE_SECONDS)


def _add(database: sqlite3.Connection, report: LabelledReport) -> Stored:
    database.execute("INSERT INTO report (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING", (report.id, report.text))
    (number,) = database.execute("SELECT id FROM report WHERE sha256 = ?", (report.id,)).fetchone()
    same = database.execute(_SAME_HAND, (number, report.annotator, report.status == Status.PREDICTED)).fetchone()
    if same and same["content_sha256"] == report.content_hash:
        return Stored(id=report.id, version=same["version"], unchanged=True)
    (version,) = database.execute("SELECT coalesce(max(version), 0) + 1 FROM version WHERE report_id = ?", (number,)).fetchone()
    values = {
        "report_id": number,
        "version": version,
        "content_sha256": report.content_hash,
        "entities": _ENTITIES.dump_json(report.entities).decode(),
        "facts": None if report.facts is None else _FACTS.dump_json(report.facts).decode(),
        "source": report.source,
        "annotator": report.annotator,
        "time": report.time and report.time.isoformat(),
        "status": report.status,
        "stored": datetime.now(UTC).isoformat(timespec="milliseconds"),
    }
    places = ", ".join(f":{name}" for name in values)
    database.execute(f"INSERT INTO version ({', '.join(values)}) VALUES ({places})", values)
    return Stored(id=report.id, version=version, unchanged=False)


def _within_memory(reports: Iterator[StoredReport]) -> Iterator[StoredReport]:
    characters = 0
    while characters < _PAGE_CHARACTERS and (report := next(reports, None)):
        characters += len(report.text)
        yield report


def _report(row: sqlite3.Row) -> StoredReport:
    plain = {name: row[name] for name in ("text", "source", "annotator", "time", "status", "version", "stored", "cursor")}
    facts = None if row["facts"] is None else _FACTS.validate_json(row["facts"])
    return StoredReport(report_id=row["sha256"], entities=_ENTITIES.validate_json(row["entities"]), facts=facts, **plain)
