import sqlite3

import pytest

from training.labelled.migrations import STEPS, migrate

SECOND = ("ALTER TABLE report ADD COLUMN note TEXT",)


@pytest.fixture
def database() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def columns(database: sqlite3.Connection) -> list[str]:
    return [row[1] for row in database.execute("PRAGMA table_info(report)")]


def test_a_step_is_taken_once_and_keeps_what_is_there(database: sqlite3.Connection) -> None:
    migrate(database)
    database.execute("INSERT INTO report (sha256, text) VALUES ('a', '甲')")
    for _ in range(2):
        migrate(database, (*STEPS, SECOND))
    assert database.execute("SELECT text, note FROM report").fetchall() == [("甲", None)]
    database.close()


def test_a_step_that_fails_leaves_the_schema_as_it_was(database: sqlite3.Connection) -> None:
    migrate(database)
    with pytest.raises(sqlite3.Error):
        migrate(database, (*STEPS, SECOND, ("nonsense",)))
    database.execute("ROLLBACK")
    assert columns(database) == ["id", "sha256", "text"]
    assert database.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    database.close()
