"""The element of a web page that holds the report, among the furniture of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element, iterwalk

from model.dates import YEAR
from model.documents.tags import BLOCKS, CONTAINERS

_REQUIRED = 100
"""The weight of a line that must not be lost; lines with less than this in all may be left outside."""
_MOST = 0.9
_LONGEST_NOTICE = 150
"""Characters of a title, or of what a site says about itself."""
_REPORT = r"(?:年[报報]|年度(?:工作)?[报報]告|工作[报報]告)"
_HEADING = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]")
"""In numerals only: in digits any list of a page is numbered."""
_SIGNED = re.compile(rf"{YEAR}年[\d元一二三四五六七八九十]{{1,3}}月[\d一二三四五六七八九十]{{1,3}}日$")
_TITLE = re.compile(rf"{YEAR}[^。]{{0,40}}{_REPORT}|{_REPORT}[(（]?{YEAR}|年度[报報]告$")
_SUBJECT = re.compile(r"[公申][开開请請]|[条條]例")
_SENTENCE = re.compile(r"[。；，]")
_NUMBER = re.compile(r"[\d,.]+")
_SITE = re.compile(r"版权所有|ICP备|网安备|主办单位|技术支持|标识码|浏览器|当前位置|所在位置|您的位置|今天是|星期")
_NAMED = re.compile(
    r"share|jiathis|crumb|footer|sidebar|related|qrcode|ewm|pagination|prevnext|toolbar|(?<![a-z])(?:nav|menu|foot)(?![a-z])",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"\W*(?:(?:相[关關]|推[荐薦]|延伸|[热熱][门門]|更多|拓展)(?:[阅閱][读讀]|文章|[链鏈]接|新[闻聞]|[资資][讯訊]|[报報]道|稿件|推[荐薦])|猜你喜[欢歡])\W*"
)
"""The heading of a list of other articles."""
_NAMED_RELATED = re.compile("related|sidebar|recommend", re.IGNORECASE)
_ALWAYS = frozenset({"nav", "footer", "aside"})
_LISTS = frozenset({"div", "ul", "ol", "dl"})


@dataclass(slots=True)
class _Measure:
    """What an element holds: the weight of lines that read like a report's, its characters, those in links, and the links."""

    weight: int = 0
    characters: int = 0
    linked: int = 0
    links: int = 0


def find_article(body: _Element) -> _Element:
    """The smallest element that holds every line that reads like a report's; furniture inside it is taken out.

    Where nothing reads like a report's, that is the body itself.
    """
    measures = _measure(body)
    article = element = body
    total = measures[body].weight
    while total >= _REQUIRED and len(element):
        element = max(element, key=lambda child: measures[child].weight)
        weight = measures[element].weight
        if total - weight >= _REQUIRED or weight < total * _MOST:
            break
        if element.tag in CONTAINERS:
            article = element
    most = measures[article].weight / 2
    for element in [element for element in article.iterdescendants() if _furniture(element, measures[element], most)]:
        empty(element)
    return article


def empty(element: _Element) -> None:
    """Takes out all that the element holds and is; nothing but an empty mark stays, and the text behind it."""
    element.clear(keep_tail=True)
    element.tag = "template"


def _furniture(element: _Element, measure: _Measure, most: float) -> bool:
    """Whether an element of an article is no part of it: by its name, as a list of links, or as teasers of other articles.

    Teasers read like a report and may weigh something, up to `most`; what has a chapter's heading is none.
    """
    if element.tag not in _ALWAYS | _LISTS:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if measure.weight:
        return measure.weight < most and _is_aside(element, names) and not any(map(_HEADING.match, _texts(element)))
    if element.tag in _ALWAYS or _NAMED.search(names):
        return True
    return measure.links > 2 and measure.linked * 2 > measure.characters


def _is_aside(element: _Element, names: str) -> bool:
    """Whether an element stands beside an article: by its tag or name, or by a heading in it or right before it."""
    if element.tag == "aside" or _NAMED_RELATED.search(names):
        return True
    before = element.getprevious()
    headings = [next(_texts(element), ""), "" if before is None else "".join(_texts(before))]
    return any(map(_RELATED.fullmatch, headings))


def _texts(element: _Element) -> Iterator[str]:
    """The stretches of text in an element between any tags, without white space."""
    return filter(None, ("".join(text.split()) for text in element.itertext()))


def _measure(body: _Element) -> dict[_Element, _Measure]:
    """The measure of every element, with all that is in it."""
    measures = {element: _Measure() for element in body.iter()}
    for element, text, linked in _lines(body):
        measure = measures[element]
        measure.weight += _weight(text, element)
        measure.linked += linked
        measure.characters += linked + len(text)
    for element in reversed(list(measures)):
        measure, parent = measures[element], element.getparent()
        measure.links += _is_link(element)
        if parent is not None and element is not body:
            above = measures[parent]
            above.weight += measure.weight
            above.characters += measure.characters
            above.linked += measure.linked
            above.links += measure.links
    return measures


def _lines(body: _Element) -> Iterator[tuple[_Element, str, int]]:
    """The stretches of text between blocks, each with the block that holds it, and the number of characters in links, left out of it."""
    blocks = [body]
    links, line, linked = 0, "", 0
    for event, element in iterwalk(body, events=("start", "end")):
        opens = event == "start"
        if element is body and not opens:
            yield body, line, linked
            return
        if element.tag in BLOCKS:
            yield blocks[-1], line, linked
            line, linked = "", 0
        if element.tag in BLOCKS and opens:
            blocks.append(element)
        elif element.tag in BLOCKS:
            blocks.pop()
        links += _is_link(element) * (1 if opens else -1)
        text = "".join(((element.text if opens else element.tail) or "").split())
        line, linked = (line, linked + len(text)) if links else (line + text, linked)


def _is_link(element: _Element) -> bool:
    return element.tag == "a" and element.get("href") is not None


def _weight(line: str, element: _Element) -> int:
    """How much a line without white space reads like one of a report, 100 where it must not be lost."""
    if len(line) < _LONGEST_NOTICE and _SITE.search(line):
        return 0
    if _HEADING.match(line) or _SIGNED.match(line) or _TITLE.search(line[:_LONGEST_NOTICE]):
        return _REQUIRED
    if element.tag == "td" and _NUMBER.fullmatch(line):
        return 10
    if _SENTENCE.search(line):
        return max(len(line), _REQUIRED) if _SUBJECT.search(line) else len(line)
    return 0
