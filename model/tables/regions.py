"""Finds where in a text the statutory tables stand, by the labels that only they have."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from model.characters import cjk_of
from model.headings import NUMERAL
from model.pages import PAGE_IN_WORDS, PAGE_NUMBER
from model.tables.cells import A_YEAR, ABOUT, CURRENCY, IN_WORDS, NOTES, NOTHING_IN_WORDS, PLACEHOLDERS, UNITS
from model.tables.forms import FORMS, Form
from model.tables.sums import sums_of
from model.tables.text import without_guidance

_BETWEEN = r"[\s|]*"
_INFORMATION = rf"(?:信{_BETWEEN}息|资{_BETWEEN}讯)"
"""As the mainland and as Taiwan say it."""


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, longer ones first, whatever parts their characters."""
    longest_first = sorted(words, key=len, reverse=True)
    either = "|".join(_BETWEEN.join(map(re.escape, word)) for word in longest_first)
    return re.compile(either.replace(f"信{_BETWEEN}息", _INFORMATION))


_WORDS = {
    "table2": (
        *("第二十条第(一)项", "第二十条第(五)项", "第二十条第(六)项", "第二十条第(八)项", "第二十条第(九)项", "信息内容"),
        *("本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "其他对外管理服务事项", "政府集中采购", "采购总金额"),
        *("本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额", "本年收费金额(单位:万元)"),
    ),
    "table3": (
        *("本年新收政府信息公开申请数量", "上年结转政府信息公开申请数量", "本年度办理结果", "只计这一情形", "1.属于国家秘密"),
        *("法律行政法规禁止公开", "三安全一稳定", "保护第三方合法权益", "属于三类内部事务信息", "属于四类过程性信息", "属于行政执法案卷"),
        *("属于行政查询事项", "本机关不掌握相关政府信息", "没有现成信息需要另行制作", "补正后申请内容仍不明确", "信访举报投诉类申请"),
        *("2.重复申请", "要求提供公开出版物", "无正当理由大量反复申请", "重新出具已获取信息", "无正当理由逾期不补正"),
        *("逾期未按收费通知要求", "(七)总计", "结转下年度继续办理", "勾稽关系", "申请人情况", "商业企业", "社会公益组织", "法律服务机构"),
    ),
    "table4": ("结果维持", "结果纠正", "其他结果", "尚未审结", "未经复议直接起诉", "复议后起诉"),
}
_HELD = rf"(?:\s{{1,20}}(?:\d+|{PLACEHOLDERS})(?!\S))"
_VERTICAL = (
    r"行政复议[\s|]{0,8}行政诉讼\s{1,4}"
    rf"(?:[\u4e00-\u9fff](?:[\u4e00-\u9fff\s]|(?<=\n)\d{{1,3}}(?=\n)){{10,140}}?{_HELD}{{7,}}"
    rf"|[未经复议直接起诉后结果维持纠正其他尚审总计\s]{{50,180}}{_HELD}{{2,}})"
)
"""Table 4 of a PDF: narrow headers that run downwards become words of one character, so that no label is left but the first two.

The number of a page may stand among them, and nothing but the words of its headers where blank cells were dropped and few values are left.
"""
_FIRST = {"table2": {"第二十条第一项", "本年新制作数量", "本年制发件数"}, "table3": {"本年新收政府信息公开申请数量"}, "table4": set[str]()}
"""Labels that begin a table, CJK characters alone: one that comes again behind others begins another one, as of a subordinate office."""
_OF_HEADERS = re.compile(rf"总计|行政复议|行政诉讼|{PAGE_NUMBER}|共 ?\d{{1,3}} ?页|[\s|]")
"""What may stand between the headers of table 4 and again its first one where a page repeats them, or where a block has its own."""
_ABOVE = {"信息内容", "勾稽关系", "申请人情况", "商业企业", "社会公益组织", "法律服务机构"}
"""Headers, which may stand above the first row and again further down."""
_FIRST_ROW = re.compile(r"[\s|第二十条(一)项信息内容本年新制作公开对外总发件废止现行有效数量]{0,200}规章")
"""The first row of table 2 below the headers, which pages may repeat without it."""
_FEWEST = {"table2": 4, "table3": 5, "table4": 4}
"""So many different labels make a table."""
_FARTHEST = 500
"""Characters between two labels of one table; flattened tables are full of spaces and empty cells."""
_LINE = 100
"""Characters from the last values behind a label to the following one that are no more than its number and the words before it."""
_LABELS = {table: _any_of(words) for table, words in _WORDS.items()}
_VALUE = (
    r"(?:\d+(?:[,.]\d+)*(?![\d.、年月日])(?!\s?[件次条项宗个份起元]?\s?[,;。、])(?!\s?[件次条项宗个份起][\u4e00-\u9fff])"
    rf"|(?:{PLACEHOLDERS}|[OoОо〇○])(?!\S))"
)
"""A number, a blank, or a letter that was a zero; none that counts something in a sentence."""
_YEAR = rf"(?:20\d\d\s?年|[上本去今]年)度?(?=[\s|]{{1,9}}{_VALUE})"
"""What names a row of values where a table has one for each year."""
_BETWEEN_LABELS = (
    rf"(?>(?<=\d)\s?(?:{NOTES}|{UNITS}|[万亿])|(?:{ABOUT}|{CURRENCY}|{IN_WORDS})(?=\d)|{_YEAR}|{PAGE_IN_WORDS}|\((?:其中|含)[^()\n]{{1,20}}\)"
    rf"|(?!{A_YEAR})[^\u4e00-\u9fff。,;:\"']|(?<=\d),(?=\d)|(?<![\u4e00-\u9fff])(?:{NOTHING_IN_WORDS})(?![\u4e00-\u9fff]))"
)
_VALUES = re.compile(f"{_BETWEEN_LABELS}*")
_A_VALUE = re.compile(_VALUE)
_ORDINAL = r"[1-9]\s?[.、](?=[\u4e00-\u9fff])"
_LABEL = re.compile(
    rf"(?!{NUMERAL}、(?![结转]))[\u4e00-\u9fff](?:[\u4e00-\u9fff():/、,\"]|\s(?!\s)|{_ORDINAL}){{1,45}}[\s|]*(?={_VALUE}|{_YEAR}|[|\t])"
    rf"|[\u4e00-\u9fff](?:[\u4e00-\u9fff():、]|\s(?!\s)){{1,18}}[\s|]*(?={_VALUE}|{_YEAR})"
)
"""A label that prose has too, or a damaged one, where values follow it."""
_CELLS = rf"[\s|]{_BETWEEN_LABELS}{{0,160}}?(?:第二十条第\([一五六八九]\)项[\s|]{{1,20}})?"
_SPACE = r"[\s|]{1,60}"
_FIVE = rf"{_VALUE}(?:[\s|]{{1,9}}{_VALUE}){{4}}"
_BLOCKS_IN_ROWS = (
    rf"行政复议{_SPACE}{_FIVE}{_SPACE}(?:行政诉讼{_SPACE}(?:未经复议直接起诉{_SPACE})?|未经复议直接起诉{_SPACE}){_FIVE}{_SPACE}"
    rf"(?:复议后起诉{_SPACE})?{_FIVE}(?!{_SPACE}{_VALUE})"
)
_UNDER_HEADING = re.compile(
    r"复议[\s|、,/和及与或]{0,8}[\u4e00-\u9fff]{0,4}诉讼[\u4e00-\u9fff]{0,8}:?(?=[\s|])"
    rf"(?:{_SPACE}行政复议{_SPACE}行政诉讼)?(?:{_SPACE}未经复议直接起诉{_SPACE}复议后起诉)?"
    rf"(?P<values>{_SPACE}{_VALUE}(?:{_SPACE}{_VALUE}){{1,14}}(?!{_SPACE}{_VALUE})[\s|]{{0,60}}(?:$|(?<=[\s|])(?![件次条项宗个份起])))"
)
"""Values alone below the heading of their section."""
_BLOCK, _BLOCKS, _ROW = 5, 3, 7
_BEHIND_TABLE3 = re.compile(
    rf"结转下年度继续办理(?:{_SPACE}(?:四、{_SPACE})?{_VALUE}){{{_BLOCK * _BLOCKS},{_BLOCK * _BLOCKS + _ROW}}}(?!{_SPACE}{_VALUE})"
)
"""The last label of table 3 and as many values as its row and table 4 have, or fewer of the row."""
_FULL_ROW = re.compile(rf"[^\d\n|。,;]{{0,40}}(?P<values>(?:[\s|]{{1,9}}{_VALUE}){{{_ROW}}})(?![\s|]{{1,9}}{_VALUE})")
"""The rest of a label of table 3, and the values of a whole row."""
_ROWS_ALONE = re.compile(
    rf"处理(?:政府{_INFORMATION}公开)?申请[\u4e00-\u9fff]{{0,8}}:?(?=[\s|])(?P<values>{_SPACE}{_VALUE}(?:{_SPACE}{_VALUE}){{160,174}}(?!{_SPACE}{_VALUE}))"
)
"""As many values as table 3 has below the heading of its section, without any label."""
_MOST_LAST = 6
"""Values of the last row of table 2: it has two columns, and commas may part the thousands of their numbers."""
_WITHOUT_HEADERS = {
    "table2": re.compile(
        rf"规章{_CELLS}(?:行政规范性文件{_CELLS}行政许可|规范性文件{_CELLS}行政许可{_CELLS}其他对外管理服务事项)"
        rf"{_CELLS}行政处罚{_CELLS}行政强制{_CELLS}行政事业性收费(?:{_CELLS}政府集中采购)?(?:{_SPACE}{_VALUE}(?:[万亿]?元)?){{0,{_MOST_LAST}}}"
    ),
    "table4": re.compile(f"{_BLOCKS_IN_ROWS}|{_VERTICAL}"),
}
"""Tables whose headers were lost: all rows of table 2 one after the other, and as many values as table 4 has beside its blocks."""
_LAST_LABEL = re.compile(r"[\s|]*(?:行政事业性收费|政府集中采购|四、[结转下年度继续办理]{6,9}(?![\u4e00-\u9fff]))[\s|]*")
"""The label of a last row without values."""
_ROW_BEFORE = re.compile(
    rf"(?:(?<=[\n|])|^)[^\n|。]{{2,30}}[\s|]+(?!20\d\d\s)(?:{_VALUE}[\s|]+)(?:{_VALUE}|[\s|])*(?:[一二三四五]、|\d\.)?$"
)
"""A damaged label and its values right before the first label."""
_VALUES_BEFORE = re.compile(rf"(?<![^\s|])(?:{_VALUE}[\s|]{{1,4}})+(?:一、)?$")
"""Values right before the first label, which belong to it where they stand before their labels."""
_ROW_LENGTH = 160
_NUMBER = re.compile(r"(?<![\d.,第(])\d+(?:,\d{3})*(?:\.\d+)?(?![\d.、])")
_IN_PROSE = re.compile(r"\s?[件次条项宗个份起]?\s?[,;。、]")
_LISTED = re.compile(r"[^\s|一二三四(]{0,4}[、,;。]")
"""Marks behind a label that a sentence lists; numerals and brackets begin the next row of a table."""
_MOST_IN_PROSE = 0.3


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text that holds a table."""

    table: str
    start: int
    end: int


def find_regions(folded: str) -> tuple[Region, ...]:
    """The stretches in which tables stand, in order, none with nothing but guidance; `folded` is what `table_text` makes of a text."""
    found = [Region(table, *stretch) for table in _LABELS for stretch in _stretches(folded, table)]
    for table in _WITHOUT_HEADERS.keys() - {region.table for region in found}:
        found.extend(Region(table, *stretch) for stretch in _without_headers(folded, table))
    if not any(region.table == "table3" for region in found):
        found.extend(Region("table3", *stretch) for stretch in _rows_alone(folded))
    if not any(region.table == "table4" for region in found):
        found.extend(Region("table4", *stretch) for stretch in (*_under_heading(folded), *_behind_table3(folded)))
    ordered = sorted(found, key=lambda region: region.start)
    apart = (replace(one, end=min(one.end, other.start)) if other else one for one, other in pairwise([*ordered, None]) if one)
    plain = without_guidance(folded) if found else folded
    return tuple(region for region in apart if plain[region.start : region.end].strip())


def _stretches(folded: str, table: str) -> Iterator[tuple[int, int]]:
    labels = list(_LABELS[table].finditer(folded))
    first: re.Match[str] | None = None
    seen: set[str] = set()
    again = False
    for label, following in pairwise([*labels, None]):
        assert label is not None
        first = first or label
        seen.add(cjk_of(label.group()))
        near = _is_near(folded, label, following)
        if near and not _begins_again(folded, table, seen, label, following):
            continue
        if len(seen) >= _FEWEST[table] or (table == "table3" and _are_full_rows(folded, first.start(), label.end())):
            start = first.start() if again else _start(folded, table, first.start())
            end = _end(folded, label.end())
            if not _is_prose(folded, table, start, end):
                yield start, end
        first, seen, again = None, set(), near


def _are_full_rows(folded: str, start: int, end: int) -> bool:
    """Whether rows of table 3 are whole where a page left a few: seven values behind the last label, and some that add up and are not zero.

    Without values behind the last label those behind others may stand before their own.
    """
    rows = [_FULL_ROW.match(folded, label.end()) for label in _LABELS["table3"].finditer(folded, start, end)]
    numbers = ([_number(value.group()) for value in _A_VALUE.finditer(row["values"])] for row in rows if row)
    return rows[-1] is not None and any(any(row) and sum(row[:-1]) == row[-1] for row in numbers)


def _is_near(folded: str, label: re.Match[str], following: re.Match[str] | None) -> bool:
    """Whether neither a sentence nor much but values and damaged labels stands between a label and the following one."""
    if following is None or "。" in folded[label.end() : following.start()]:
        return False
    near = following.start() - label.end() <= _FARTHEST
    return near or following.start() - _end(folded[: following.start()], label.end()) <= _LINE


def _begins_again(folded: str, table: str, seen: Set[str], label: re.Match[str], following: re.Match[str] | None) -> bool:
    """Whether a label that begins a table follows others, of which one is the same, or in table 4 its last one with words or values."""
    if following is not None and table == "table4":
        whole = "复议后起诉" in seen and following.group() == "结果维持"
        return whole and bool(_OF_HEADERS.sub("", folded[label.end() : following.start()]))
    if following is None or cjk_of(following.group()) not in _FIRST[table] & seen or seen <= _FIRST[table] | _ABOVE:
        return False
    return table != "table2" or _FIRST_ROW.match(folded, following.start()) is not None


def _without_headers(folded: str, table: str) -> Iterator[tuple[int, int]]:
    for match in _WITHOUT_HEADERS[table].finditer(folded):
        end = match.start() + len(match.group().rstrip(" \n"))
        if not _is_prose(folded, table, match.start(), end):
            yield match.start(), end


def _under_heading(folded: str) -> Iterator[tuple[int, int]]:
    """Values below the heading of table 4: as many as its cells, or fewer, blank ones dropped, whose sums stand where it has totals."""
    for match in _UNDER_HEADING.finditer(folded):
        values = [_number(value.group()) for value in _A_VALUE.finditer(match["values"])]
        if len(values) == _BLOCK * _BLOCKS or (any(values) and _are_blocks(values, _BLOCKS)):
            yield match.start("values"), match.start("values") + len(match["values"].rstrip(" \n"))


def _behind_table3(folded: str) -> Iterator[tuple[int, int]]:
    """The values of table 4 without heading and headers: the last of all cells of both, or a line of their own, whose sums hold."""
    for match in _BEHIND_TABLE3.finditer(folded):
        values = list(_A_VALUE.finditer(folded, match.start(), match.end()))
        row, remedies = values[: -_BLOCK * _BLOCKS], values[-_BLOCK * _BLOCKS :]
        above = row[-1].end() if row else match.start()
        start = remedies[0].start()
        alone = "\n" in folded[above:start] and "\n" not in folded[start : match.end()]
        numbers = [_number(value.group()) for value in remedies]
        hold = all(_are_blocks(numbers[place : place + _BLOCK], 1) for place in range(0, len(numbers), _BLOCK))
        if hold and (alone or len(row) == _ROW):
            yield start, match.end()


def _rows_alone(folded: str) -> Iterator[tuple[int, int]]:
    """The values of table 3 without its labels: as many as a form has cells, all of whose sums hold."""
    for match in _ROWS_ALONE.finditer(folded):
        numbers = [_number(value.group()) for value in _A_VALUE.finditer(match["values"])]
        rows = [numbers[start : start + _ROW] for start in range(0, len(numbers), _ROW)]
        add_up = all(2 * row[-1] == sum(row) for row in rows)
        if add_up and any(len(form.fields) == len(numbers) and _balances(form, rows) for form in FORMS if form.table == "table3"):
            yield match.start("values"), match.end()


def _balances(form: Form, rows: Sequence[Sequence[float]]) -> bool:
    """Whether the sums of all columns hold."""
    return all(
        sum(rows[place][column] for place in one.plus) == sum(rows[place][column] for place in one.minus)
        for one in sums_of(form)
        for column in range(_ROW)
    )


def _number(value: str) -> float:
    return float(value.replace(",", "")) if value[0].isdigit() else 0.0


def _are_blocks(values: Sequence[float], most: int) -> bool:
    """Whether the values can be cut in at most so many blocks whose last value is the sum of the others."""
    if not values or not most:
        return not values
    sizes = range(1, min(_BLOCK, len(values)) + 1)
    return any(sum(values[: size - 1]) == values[size - 1] and _are_blocks(values[size:], most - 1) for size in sizes)


def _start(folded: str, table: str, position: int) -> int:
    """Before the row that stands before the first label which only tables have, if its label is damaged or stands behind its values."""
    first = max(0, position - _ROW_LENGTH)
    if row := _ROW_BEFORE.search(folded[first:position]):
        return first + row.start()
    row = _VALUES_BEFORE.search(folded[first:position])
    if row and table == "table3" and len(_A_VALUE.findall(row.group())) == _ROW:
        return first + row.start()
    return position


def _end(folded: str, position: int) -> int:
    """Behind the values, and any labels with values, that follow the last label which only tables have."""
    end = position
    while (values := _VALUES.match(folded, end)) is not None:
        end = values.end()
        label = _LABEL.match(folded, end)
        if label is None:
            break
        end = label.end()
    last = _LAST_LABEL.match(folded, end)
    end = last.end() if last else end
    return position + len(folded[position:end].rstrip(" \n"))


def _is_prose(folded: str, table: str, start: int, end: int) -> bool:
    """Whether its numbers, or without any its labels, are followed by marks, as in a sentence that names what the table names."""
    numbers = list(_NUMBER.finditer(folded, start, end))
    followed = numbers or list(_LABELS[table].finditer(folded, start, end))
    marks = _IN_PROSE if numbers else _LISTED
    said = sum(1 for one in followed if marks.match(folded, one.end()))
    return said > _MOST_IN_PROSE * len(followed)
