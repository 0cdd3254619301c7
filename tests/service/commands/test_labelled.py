import re
import subprocess
import sys
from pathlib import Path

import pytest

from service.cli import main
from tests.training.labelled.made import REPORT
from training.labelled.formats import FORMATS
from training.labelled.store import LabelledStore

ROOT = Path(__file__).parents[3]
GOOD = '{"text": "收到3件", "label": [[2, 3, "REQUEST_COUNT"]]}\n'
BAD = '{"text": "收到12件", "label": [[2, 3, "REQUEST_COUNT"]]}\n'


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "labelled.sqlite"
    monkeypatch.setenv("NIANBAO_LABELLED", str(path))
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some.jsonl"
    path.write_text(GOOD + BAD + GOOD.replace("3件", "4件"), encoding="utf-8")
    return path


def test_good_reports_are_kept_and_bad_ones_told(file: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["labelled", "import", str(file), "--annotator", "li"]) == 1
    told = capsys.readouterr()
    kept = list(LabelledStore(store).current())
    assert [(one.annotator, one.source) for one in kept] == [("li", "some.jsonl:1"), ("li", "some.jsonl:3")]
    assert told.out.splitlines() == [f"{one.report_id} 1 stored" for one in kept]
    assert told.err == f"nianbao: {file}: line 2, label[0]: offset 3: the span '1' cuts the number in '收到12件' in half\n"
    main(["labelled", "import", str(file), "--annotator", "li"])
    assert capsys.readouterr().out.splitlines() == [f"{one.report_id} 1 unchanged" for one in kept]


def test_a_check_keeps_nothing(file: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["labelled", "check", str(file)]) == 1
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("2 without a mistake\n", 1)
    assert not store.exists()


@pytest.mark.parametrize("name", [*FORMATS])
def test_what_is_exported_can_be_imported(name: str, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    LabelledStore(store).add([REPORT])
    assert main(["labelled", "export", "--format", name]) == 0
    exported = tmp_path / "exported"
    exported.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["labelled", "import", str(exported), "--format", name]) == 0
    (report,) = LabelledStore(store).current()
    assert [(one.label, one.start) for one in report.entities] == [(one.label, one.start) for one in REPORT.entities]


def test_reports_are_listed_and_removed(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    LabelledStore(store).add([REPORT])
    assert main(["labelled", "list"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    columns = line.split("\t")
    assert [*columns[:4], *columns[5:]] == [REPORT.id, "1", "labelled", "li", "5", "2", "some.txt", "2023年,共收到申请1,234件,均已答复。"]
    assert main(["labelled", "remove", REPORT.id]) == 0
    assert main(["labelled", "remove", REPORT.id]) == 1
    assert capsys.readouterr().err == f"nianbao: there is no labelled report {REPORT.id}\n"


def test_a_store_that_is_damaged_is_told(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    LabelledStore(store).add([REPORT])
    assert main(["labelled", "check"]) == 0
    store.write_bytes(b"no database" * 100)
    for command in (["check"], ["list"], ["export"]):
        assert main(["labelled", *command]) == 1
        assert "not a database" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["none.jsonl", "latin.jsonl", "empty.jsonl"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "latin.jsonl").write_bytes(b"\xff")
    (tmp_path / "empty.jsonl").write_bytes(b"")
    assert main(["labelled", "import", str(tmp_path / name)]) == 1
    assert capsys.readouterr().err.startswith(f"nianbao: {tmp_path / name}: ")


def test_every_import_that_was_printed_outlives_a_kill() -> None:
    # In a process of its own, which has no threads yet and so can be forked.
    command = [sys.executable, "-m", "tests.service.commands.kills", "--times", "6", "--seed", "3"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    told = re.fullmatch(r"6 kills of imports: (\d+) reports printed, none lost\n", done.stdout)
    assert told
    assert int(told[1]) > 0


def test_the_store_needs_none_of_the_packages_of_training(file: Path) -> None:
    block = "import sys; sys.modules.update(dict.fromkeys(('torch', 'transformers', 'datasets')))"
    program = f"{block}; from service.cli import main; sys.exit(main(['labelled', 'import', {str(file)!r}]))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 2), done.stderr
