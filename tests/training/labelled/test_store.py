import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.training.labelled.made import REPORT, without_facts
from training.labelled.migrations import STEPS
from training.labelled.report import LabelledReport, Status
from training.labelled.store import LabelledStore, StoreError


@pytest.fixture
def store(tmp_path: Path) -> LabelledStore:
    return LabelledStore(tmp_path / "new" / "labelled.sqlite")


def by(annotator: str, status: Status = Status.LABELLED) -> LabelledReport:
    return REPORT.model_copy(update={"annotator": annotator, "status": status})


def test_a_report_comes_back_as_it_was_kept(store: LabelledStore) -> None:
    dated = REPORT.model_copy(update={"time": datetime(2026, 5, 1, 8, tzinfo=UTC)})
    store.add([dated, LabelledReport(text="无", entities=())])
    first, second = store.current()
    assert LabelledReport.model_validate(first.model_dump(include=set(LabelledReport.model_fields))) == dated
    assert (second.facts, second.version, second.report_id) == (None, 1, second.id)


def test_a_report_labelled_again_has_another_version_and_the_same_labels_make_none(store: LabelledStore) -> None:
    added = [store.add([one])[0] for one in (by("li"), by("li"), by("wang"), without_facts(by("li")), by("wang"))]
    assert [(one.version, one.unchanged) for one in added] == [(1, False), (1, True), (2, False), (3, False), (2, True)]
    assert len({one.id for one in added}) == 1
    assert [one.annotator for one in store.versions(added[0].id)] == ["li", "wang", "li"]


def test_a_prediction_never_takes_the_place_of_what_a_person_labelled(store: LabelledStore) -> None:
    store.add([by("2026.10", Status.PREDICTED)])
    assert [one.annotator for one in store.current()] == ["2026.10"]
    store.add([by("li")])
    store.add([by("2026.11", Status.PREDICTED)])
    assert [one.annotator for one in store.current()] == ["li"]


def test_all_reports_of_one_call_are_kept_or_none(store: LabelledStore) -> None:
    class Broken(LabelledReport):
        @property
        def content_hash(self) -> str:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        store.add([REPORT, Broken(text="无", entities=())])
    assert list(store.current()) == []


def test_pages_follow_each_other_and_a_cursor_stays_good(store: LabelledStore) -> None:
    store.add([LabelledReport(text=str(number), entities=()) for number in range(5)])
    first = store.page(0, 2)
    store.remove(store.page(0, 5)[-1].report_id)
    store.add([LabelledReport(text="5", entities=())])
    rest = store.page(first[-1].cursor, 10)
    assert [one.text for one in (*first, *rest)] == ["0", "1", "2", "3", "5"]


def test_a_page_ends_where_its_texts_are_long_together(store: LabelledStore) -> None:
    store.add([LabelledReport(text=letter * 400_000, entities=()) for letter in "abcd"])
    first = store.page(0, 10)
    assert [one.text[0] for one in first] == ["a", "b", "c"]
    assert [one.text[0] for one in store.page(first[-1].cursor, 10)] == ["d"]
    assert [one.text[0] for one in store.current()] == ["a", "b", "c", "d"]


def test_a_removed_report_is_gone_with_its_versions(store: LabelledStore) -> None:
    (stored,) = store.add([by("li")])
    store.add([by("wang")])
    assert (store.remove(stored.id), store.remove(stored.id), store.versions(stored.id)) == (True, False, [])


def test_a_database_that_another_process_is_making_just_now_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(0.2, other.execute, ["COMMIT"]).start()
        assert list(LabelledStore(path).current()) == []


def test_a_database_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    LabelledStore(path)
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    database.close()
    with pytest.raises(StoreError, match=f"a.sqlite: has the schema {len(STEPS) + 1}"):
        LabelledStore(path)


def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"no database" * 100)
    with pytest.raises(StoreError, match="not a database"):
        LabelledStore(path)
    assert path.read_bytes() == b"no database" * 100


def test_every_commit_is_synced(store: LabelledStore) -> None:
    with store._connection() as database:
        settings = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert settings == ["wal", 2, 1]
