import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.documents.document import DocumentError, Reason
from model.documents.encoding import decode
from model.documents.plain import read_plain

_TEXT = "2023年政府信息公开工作年度报告\n收到申请3件，均已答复。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030"])
def test_every_encoding_of_reports_is_read(encoding: str) -> None:
    assert decode(_TEXT.encode(encoding)) == _TEXT


def test_big5_is_recognised_undeclared() -> None:
    text = "本局2023年政府資訊公開工作年度報告\n全年收到申請3件，均已依時答覆。"
    assert decode(text.encode("big5")) == text


def test_utf_8_is_recognised_without_a_mark_whatever_it_says() -> None:
    assert decode("naïve ÀÉÎ, no Chinese at all: ñandú".encode()) == "naïve ÀÉÎ, no Chinese at all: ñandú"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (("été déjà " * 10).encode("latin-1"), Reason.UNSUPPORTED),
        ("レポートとデータとテスト".encode("shift-jis") * 3, Reason.UNSUPPORTED),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04", Reason.UNSUPPORTED),
        (bytes(range(256)), Reason.UNSUPPORTED),
        (b"abc\0", Reason.UNSUPPORTED),
        (b"\x01\x02\x03abc", Reason.UNSUPPORTED),
        (b"\xef\xbb\xbf" + "年".encode("gbk"), Reason.BROKEN),
        (b"\xff\xfe\x00", Reason.BROKEN),
        (b"\xff\xfe" + bytes(range(32, 64)), Reason.BROKEN),
    ],
)
def test_what_is_no_text_is_refused_not_misread(content: bytes, reason: Reason) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(content)
    assert caught.value.reason is reason


def test_line_ends_of_plain_text_become_line_feeds() -> None:
    assert read_plain("甲\r\n乙\r丙\n".encode()).text == "甲\n乙\n丙\n"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])).filter(lambda text: not text.startswith("\ufeff")))
def test_utf_8_round_trips(text: str) -> None:
    assert decode(text.encode()) == text.replace("\0", "")
