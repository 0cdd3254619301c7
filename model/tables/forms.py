"""The statutory tables: their rows and columns, as printed, and the field of every cell.

Sources: the forms of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. The second has other columns in table 2 and parts
（六）其他处理 of table 3 in three; reports of later years still use the one row of the first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from model.characters import cjk_of
from model.fields import Field


class Layout(StrEnum):
    """The form that a table follows, by the year of the notice."""

    OF_2019 = "2019"
    OF_2021 = "2021"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the last part of its cells' names, and its header."""

    name: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row, or a block of table 4: the middle of its cells' names, its printed label, and the headings of groups printed above it."""

    name: str
    label: str
    en: str
    columns: tuple[Column, ...]
    group: str = ""


@dataclass(frozen=True)
class Form:
    """One table of one layout."""

    table: str
    layout: Layout
    rows: tuple[Row, ...]

    def field(self, row: Row, column: Column) -> str:
        """The name of a cell's field."""
        return f"{self.table}.{row.name}.{column.name}"

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The labels of the rows, CJK characters alone."""
        return tuple(cjk_of(row.label) for row in self.rows)

    @cached_property
    def rows_with(self) -> Mapping[str, Sequence[int]]:
        """Of each character the rows whose labels have it, a row as often as its label does."""
        found: dict[str, list[int]] = {}
        for place, label in enumerate(self.labels):
            for character in label:
                found.setdefault(character, []).append(place)
        return found

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields of all cells, row by row."""
        return tuple(self.field(row, column) for row in self.rows for column in row.columns)


APPLICANTS = (
    Column("natural_person", "自然人", "natural persons"),
    Column("business", "商业企业", "businesses"),
    Column("research", "科研机构", "research institutions"),
    Column("nonprofit", "社会公益组织", "nonprofits"),
    Column("legal_service", "法律服务机构", "legal services"),
    Column("other", "其他", "other applicants"),
    Column("total", "总计", "total"),
)
LEGAL_PERSON = "法人或其他组织"
"""The header above all kinds of applicants but the first."""
RESULTS = (
    Column("upheld", "结果维持", "upheld"),
    Column("corrected", "结果纠正", "corrected"),
    Column("other", "其他结果", "other result"),
    Column("pending", "尚未审结", "pending"),
    Column("total", "总计", "total"),
)


def _of_requests(*rows: tuple[str, str, str, str]) -> tuple[Row, ...]:
    return tuple(Row(name, label, en, APPLICANTS, group) for name, label, en, group in rows)


_DENIED, _UNABLE, _NOT_PROCESSED, _OTHER = "(三)不予公开", "(四)无法提供", "(五)不予处理", "(六)其他处理"
_UP_TO_REISSUE = _of_requests(
    ("received", "一、本年新收政府信息公开申请数量", "received", ""),
    ("carried_in", "二、上年结转政府信息公开申请数量", "carried in", ""),
    ("granted", "(一)予以公开", "granted", "三、本年度办理结果"),
    ("partial", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)", "granted in part", ""),
    ("denied.state_secret", "1.属于国家秘密", "denied: state secret", _DENIED),
    ("denied.law_forbids", "2.其他法律行政法规禁止公开", "denied: forbidden by law", _DENIED),
    ("denied.three_security", "3.危及“三安全一稳定”", "denied: security and stability", _DENIED),
    ("denied.third_party", "4.保护第三方合法权益", "denied: third party's rights", _DENIED),
    ("denied.internal", "5.属于三类内部事务信息", "denied: internal affairs", _DENIED),
    ("denied.process", "6.属于四类过程性信息", "denied: process information", _DENIED),
    ("denied.enforcement_file", "7.属于行政执法案卷", "denied: enforcement file", _DENIED),
    ("denied.admin_query", "8.属于行政查询事项", "denied: administrative query", _DENIED),
    ("unable.not_held", "1.本机关不掌握相关政府信息", "unable: not held", _UNABLE),
    ("unable.needs_making", "2.没有现成信息需要另行制作", "unable: would have to be made", _UNABLE),
    ("unable.unclear", "3.补正后申请内容仍不明确", "unable: unclear after correction", _UNABLE),
    ("not_processed.petition", "1.信访举报投诉类申请", "not processed: petition or complaint", _NOT_PROCESSED),
    ("not_processed.repeat", "2.重复申请", "not processed: repeated", _NOT_PROCESSED),
    ("not_processed.publication", "3.要求提供公开出版物", "not processed: publication asked for", _NOT_PROCESSED),
    ("not_processed.mass", "4.无正当理由大量反复申请", "not processed: mass requests", _NOT_PROCESSED),
    ("not_processed.reissue", "5.要求行政机关确认或重新出具已获取信息", "not processed: reissue asked for", _NOT_PROCESSED),
)
_OTHER_IN_THREE = _of_requests(
    (
        "other.no_correction",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "other: not corrected in time",
        _OTHER,
    ),
    (
        "other.fee_unpaid",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "other: fee not paid in time",
        _OTHER,
    ),
    ("other.other", "3.其他", "other: other", _OTHER),
)
_OTHER_IN_ONE = _of_requests(("other", "(六)其他处理", "handled otherwise", ""))
_SETTLED = _of_requests(
    ("total", "(七)总计", "settled", ""),
    ("carried_out", "四、结转下年度继续办理", "carried out", ""),
)

CHANGE = "change"
"""The column whose numbers may be below zero."""

_MADE_2019 = (
    Column("made", "本年新制作数量", "made"),
    Column("disclosed", "本年新公开数量", "disclosed"),
    Column("total", "对外公开总数量", "disclosed in all"),
)
_ITEMS_2019 = (
    Column("prev_items", "上一年项目数量", "items of the year before"),
    Column(CHANGE, "本年增/减", "change"),
    Column("decisions", "处理决定数量", "decisions"),
)
_MADE_2021 = (
    Column("issued", "本年制发件数", "issued"),
    Column("repealed", "本年废止件数", "repealed"),
    Column("in_force", "现行有效件数", "in force"),
)
_DECISIONS_2021 = (Column("decisions", "本年处理决定数量", "decisions"),)
_ARTICLE_1, _ARTICLE_5, _ARTICLE_6 = "第二十条第(一)项", "第二十条第(五)项", "第二十条第(六)项"
_ARTICLE_8, _ARTICLE_9 = "第二十条第(八)项", "第二十条第(九)项"

FORMS: tuple[Form, ...] = (
    Form(
        "table2",
        Layout.OF_2019,
        (
            Row("regulations", "规章", "regulations", _MADE_2019, _ARTICLE_1),
            Row("normative_docs", "规范性文件", "normative documents", _MADE_2019, _ARTICLE_1),
            Row("licences", "行政许可", "licences", _ITEMS_2019, _ARTICLE_5),
            Row("other_services", "其他对外管理服务事项", "other services", _ITEMS_2019, _ARTICLE_5),
            Row("penalties", "行政处罚", "penalties", _ITEMS_2019, _ARTICLE_6),
            Row("coercion", "行政强制", "coercive measures", _ITEMS_2019, _ARTICLE_6),
            Row("fees", "行政事业性收费", "fees", _ITEMS_2019[:2], _ARTICLE_8),
            Row(
                "procurement",
                "政府集中采购",
                "central procurement",
                (Column("items", "采购项目数量", "items"), Column("amount", "采购总金额", "amount")),
                _ARTICLE_9,
            ),
        ),
    ),
    Form(
        "table2",
        Layout.OF_2021,
        (
            Row("regulations", "规章", "regulations", _MADE_2021, _ARTICLE_1),
            Row("normative_docs", "行政规范性文件", "normative documents", _MADE_2021, _ARTICLE_1),
            Row("licences", "行政许可", "licences", _DECISIONS_2021, _ARTICLE_5),
            Row("penalties", "行政处罚", "penalties", _DECISIONS_2021, _ARTICLE_6),
            Row("coercion", "行政强制", "coercive measures", _DECISIONS_2021, _ARTICLE_6),
            Row("fees", "行政事业性收费", "fees", (Column("amount", "本年收费金额(单位:万元)", "amount"),), _ARTICLE_8),
        ),
    ),
    Form("table3", Layout.OF_2019, (*_UP_TO_REISSUE, *_OTHER_IN_ONE, *_SETTLED)),
    Form("table3", Layout.OF_2021, (*_UP_TO_REISSUE, *_OTHER_IN_THREE, *_SETTLED)),
    Form(
        "table4",
        Layout.OF_2021,
        (
            Row("reviews", "行政复议", "reviews", RESULTS),
            Row("litigation_direct", "未经复议直接起诉", "direct lawsuits", RESULTS, "行政诉讼"),
            Row("litigation_after_review", "复议后起诉", "lawsuits after review", RESULTS, "行政诉讼"),
        ),
    ),
)
"""All forms; table 4 is the same in both layouts."""

LOCAL_ROWS = ("其他主动公开文件", "其他主动公开档案")
"""Rows that offices add to table 2 below 规范性文件; no field has their numbers."""


BALANCED = ("received", "carried_in", "total", "carried_out")
"""The rows of table 3 that its balance is about: what came in, and what became of it; all others are results."""


def result_rows(form: Form) -> tuple[Row, ...]:
    """The rows of table 3 whose sum is the total."""
    return tuple(row for row in form.rows if row.name not in BALANCED)


def form(table: str, layout: Layout) -> Form:
    """The form of a table in a layout."""
    of_table = [form for form in FORMS if form.table == table]
    return next((form for form in of_table if form.layout is layout), of_table[-1])


@cache
def own_words(form: Form) -> frozenset[str]:
    """Labels and headers, CJK characters alone, that no other layout of the table has, not as part of others either."""
    others = [word for other in FORMS if other.table == form.table and other is not form for word in _printed_words(other)]
    return frozenset(word for word in _printed_words(form) if not any(word in other for other in others))


def own_words_in(form: Form, words: str) -> int:
    """How many words of a form stand among those of a table, CJK characters alone, that its other layout lacks."""
    return sum(word in words for word in own_words(form))


def _printed_words(form: Form) -> frozenset[str]:
    texts = (text for row in form.rows for text in (row.label, row.group, *(column.zh.split("(")[0] for column in row.columns)))
    return frozenset(cjk_of(text) for text in texts)


def unnumbered(label: str) -> str:
    """A label without the number before it."""
    return label.lstrip("一二三四五六七八()、.0123456789")


def _cell_fields() -> dict[str, Field]:
    found: dict[str, Field] = {}
    for one in FORMS:
        for row in one.rows:
            for column in row.columns:
                label = unnumbered(row.label).split("(")[0]
                name = one.field(row, column)
                found[name] = Field(name, f"{label}·{column.zh.split('(')[0]}", f"{row.en}, {column.en}")
    return found


CELL_FIELDS: dict[str, Field] = _cell_fields()
"""The field of every cell of every form, by name."""
