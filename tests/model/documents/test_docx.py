import pytest

from model.documents.document import DocumentError, Reason
from model.documents.docx import read_docx
from tests.model.documents.made import STRICT_WORD, cell, docx, packed, paragraph, part, table

_RUN = "<w:r><w:t>{}</w:t></w:r>"


def text_of(body: str, **parts: str) -> str:
    return read_docx(docx(body, **parts)).text


def test_paragraphs_and_tables_keep_their_order() -> None:
    body = paragraph("一、总体情况") + table(cell("规章") + cell("3"), cell("规范性文件") + cell("")) + paragraph("完")
    assert text_of(body) == "一、总体情况\n规章\t3\n规范性文件\t\n完"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (_RUN.format("20") + _RUN.format("23年"), "2023年"),
        (f"<w:ins>{_RUN.format('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r>{_RUN.format('旧')}</w:del>", "新"),
        (f"<w:moveFrom>{_RUN.format('这里')}</w:moveFrom><w:moveTo>{_RUN.format('那里')}</w:moveTo>", "那里"),
        (f"<w:hyperlink>{_RUN.format('网站')}</w:hyperlink>", "网站"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar/></w:r>" + _RUN.format("1"), "1"),
        (f'<w:fldSimple w:instr="DATE">{_RUN.format("2024年")}</w:fldSimple>', "2024年"),
        ("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:noBreakHyphen/><w:t>四</w:t></w:r>", "一\t二\n三-四"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="D800"/><w:sym w:char="3007"/></w:r>', "\uf0fe〇"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>现</w:t></w:r>", "现"),
        (f"<w:r><w:ruby><w:rt>{_RUN.format('gong')}</w:rt><w:rubyBase>{_RUN.format('公')}</w:rubyBase></w:ruby></w:r>", "公"),
        (f"<w:sdt><w:sdtPr><w:tab/></w:sdtPr><w:sdtContent>{_RUN.format('控件')}</w:sdtContent></w:sdt>", "控件"),
        ("<w:r><w:footnoteReference w:id='1'/><w:commentReference w:id='1'/></w:r>", ""),
    ],
)
def test_a_paragraph_reads_as_word_shows_it(runs: str, text: str) -> None:
    assert text_of(f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{runs}</w:p>") == text


def test_a_text_box_stands_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert text_of(f"<w:p>{_RUN.format('前')}<w:r>{drawing}</w:r>{_RUN.format('后')}</w:p>{paragraph('下')}") == "前后\n框\n下"


def test_a_text_box_may_hold_a_table_and_a_box() -> None:
    inner = f"<w:p><w:r><w:txbxContent>{table(cell('甲') + cell('1'))}</w:txbxContent></w:r>{_RUN.format('乙')}</w:p>"
    text = text_of(f"<w:p><w:r><w:txbxContent>{inner}</w:txbxContent></w:r>{_RUN.format('前')}</w:p>")
    assert set(text.split("\n")) == {"前", "甲\t1", "乙"}


def test_merged_cells_stand_once_where_they_begin() -> None:
    restart, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    merged = table(
        cell("三、办理结果", restart) + cell("（一）予以公开", '<w:gridSpan w:val="2"/>') + cell("1"),
        cell("", on) + cell("（二）部分公开", restart) + cell("甲") + cell("2"),
        cell("", on) + cell("", on) + cell("乙") + cell("3"),
    )
    assert text_of(merged) == "三、办理结果\t（一）予以公开\t1\n（二）部分公开\t甲\t2\n乙\t3"


def test_a_continuation_without_an_origin_is_a_cell_of_its_own() -> None:
    assert text_of(table(cell("甲", "<w:vMerge/>") + cell("1"), cell("", "<w:vMerge/>") + cell("2"))) == "甲\t1\n2"


def test_a_deleted_row_is_left_out() -> None:
    body = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('旧')}{cell('1')}</w:tr><w:tr>{cell('新')}{cell('2')}</w:tr></w:tbl>"
    assert text_of(body) == "新\t2"


def test_a_nested_table_has_lines_of_its_own() -> None:
    inner = table(cell("规章") + cell("3"))
    outer = table(f"<w:tc>{paragraph('表二')}{inner}</w:tc>" + cell("侧"), cell("甲") + cell("1"))
    assert text_of(outer) == "表二\n规章\t3\n侧\n甲\t1"


def test_strict_documents_read_alike() -> None:
    assert read_docx(packed(document=part("document", f"<w:body>{paragraph('收到3件')}</w:body>", STRICT_WORD))).text == "收到3件"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument".encode("utf-16-le"), Reason.UNSUPPORTED),
        (bytes.fromhex("D0CF11E0A1B11AE1"), Reason.UNSUPPORTED),
        (packed(other="<a/>"), Reason.UNSUPPORTED),
        (packed(document="<a>"), Reason.BROKEN),
        (packed(document="<a>" * 300 + "</a>" * 300), Reason.TOO_DEEP),
        (packed(document=" " * (5 << 20) + "<a/>"), Reason.TOO_LARGE),
        (docx(paragraph("字" * 300))[:-40], Reason.BROKEN),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: Reason) -> None:
    with pytest.raises(DocumentError) as caught:
        read_docx(content)
    assert caught.value.reason is reason


def test_entities_are_never_followed() -> None:
    bomb = (
        '<!DOCTYPE a [<!ENTITY a "收到3件"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
        + part("document", "<w:t>x&a;&b;</w:t>").split("?>")[1]
    )
    assert read_docx(packed(document=bomb)).text in {"", "x"}
