"""A report as a page, in the styles of government sites."""

import random
from collections.abc import Callable
from enum import StrEnum
from html import escape

from training.rendering.grid import Grid
from training.rendering.markup import plain_inline, table_html, word_inline
from training.rendering.report import Block, Paragraph, Report, Role

_BLANKS = ("", "&nbsp;", "<br>", " ")
_HEAD = '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n{more}</head>\n<body>\n'
_FOOT = "\n</body>\n</html>\n"
_PORTAL_STYLE = (
    "<style>.article p{text-indent:2em} .nav li{float:left}</style>\n<script>var pv = 1024; function zoom(n) { return n; }</script>\n"
)
_PORTAL_TOP = """<div class="top"><a href="#">无障碍阅读</a> | <a href="#">繁體版</a> | <a href="#">适老化</a></div>
<header><h1>{office}门户网站</h1></header>
<nav class="nav"><ul><li>首页</li><li>要闻动态</li><li>政务公开</li><li>政务服务</li><li>互动交流</li></ul></nav>
<div class="crumbs">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">政府信息公开年报</a></div>
<table class="meta"><tr><td>索 引 号</td><td>01441633/{next_year}-00012</td><td>分 类</td><td>政府信息公开年报</td></tr>
<tr><td>发布机构</td><td>{office}</td><td>发文日期</td><td>{next_year}-01-20</td></tr></table>
<div class="tools">字体：【<a>大</a> <a>中</a> <a>小</a>】 浏览次数：<span id="pv">386</span> 次 <a>打印</a> <a>关闭</a></div>
<div class="article">
"""
_PORTAL_BOTTOM = """
</div>
<div class="share">分享到：<a>微信</a> <a>微博</a> <a>QQ空间</a></div>
<div class="near"><p>上一篇：{year}年政务公开工作要点</p><p>下一篇：没有了</p></div>
<footer><p>主办：{office} 地址：人民路1号 电话：0000-1234567</p><p>某ICP备00000000号-1 网站标识码：0000000001</p></footer>"""
_IN_CELL = '<p class="MsoNormal" align="center">{}</p>'
_NESTED_TOP = """<table width="1000" align="center" cellpadding="0" cellspacing="0"><tr><td>
<table width="100%"><tr><td height="60" align="center"><b>{title}</b></td></tr>
<tr><td align="center">发布时间：{next_year}-01-20　来源：{office}　【字体：大 中 小】</td></tr></table>
</td></tr><tr><td class="content">
"""
_NESTED_BOTTOM = '\n</td></tr><tr><td align="right">【打印本页】【关闭窗口】</td></tr></table>'


class Style(StrEnum):
    """How a site has its pages."""

    PLAIN = "plain"
    NESTED = "nested"
    WORD = "word"
    PORTAL = "portal"


def to_html(report: Report, style: Style, source: random.Random, sheet: str = "") -> str:
    """The page of a report; `sheet` is a style element of its head."""
    names = {"office": report.office, "year": report.year, "next_year": report.year + 1, "title": _title(report)}
    blank = source.choice(_BLANKS)
    body = "\n".join(_BLOCKS[style](block, blank, source) for block in report.blocks)
    tops = {Style.NESTED: _NESTED_TOP, Style.WORD: '<div class="TRS_Editor"><div class="Section0">\n', Style.PORTAL: _PORTAL_TOP}
    bottoms = {Style.NESTED: _NESTED_BOTTOM, Style.WORD: "\n</div></div>", Style.PORTAL: _PORTAL_BOTTOM}
    head = _HEAD.format(title=names["title"], more=(_PORTAL_STYLE if style is Style.PORTAL else "") + sheet)
    return head + tops.get(style, "").format(**names) + body + bottoms.get(style, "").format(**names) + _FOOT


def _title(report: Report) -> str:
    return next(block.text for block in report.blocks if isinstance(block, Paragraph) and block.role is Role.TITLE)


def _in_tags(block: Block, blank: str, source: random.Random) -> str:
    """Headings and paragraphs in elements of their own."""
    if isinstance(block, Grid):
        return table_html(block, ' border="1" cellspacing="0"', blank, plain_inline, source)
    tag = {Role.TITLE: "h1", Role.HEADING: "h3"}.get(block.role, "p")
    side = ' align="right"' if block.role is Role.SIGNATURE else ""
    return f"<{tag}{side}>{escape(block.text)}</{tag}>"


def _by_breaks(block: Block, blank: str, source: random.Random) -> str:
    """Text indented by spaces, parted by line breaks."""
    if isinstance(block, Grid):
        return table_html(block, ' border="1" width="96%"', blank, plain_inline, source)
    return f"&nbsp;&nbsp;&nbsp;&nbsp;{escape(block.text)}<br><br>"


def _from_word(block: Block, blank: str, source: random.Random) -> str:
    """Paragraphs with the classes and fonts of a word processor, in cells too."""
    if isinstance(block, Grid):
        return table_html(block, ' class="MsoNormalTable" style="border-collapse:collapse"', _IN_CELL.format(blank), _word_cell, source)
    return f'<p class="MsoNormal" style="text-indent:32pt">{word_inline(block.text, source)}</p>'


def _word_cell(text: str, source: random.Random) -> str:
    return _IN_CELL.format(word_inline(text, source))


_BLOCKS: dict[Style, Callable[[Block, str, random.Random], str]] = {
    Style.PLAIN: _in_tags,
    Style.NESTED: _by_breaks,
    Style.WORD: _from_word,
    Style.PORTAL: _in_tags,
}
