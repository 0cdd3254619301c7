import io
from pathlib import Path

import pytest

from service.inputs import InputError, sources


def test_a_files_text_leaves_out_the_byte_order_mark_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("\ufeff收到\r\n3件\r\f\n".encode())
    (source,) = sources(str(path))
    assert source.document() == (str(path), "收到\r\n3件\r\f\n")


def test_a_jsonl_file_holds_a_document_a_line(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_bytes('\ufeff{"id": "a", "text": "一\u2028二\\r\\n"}\r\n\n{"id": "b", "text": "\ufeff三"}'.encode())
    assert [(source.place, source.document()) for source in sources(str(path))] == [
        (f"{path}:1", ("a", "一\u2028二\r\n")),
        (f"{path}:3", ("b", "\ufeff三")),
    ]


def test_a_dash_is_the_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("收到\r\n3件".encode())))
    (source,) = sources("-")
    assert source.document() == ("-", "收到\r\n3件")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"\xff", r"not UTF-8: invalid start byte at byte 0 \(byte 0\)"),
        ("a.txt", b" \n", "the text is empty or holds only white space"),
        ("a.txt", b"3\x00", r"the text holds the control character U\+0000 at offset 1"),
        ("a.jsonl", b'{"id": "a"', r"not JSON: .* \(line 1 column 11\)"),
        ("a.jsonl", b'{"id": "a", "text": "\xff"}', "not UTF-8"),
        ("a.jsonl", b'{"id": "a"}', "text: Field required"),
        ("a.jsonl", b'{"id": "a", "text": ""}', "text: is empty or holds only white space"),
        ("a.jsonl", b'"text"', "body: Input should be a valid dictionary"),
    ],
)
def test_a_document_that_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    (source,) = sources(str(tmp_path / name))
    with pytest.raises(InputError, match=message):
        source.document()


@pytest.mark.parametrize("name", ["none.txt", "none.jsonl"])
def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="No such file"):
        list(sources(str(tmp_path / name)))
