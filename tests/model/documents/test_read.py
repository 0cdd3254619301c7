import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.documents.document import DocumentError, Reason
from model.documents.read import read_document
from tests.model.documents.made import cell, docx, packed, paragraph, part, table

_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_LEVEL = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
_NUMBERS = part(
    "numbering",
    f'<w:abstractNum w:abstractNumId="0">{_LEVEL}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
_BODY = paragraph("总体情况", _LIST) + table(
    cell("甲", '<w:vMerge w:val="restart"/>') + cell("1"), cell("", "<w:vMerge/>") + cell("2", '<w:gridSpan w:val="2"/>')
)
_PAGE = (
    "<html><head><meta charset=gbk></head><body><div class=nav><a href=1>首页</a></div><div><h1>某局2023年政府信息公开工作年度报告</h1>"
    "<p>一、总体情况</p><p>收到申请3件，<b>均已</b>答复。</p><table><tr><td rowspan=2>甲<td>1<tr><td>2<br>3</table></div></body></html>"
)
_SAMPLES = {
    "docx": docx(_BODY, numbering=_NUMBERS),
    "page": _PAGE.encode("gb18030"),
    "utf-16 page": _PAGE.encode("utf-16"),
    "text": "一、总体情况\n收到申请3件。".encode(),
}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (_SAMPLES["docx"], "一、总体情况\n甲\t1\n2"),
        (_SAMPLES["page"], "某局2023年政府信息公开工作年度报告\n一、总体情况\n收到申请3件，均已答复。\n甲\t1\n2 3"),
        (_SAMPLES["utf-16 page"], "某局2023年政府信息公开工作年度报告\n一、总体情况\n收到申请3件，均已答复。\n甲\t1\n2 3"),
        (_SAMPLES["text"], "一、总体情况\n收到申请3件。"),
        ("<p>甲</p><p>乙</p><p>丙".encode(), "甲\n乙\n丙"),
        ("条件：a<b>c</b>".encode(), "条件：a<b>c</b>"),
    ],
)
def test_a_file_is_read_by_its_content(content: bytes, text: str) -> None:
    assert read_document(content, "report.pdf").text == text


def test_a_name_decides_where_the_content_leaves_doubt() -> None:
    assert read_document("<p>甲</p>".encode(), "A.HTM").text == "甲"
    assert read_document("<p>甲</p>".encode(), "a.txt").text == "<p>甲</p>"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n", Reason.EMPTY),
        (b"<html><body><div id=app></div><script>load()</script></body></html>", Reason.EMPTY),
        (docx(""), Reason.EMPTY),
        (packed(workbook="<a/>"), Reason.UNSUPPORTED),
        (b"{\\rtf1 x}", Reason.UNSUPPORTED),
        (b"MIME-Version: 1.0\r\n\r\n<html>", Reason.UNSUPPORTED),
        (b'<?xml version="1.0"?><pkg:package>', Reason.UNSUPPORTED),
    ],
)
def test_what_holds_no_readable_text_is_refused(content: bytes, reason: Reason) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(content)
    assert caught.value.reason is reason


def attempt(content: bytes) -> None:
    """Reads, and checks that what comes of it can be quoted and sent; only a DocumentError may stop it."""
    try:
        document = read_document(content)
    except DocumentError:
        return
    document.text.encode()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(_SAMPLES)), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), max_size=6), st.floats(0.3, 1))
def test_damaged_files_are_read_or_refused(name: str, strikes: list[tuple[float, bytes]], end: float) -> None:
    content = bytearray(_SAMPLES[name])
    for place, strike in strikes:
        at = int(place * len(content))
        content[at : at + len(strike)] = strike
    attempt(bytes(content[: int(end * len(content))]))


_TAG = st.sampled_from(
    ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:txbxContent", "w:del", "mc:Fallback", "w:sdt", "x:y", "w:tcPr", "w:vMerge", "w:pPr"]
)
_TREES = st.recursive(
    st.just("字"), lambda inner: st.tuples(_TAG, st.lists(inner, max_size=4)).map(lambda it: f"<{it[0]}>{''.join(it[1])}</{it[0]}>")
)


@settings(max_examples=150, deadline=None)
@given(_TREES)
def test_documents_of_any_shape_are_read(body: str) -> None:
    attempt(docx(body))


_PIECE = st.sampled_from(
    [
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<td rowspan=0>",
        "</td>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<br>",
        "<a href=x>",
        "收，",
        "3",
        " ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECE, max_size=30))
def test_pages_of_any_shape_are_read(pieces: list[str]) -> None:
    attempt(f"<html>{''.join(pieces)}".encode())
