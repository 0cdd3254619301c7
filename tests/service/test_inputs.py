import io
import os
from pathlib import Path

import pytest

from service.inputs import InputError, lines, text_of
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
