import pytest

from model.documents.docx import read_docx
from tests.model.documents.made import docx, paragraph, part


def level(depth: int, form: str, pattern: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'


def numbers(*levels: str, lists: str = "") -> str:
    plain = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return part("numbering", f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{plain}{lists}')


def item(text: str, number: int = 1, depth: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def lines(body: str, **parts: str) -> list[str]:
    return read_docx(docx(body, **parts)).text.split("\n")


def test_headings_get_the_numbers_that_word_counts() -> None:
    levels = level(0, "chineseCounting", "%1、"), level(1, "japaneseCounting", "（%2）"), level(2, "decimal", "%3.")
    body = item("甲") + item("乙", depth=1) + item("丙", depth=2) + item("丁", depth=2) + paragraph("文") + item("戊") + item("己", depth=1)
    assert lines(body, numbering=numbers(*levels)) == ["一、甲", "（一）乙", "1. 丙", "2. 丁", "文", "二、戊", "（一）己"]


@pytest.mark.parametrize(
    ("form", "start", "label"),
    [
        ("chineseCountingThousand", 10, "十、"),
        ("chineseCounting", 11, "十一、"),
        ("chineseCounting", 20, "二十、"),
        ("chineseCounting", 35, "三十五、"),
        ("chineseCounting", 100, "100、"),
        ("decimalEnclosedCircleChinese", 3, "③、"),
        ("decimal", 12, "12、"),
        ("bullet", 1, ""),
        ("lowerRoman", 1, ""),
    ],
)
def test_a_number_is_written_in_its_form(form: str, start: int, label: str) -> None:
    assert lines(item("甲"), numbering=numbers(level(0, form, "%1、", start))) == [f"{label}甲"]


def test_a_number_may_name_the_levels_above() -> None:
    levels = level(0, "decimal", "%1、"), level(1, "decimal", "%1.%2")
    assert lines(item("甲") + item("3件", depth=1), numbering=numbers(*levels)) == ["1、甲", "1.1 3件"]


def test_lists_of_one_definition_count_on_unless_they_begin_anew() -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    anew = '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    numbering = numbers(level(0, "decimal", "%1、"), lists=again + anew)
    assert lines(item("甲") + item("乙", 2) + item("丙", 3) + item("丁"), numbering=numbering) == ["1、甲", "2、乙", "5、丙", "3、丁"]


def test_a_style_numbers_its_paragraphs_unless_they_say_no() -> None:
    style = '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    based = '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:basedOn w:val="c"/></w:style>'
    body = "".join(paragraph(each, f'<w:pStyle w:val="{each}"/>') for each in "abc")
    body += paragraph("无", '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    parts = {"numbering": numbers(level(0, "chineseCounting", "%1、")), "styles": part("styles", style + based)}
    assert lines(body, **parts) == ["一、a", "二、b", "c", "无"]
