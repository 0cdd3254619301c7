import random
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.training.labelled.made import REPORT, without_facts
from training.labelled.migrations import STEPS
from training.labelled.report import LabelledReport, Status
from training.labelled.store import LabelledStore, StoreError

ROOT = Path(__file__).parents[3]
WRITER = """
import sys
from pathlib import Path
from training.labelled.report import LabelledReport
from training.labelled.store import LabelledStore
store = LabelledStore(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 1_000_000):
    (stored,) = store.add([LabelledReport(text=f"report {number}", entities=())])
    print(stored.id, flush=True)
"""


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


def test_a_removed_report_is_gone_with_its_versions(store: LabelledStore) -> None:
    (stored,) = store.add([by("li")])
    store.add([by("wang")])
    assert (store.remove(stored.id), store.remove(stored.id), store.versions(stored.id)) == (True, False, [])


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "labelled.sqlite"
    acknowledged: list[str] = []
    source = random.Random(5)
    for _ in range(6):
        command = [sys.executable, "-c", WRITER, str(path), str(len(acknowledged))]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
            assert process.stdout is not None
            acknowledged += [process.stdout.readline().strip() for _ in range(source.randint(1, 25))]
            process.send_signal(signal.SIGKILL)
            acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]
        store = LabelledStore(path)
        kept = {one.report_id for one in store.current()}
        assert set(acknowledged) <= kept
        assert store.damage() == []


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
