import time

import pytest

from model.documents.document import Document, DocumentError, Reason
from model.documents.html import read_html

_FURNITURE = """<div class="top"><ul><li><a href="1">首页</a><li><a href="2">政务公开</a><li><a href="3">互动</a></ul>
<p>您的浏览器版本过低，请升级。</p></div><div class="crumb">当前位置：<a href="1">首页</a> &gt; 年报</div>"""
_FOOT = '<div class="bottom">主办单位：某市人民政府 ICP备123号，版权所有。</div><script>var text = "一、总体情况。"</script>'
_REPORT = """<h1>某市民政局2023年<br>政府信息公开工作年度报告</h1><div>发布时间：2024-01-30</div><div>【<a>打印</a>】【关闭】</div>
<div id="zoom"><p>　　一、总体情况</p><p>收到申请3件，均已答复。</p>
<table><tr><td>规章</td><td>1</td></tr></table><p>六、其他</p><p>无。</p></div>
<div class="bdsharebuttonbox">微信 微博</div>"""
_RELATED = '<div class="more"><h3>相关链接</h3><ul><li><a href="1">某市财政局2022年政府信息公开工作年度报告</a></li></ul></div>'


def page(body: str) -> Document:
    return read_html(f"<!DOCTYPE html><html><head><title>题</title></head><body>{body}</body></html>".encode())


def lines(body: str) -> list[str]:
    return page(body).text.split("\n")


@pytest.mark.parametrize(
    "body",
    [
        f"{_FURNITURE}<div class='main'><div>{_REPORT}</div>{_RELATED}</div>{_FOOT}",
        f"<form>{_FURNITURE}<table><tr><td>{_RELATED}</td><td>{_REPORT}</td></tr></table>{_FOOT}</form>",
        f"<header>{_FURNITURE}</header><main><article>{_REPORT}</article></main><footer>{_FOOT}</footer>",
        f"{_FURNITURE}{_REPORT}{_FOOT}",
    ],
)
def test_the_article_is_found_among_the_furniture(body: str) -> None:
    found = lines(body)
    begin = found.index("某市民政局2023年")
    assert found[begin : begin + 8] == [
        "某市民政局2023年",
        "政府信息公开工作年度报告",
        "发布时间：2024-01-30",
        "一、总体情况",
        "收到申请3件，均已答复。",
        "规章\t1",
        "六、其他",
        "无。",
    ]
    assert "互动" not in found
    assert not any("var text" in line for line in found)


def test_an_article_in_an_element_of_its_own_comes_without_any_furniture() -> None:
    found = lines(f"{_FURNITURE}<div class='main'><div>{_REPORT}</div>{_RELATED}</div>{_FOOT}")
    assert (found[0], found[-1]) == ("某市民政局2023年", "无。")


_TEASERS = (
    "<p>某市民政局2022年政府信息公开工作年度报告 2022年，全局新收申请701件，办结688件……</p>"
    "<p>某市民政局2021年政府信息公开工作年度报告 2021年，全局新收申请9件。</p>"
)


@pytest.mark.parametrize(
    "teasers",
    [
        f"<aside>{_TEASERS}</aside>",
        f"<div class='related-news'>{_TEASERS}</div>",
        f"<div><h4>【相关阅读】</h4>{_TEASERS}</div>",
        f"<h4>推荐阅读</h4><div>{_TEASERS}</div>",
        f"<p>相關鏈接：</p><ul>{_TEASERS}</ul>",
    ],
)
def test_teasers_of_other_articles_are_no_part_of_the_report(teasers: str) -> None:
    found = lines(f"<div class='main'>{_REPORT}{teasers}</div>")
    assert "收到申请3件，均已答复。" in found
    assert not any("701" in line or "申请9件" in line for line in found)


@pytest.mark.parametrize(
    "body",
    [
        f"<aside>{_REPORT}</aside>",
        f"<div class='related'>{_REPORT}</div>",
        f"<div class='sidebar'><h4>相关阅读</h4>{_REPORT}</div>",
        f"<div>{_REPORT}<aside><p>七、附件</p><p>另收到申请5件。</p></aside></div>",
        f"<div>{_REPORT}<div><p>相关情况：</p><p>另收到申请5件。</p></div></div>",
    ],
)
def test_a_report_in_an_unusual_element_is_kept(body: str) -> None:
    found = lines(body)
    assert "收到申请3件，均已答复。" in found
    assert ("另收到申请5件。" in found) is ("申请5件" in body)


def test_a_section_outside_the_largest_element_is_kept() -> None:
    long = "收到申请3件，均已答复。" * 300
    assert lines(f"<div><div><p>一、总体情况</p><p>{long}</p></div><div><p>六、其他</p><p>无。</p></div></div>")[-2:] == [
        "六、其他",
        "无。",
    ]


def test_a_page_without_a_report_is_kept_whole() -> None:
    assert lines("<div>甲</div><div><p>乙</p></div>") == ["甲", "乙"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p><span>20</span><b>2</b><font>3</font><a href=x>年</a></p>", "2023年"),
        ("<p>H<sub>2</sub>O</p>", "H2O"),
        ("<p>收到\n  3 <b> 件</b></p>", "收到 3 件"),
        ("<p>甲&nbsp;乙&lt;&#x4E19;</p>", "甲\xa0乙<丙"),
        ("甲<br>乙<p>丙</p>丁<div>戊</div>", "甲\n乙\n丙\n丁\n戊"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙"),
        ("<pre>甲  1\n乙\t2</pre>", "甲  1\n乙\t2"),
        ("<p>甲<!-- 注 -->乙<![if !supportLists]>丙<![endif]><o:p>丁</o:p></p>", "甲乙丙丁"),
        ("<p>甲<span style='DISPLAY: none'>隐</span>乙<i hidden>隐</i>丙</p><p style='display:none'>隐</p>", "甲乙丙"),
        ("<p>甲<ruby>公<rp>(</rp><rt>gong</rt><rp>)</rp></ruby>乙</p>", "甲公乙"),
        ("<p>字体：【大 中 小】</p><p>打印 关闭</p><p>甲</p><p>/</p>", "甲\n/"),
        ("<body style='display:none'><p>甲</p>", "甲"),
        ("", ""),
    ],
)
def test_text_reads_as_a_browser_shows_it(body: str, text: str) -> None:
    assert page(body).text == text


def test_cells_stand_once_where_they_begin() -> None:
    document = page(
        "<table><caption>表三</caption><thead><tr><th rowspan=2>甲<th colspan=2>乙</thead>"
        "<tr><td>丙<td>丁<tr><td rowspan=0>戊<td colspan=99999>/<td rowspan=x></td><tr><td>1</table>"
    )
    assert document.text == "表三\n甲\t乙\n丙\t丁\n戊\t/\t\n1"


def test_a_cell_is_one_line_and_its_words_stay_whole() -> None:
    assert lines("<table><tr><td>商业<br>企业<td><p>本年</p><p>新收</p><td>1<br>2<td>\n 3\t4 </table>") == ["商业企业\t本年新收\t1 2\t3 4"]


def test_buttons_are_left_out_and_cells_kept() -> None:
    assert lines("<table><tr><td>大<td>1<tr><td>【打印本页】<td>2</table>") == ["大\t1", "\t2"]


def test_a_hidden_cell_is_no_cell() -> None:
    assert lines("<table><tr><td>甲<td style='display:none'>隐<td>1<tr hidden><td>隐<td>2</table>")[0] == "甲\t1"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("12<sup>1</sup>件，3<sup>①</sup>", "12¹件，3①"),
        ("<del>9</del><s>8</s><strike>7</strike><span style='text-decoration: line-through'>6</span><ins>12</ins>件", "12件"),
        ("3<a style='mso-footnote-id:ftn1' href='#_ftn1'><![if !supportFootnotes]>[1]<![endif]></a>件", "3件"),
        ("<a style='mso-comment-reference:A_1'>34</a><span><a class=msocomanchor href='#_msocom_1'>[A1]</a></span>件", "34件"),
        ("<![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>总体情况<o:p></o:p>", "一、总体情况"),
        ("<!--[if gte mso 9]><p>隐</p><![endif]--><span style='mso-hide:all'>隐</span>现", "现"),
    ],
)
def test_words_that_were_struck_out_raised_or_saved_by_word_read_as_they_show(content: str, text: str) -> None:
    assert page(f"<p>{content}</p>").text == text


@pytest.mark.parametrize("element", ["footnote-list", "endnote-list", "comment-list", "header", "footer"])
def test_notes_and_edges_of_pages_that_word_saved_are_left_out(element: str) -> None:
    assert page(f"<p>现</p><div style='mso-element:{element}'><p>[1] 含9件</p></div>").text == "现"


def test_tables_that_lay_out_the_page_flow() -> None:
    prose = "收到申请3件，均已答复。" * 20
    document = page(
        f"<table><tr><td><p>一、总体情况</p><table><tr><td>规章<td>1</table><td>{prose}<tr><td>甲<td>2</table><table><tr><td>乙</table>"
    )
    assert document.text == f"一、总体情况\n规章\t1\n{prose}\n甲\t2\n乙"


def test_cells_without_rows_and_rows_without_tables_are_read() -> None:
    assert lines("<table><td>甲<td>1<tr><td>乙<td>2</table>") == ["甲\t1", "乙\t2"]
    assert lines("<div><tr><td>甲</td></tr></div>") == ["甲"]


@pytest.mark.parametrize("tag", ["<div>", "<table>", "<table><tr><td>", "<b>", "<pre>"])
def test_deep_nesting_is_refused_at_once(tag: str) -> None:
    began = time.perf_counter()
    with pytest.raises(DocumentError) as caught:
        page(tag * 10_000 + "收到")
    assert caught.value.reason is Reason.TOO_DEEP
    assert time.perf_counter() - began < 2


def test_nesting_that_pages_have_is_followed() -> None:
    assert page("<div>" * 1000 + "收到").text == "收到"
    assert page("<table><tr><td>" * 200 + "收到").text == "收到"


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        page("<br>" * 250_000)
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "iso-8859-1", "nonsense"])
def test_the_encoding_is_what_the_bytes_are_whatever_is_declared(encoding: str, declared: str) -> None:
    body = (
        f'<?xml version="1.0" encoding="{declared}"?><html><meta charset={declared}><p>政府信息公开工作年度报告，㐂收到申请3件。</p></html>'
    )
    assert read_html(body.encode(encoding)).text == "政府信息公开工作年度报告，㐂收到申请3件。"


def test_big5_is_read_where_it_is_declared() -> None:
    body = '<meta http-equiv="Content-Type" content="text/html; charset=big5"><p>政府信息公開工作年度報告，收到申請3件，已全部答覆。</p>'
    assert read_html(body.encode("big5")).text == "政府信息公開工作年度報告，收到申請3件，已全部答覆。"


def test_a_byte_that_was_cut_shows_and_nothing_else_is_lost() -> None:
    text = "政府信息公开工作年度报告，收到申请3件。" * 100
    content = f"<html><meta name=description content='政府'><p>{text}</p>".encode("gb18030").replace("府'".encode("gb18030"), b"\xb8'")
    assert read_html(content).text == text
