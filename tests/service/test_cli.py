import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import service.commands.extract
import service.engine
from model.facts import Entity
from model.pool import Job
from service.cli import main
from service.commands.extract import extract_files
from tests.model.documents.made import docx, paragraph
from tests.service.fakes import DigitReader
from tests.service.parsers import FIXTURES

ROOT = Path(__file__).parents[2]
FAKE = [sys.executable, "-m", "tests.service.fake_cli"]


@pytest.fixture
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service.engine, "load_reader", lambda settings: DigitReader())


@pytest.mark.usefixtures("_fake")
def test_each_document_is_a_line_of_json_with_its_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("收到3件", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": "甲", "text": "4件"}\n{"id": "乙", "text": "5件"}\n', encoding="utf-8")
    assert main(["extract", str(tmp_path / "a.txt"), str(tmp_path / "b.jsonl")]) == 0
    lines = capsys.readouterr().out.splitlines()
    answers = [json.loads(line) for line in lines]
    assert [answer["id"] for answer in answers] == [str(tmp_path / "a.txt"), "甲", "乙"]
    assert [answer["entities"][0]["text"] for answer in answers] == ["3", "4", "5"]
    assert list(answers[1]) == ["id", "record", "facts", "entities", "segments", "checks", "text_sha256", "model"]
    assert list(answers[0]) == [*answers[1], "text"]
    assert answers[0]["text"] == "收到3件"
    assert '"id":"甲"' in lines[1]


@pytest.mark.usefixtures("_fake")
def test_a_bad_document_alone_fails_and_is_told_by_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text('{"id": "甲", "text": "4件"}\n{"id": "乙"}\n{\n{"id": "丁", "text": "5件"}\n', encoding="utf-8")
    assert main(["extract", str(tmp_path / "none.txt"), str(path)]) == 1
    told = capsys.readouterr()
    assert [json.loads(line)["id"] for line in told.out.splitlines()] == ["甲", "丁"]
    assert told.err.splitlines() == [
        f"nianbao: {tmp_path / 'none.txt'}: No such file or directory",
        f"nianbao: {path}:2: text: Field required",
        f"nianbao: {path}:3: not JSON: Expecting property name enclosed in double quotes (line 1 column 2)",
    ]


@pytest.mark.usefixtures("_fake")
def test_files_of_every_format_are_read_and_those_that_cannot_be_are_told_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contents = {
        "a.html": "<html><p>收到3件</p></html>".encode(),
        "b.docx": docx(paragraph("收到3件")),
        "c.pdf": (FIXTURES / "encrypted.pdf").read_bytes(),
        "d.pdf": (FIXTURES / "chromium-2021.pdf").read_bytes(),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    assert main(["extract", *(str(tmp_path / name) for name in contents)]) == 1
    told = capsys.readouterr()
    answers = [json.loads(line) for line in told.out.splitlines()]
    assert [Path(answer["id"]).name for answer in answers] == ["a.html", "b.docx", "d.pdf"]
    assert all(answer["text"][entity["start"] : entity["end"]] == entity["text"] for answer in answers for entity in answer["entities"])
    assert told.err == f"nianbao: {tmp_path}/c.pdf: encrypted: The PDF is encrypted and cannot be opened without its password.\n"


def test_lines_are_printed_while_documents_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    before: dict[str, int] = {}

    class Watching(DigitReader):
        def tag(self, text: str, job: Job | None = None) -> tuple[Entity, ...]:
            before[text] = len(printed)
            return super().tag(text, job)

    monkeypatch.setattr(service.commands.extract, "put", printed.append)
    path = tmp_path / "b.jsonl"
    path.write_text("".join(f'{{"id": "{number}", "text": "{number}件"}}\n' for number in range(10)), encoding="utf-8")
    assert extract_files([str(path)], Watching()) == 0
    assert [json.loads(line)["id"] for line in printed] == [str(number) for number in range(10)]
    assert all(before[f"{number}件"] >= number - 3 for number in range(10))


def test_the_release_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "--release", str(tmp_path), "a.txt"]) == 1
    assert str(tmp_path) in capsys.readouterr().err


def test_wrong_usage_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["extract"], ["extract", "--nothing", "a"], ["fly"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
    assert "usage: nianbao" in capsys.readouterr().err


def test_a_wrong_setting_is_told_by_its_variable(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NIANBAO_PORT", "high")
    assert main(["serve"]) == 2
    assert capsys.readouterr().err.startswith("nianbao: NIANBAO_PORT: Input should be a valid integer")


def test_a_reader_of_the_output_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "3"}\n' * 1000, encoding="utf-8")
    command = [*FAKE, "extract", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_serving_ends_with_1_where_the_model_cannot_be_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_PORT", "0")
    monkeypatch.setenv("NIANBAO_RELEASE", str(tmp_path))
    assert main(["serve"]) == 1


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text("收到3件", encoding="utf-8")
    command = [*FAKE, "extract", str(path)]
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    printed = subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT).stdout
    assert json.loads(printed.decode("utf-8"))["id"] == str(path)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("- <&-", b"nianbao: -: Bad file descriptor\n"),
        ("- >&-", b"nianbao: standard output: Bad file descriptor\n"),
        ("none.txt 2>&-", b""),
    ],
)
def test_a_standard_stream_that_is_closed_is_told_in_a_line(arguments: str, told: bytes) -> None:
    command = f"exec {shlex.join(FAKE)} extract {arguments}"
    done = subprocess.run(command, shell=True, check=False, input="收到3件".encode(), capture_output=True, cwd=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", told)
