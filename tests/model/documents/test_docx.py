import pytest

from model.documents.document import DocumentError, Reason
from model.documents.docx import read_docx
from tests.model.documents.made import STRICT_WORD, cell, docx, packed, paragraph, part, table

_RUN = "<w:r><w:t>{}</w:t></w:r>"
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_STYLES = part(
    "styles",
    '<w:style w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Based"><w:basedOn w:val="Hidden"/></w:style>',
)


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
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_RUN.format('单击')}</w:sdtContent></w:sdt>{_RUN.format('后')}",
            "后",
        ),
        (f"{_FIELD.format('begin')}{_RUN.format('码')}{_FIELD.format('separate')}{_RUN.format('值')}{_FIELD.format('end')}", "值"),
        (f"{_RUN.format('12')}<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>", "12¹"),
        (f"<w:r><w:rPr><w:strike/></w:rPr><w:t>9</w:t></w:r>{_RUN.format('12')}", "12"),
        ("<w:r><w:rPr><w:rStyle w:val='Based'/></w:rPr><w:t>隐</w:t></w:r>", ""),
        ("<w:r><w:rPr><w:rStyle w:val='Based'/><w:vanish w:val='0'/></w:rPr><w:t>现</w:t></w:r>", "现"),
    ],
)
def test_a_paragraph_reads_as_word_shows_it(runs: str, text: str) -> None:
    assert text_of(f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{runs}</w:p>", styles=_STYLES) == text


@pytest.mark.parametrize("mark", ["del", "moveFrom", "vanish"])
def test_a_paragraph_that_lost_its_end_goes_on_in_the_next(mark: str) -> None:
    open_end = f"<w:rPr><w:{mark}/></w:rPr>"
    assert text_of(paragraph("收到申请", open_end) + paragraph("12件。") + paragraph("", open_end)) == "收到申请12件。"


def test_a_deleted_paragraph_takes_no_number() -> None:
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    deleted = f"<w:p><w:pPr>{numbered}<w:rPr><w:del/></w:rPr></w:pPr><w:del>{_RUN.format('旧')}</w:del></w:p>"
    body = deleted + paragraph("总体情况", numbered)
    assert text_of(body, numbering=part("numbering", lists)) == "一、总体情况"


def test_paragraphs_of_a_hidden_style_are_left_out() -> None:
    assert text_of(paragraph("窗体顶端", '<w:pStyle w:val="Based"/>') + paragraph("现"), styles=_STYLES) == "现"


def test_a_field_without_an_end_swallows_nothing_but_its_paragraph() -> None:
    assert text_of(f"<w:p>{_FIELD.format('begin')}{_RUN.format('码')}</w:p>{paragraph('收到3件')}") == "收到3件"


def test_controls_around_rows_and_cells_leave_these_in_their_places() -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    prompt = control.format("<w:showingPlcHdr/>", cell("单击此处"))
    rows = control.format("", f"<w:tr>{cell('规章')}{control.format('', cell('3'))}{prompt}{cell('4')}</w:tr>")
    assert text_of(f"<w:tbl>{rows}</w:tbl>") == "规章\t3\t\t4"


@pytest.mark.parametrize("name", ["altChunk", "subDoc"])
def test_text_in_other_files_is_not_passed_over(name: str) -> None:
    with pytest.raises(DocumentError, match="other files") as caught:
        text_of(f"{paragraph('一、总体情况')}<w:{name}/>")
    assert caught.value.reason is Reason.UNSUPPORTED


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


@pytest.mark.parametrize("property_", ["del", "hidden"])
def test_deleted_and_hidden_rows_are_left_out(property_: str) -> None:
    body = f"<w:tbl><w:tr><w:trPr><w:{property_}/></w:trPr>{cell('旧')}{cell('1')}</w:tr><w:tr>{cell('新')}{cell('2')}</w:tr></w:tbl>"
    assert text_of(body) == "新\t2"


def test_deleted_cells_are_left_out() -> None:
    assert text_of(table(cell("规章") + cell("9", "<w:cellDel/>") + cell("2"))) == "规章\t2"


def test_cells_merged_sideways_stand_once() -> None:
    merged = cell("办理结果", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("1")
    assert text_of(table(merged)) == "办理结果\t1"


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
