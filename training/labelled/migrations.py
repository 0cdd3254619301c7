"""The schema of the store, as the steps that lead from one to the next; `PRAGMA user_version` counts those that were taken.

A step is never changed once it was released; a new schema is a new step at the end.
"""

import sqlite3

STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE report (
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL UNIQUE,
            text TEXT NOT NULL
        ) STRICT""",
        # AUTOINCREMENT, so that no number is given twice and a cursor stays valid when reports are removed.
        """CREATE TABLE version (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
            version INTEGER NOT NULL,
            content_sha256 TEXT NOT NULL,
            entities TEXT NOT NULL,
            facts TEXT,
            source TEXT,
            annotator TEXT,
            time TEXT,
            status TEXT NOT NULL,
            stored TEXT NOT NULL,
            UNIQUE (report_id, version)
        ) STRICT""",
    ),
)


def migrate(database: sqlite3.Connection, steps: tuple[tuple[str, ...], ...] = STEPS) -> None:
    """Brings the schema up to date, all steps or none.

    Raises:
        sqlite3.DatabaseError: the database was written by a later version of this program, or cannot be used.
    """
    if _taken(database) == len(steps):
        return
    database.execute("BEGIN IMMEDIATE")
    taken = _taken(database)  # another process may have been faster
    if taken > len(steps):
        raise sqlite3.DatabaseError(f"has the schema {taken}; this version of Nianbao knows schemas up to {len(steps)}")
    for step in steps[taken:]:
        for statement in step:
            database.execute(statement)
    database.execute(f"PRAGMA user_version = {len(steps)}")
    database.execute("COMMIT")


def _taken(database: sqlite3.Connection) -> int:
    (taken,) = database.execute("PRAGMA user_version").fetchone()
    return int(taken)
