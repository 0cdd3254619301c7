import io
import os
from pathlib import Path

import pytest

from service.inputs import Given, InputError, content_of, documents, lines, text_of
from service.parser import Parser
from tests.model.documents.made import docx, paragraph
from tests.service.parsers import FIXTURES

TEXT = "收到政府信息公开申请3件"


def test_a_jsonl_file_holds_a_document_a_line(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_bytes('\ufeff{"id": "a", "text": "一\u2028二\\r\\n"}\r\n\n{"id": "b", "text": "\ufeff三"}'.encode())
    documents = [(line.place, line.document()) for line in lines(str(path))]
    assert [(place, document.id, document.text) for place, document in documents] == [
        (f"{path}:1", "a", "一\u2028二\r\n"),
        (f"{path}:3", "b", "\ufeff三"),
    ]


def test_the_ending_jsonl_is_known_in_capitals_too(tmp_path: Path) -> None:
    path = tmp_path / "REPORTS.JSONL"
    path.write_text('{"id": "a", "text": "一"}\n{"id": "b", "text": "二"}\n', encoding="utf-8")
    assert list(documents([str(path)])) == [Given("a", "一", is_file=False), Given("b", "二", is_file=False)]


@pytest.mark.parametrize("content", ['{"id": "a", "text": "3件"}\n{"id": "b", "text": "4件"}', '\ufeff\n{\n  "text": "3件"\n}'])
def test_json_that_is_not_named_jsonl_is_no_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    for name in (str(tmp_path / "a.json"), "-"):
        with pytest.raises(InputError, match=r"holds JSON, not a report; .* ends in \.jsonl"):
            text_of(name, Parser())


@pytest.mark.parametrize("text", ["{一}收到3件", "[2023]年度报告", "3件"])
def test_a_report_may_begin_like_json(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert text_of(str(tmp_path / "a.txt"), Parser()) == text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT.encode()),
        ("a.txt", TEXT.encode("gb18030")),
        ("a.txt", TEXT.encode("utf-16")),
        ("a", f"<html><p>{TEXT}</p></html>".encode()),
        ("a.htm", f"<p>{TEXT}</p>".encode()),
        ("a.docx", docx(paragraph(TEXT))),
    ],
)
def test_a_files_text_is_read_whatever_its_format(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert text_of(str(tmp_path / name), Parser()) == TEXT


def test_a_dash_is_the_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(docx(paragraph(TEXT)))))
    assert text_of("-", Parser()) == TEXT


def test_a_pipe_is_read_to_its_end() -> None:
    end, start = os.pipe()
    os.write(start, TEXT.encode())
    os.close(start)
    try:
        assert text_of(f"/dev/fd/{end}", Parser()) == TEXT
    finally:
        os.close(end)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", r"empty: The file holds no text\."),
        (b"%PDF-1.7\n", r"broken: The file is damaged or no PDF\."),
        ((FIXTURES / "encrypted.pdf").read_bytes(), "encrypted: "),
        (bytes(range(256)), "unsupported: "),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(InputError, match=message):
        text_of(str(tmp_path / "a"), Parser())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"id": "a"', r"not JSON: .* \(line 1 column 11\)"),
        (b'{"id": "a", "text": "\xff"}', "not UTF-8"),
        (b'{"id": "a"}', "text: Field required"),
        (b'{"id": "a", "text": ""}', "text: is empty or holds only white space"),
        (b'"text"', "body: Input should be a valid dictionary"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(content)
    (line,) = lines(str(tmp_path / "a.jsonl"))
    with pytest.raises(InputError, match=message):
        line.document()


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        text_of(str(tmp_path / "none.txt"), Parser())
    with pytest.raises(InputError, match="Is a directory"):
        text_of(str(tmp_path), Parser())
    with pytest.raises(InputError, match="No such file"):
        list(lines(str(tmp_path / "none.jsonl")))


def test_a_standard_input_that_is_closed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(InputError, match="Bad file descriptor"):
        text_of("-", Parser())
    with pytest.raises(InputError, match="Bad file descriptor"):
        content_of("-")
