"""The rows of 政府信息公开情况统计表, the table annexed to reports of the years up to 2018: a label, a unit and a number each.

Its rows have fixed labels and may come in any number, as cells, as lines or run together. What a row states follows from its label alone,
whatever stands around it; the number in a label's note (相同信息计1条) is none of its figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.headings import NUMERAL
from model.numbers import Number, read_number
from model.units import UNIT_NAMES, YUAN, in_yuan

ROW = 0.98
"""The confidence of a row's fact, a lower bound: all 148 rows of five whole reports were right (rule of three, 1 - 3/148)."""
_LEAST_ROWS = 3
"""Fewer rows make no table."""
_RESULTS = {
    "维持具体行政行为数": "upheld",
    "维持具体行政行为或者驳回原告诉讼请求数": "upheld",
    "被依法纠错数": "corrected",
    "其他情形数": "other",
}
_REMEDIES = {"行政复议数量": "reviews", "行政诉讼数量": "litigation"}
# The record has no field for the gazette as a channel, nor for 商业秘密 and 个人隐私, which are both parts of denied.third_party.
_FIELDS = {
    "主动公开政府信息数": "disclosure.total",
    "主动公开规范性文件数": "disclosure.normative_docs",
    "制发规范性文件总数": "table2.normative_docs.issued",
    "政府公报公开政府信息数": "other",
    "政府网站公开政府信息数": "disclosure.website",
    "政务微博公开政府信息数": "disclosure.weibo",
    "政务微信公开政府信息数": "disclosure.wechat",
    "其他方式公开政府信息数": "disclosure.other",
    "回应公众关注热点或重大舆情数": "disclosure.responses",
    "参加或举办新闻发布会总次数": "disclosure.press_conferences",
    "主要负责同志参加新闻发布会次数": "other",
    "政府网站在线访谈次数": "other",
    "主要负责同志参加政府网站在线访谈次数": "other",
    "政策解读稿件发布数": "disclosure.policy_interpretation",
    "微博微信回应事件数": "other",
    "其他方式回应事件数": "other",
    "收到申请数": "requests.received",
    "当面申请数": "requests.by_channel.in_person",
    "传真申请数": "requests.by_channel.fax",
    "网络申请数": "requests.by_channel.online",
    "信函申请数": "requests.by_channel.mail",
    "申请办结数": "requests.processed",
    "按时办结数": "requests.processed.on_time",
    "延期办结数": "requests.processed.late",
    "申请答复数": "requests.processed",
    "属于已主动公开范围数": "requests.outcome.already_public",
    "同意公开答复数": "requests.outcome.granted",
    "同意部分公开答复数": "requests.outcome.partial",
    "不同意公开答复数": "requests.outcome.denied",
    "涉及国家秘密": "requests.outcome.denied.state_secret",
    "涉及商业秘密": "other",
    "涉及个人隐私": "other",
    "危及国家安全、公共安全、经济安全和社会稳定": "requests.outcome.denied.three_security",
    "不是《条例》所指政府信息": "requests.outcome.not_gov_info",
    "法律法规规定的其他情形": "other",
    "不属于本行政机关公开数": "requests.outcome.not_ours",
    "申请信息不存在数": "requests.outcome.nonexistent",
    "告知作出更改补充数": "requests.outcome.unclear",
    "告知通过其他途径办理数": "requests.outcome.other_route",
    **{label: f"{scope}.total" for label, scope in _REMEDIES.items()},
    "举报投诉数量": "complaints.total",
    "依申请公开信息收取的费用": "fees.amount",
    "政府信息公开工作专门机构数": "other",
    "设置政府信息公开查阅点数": "other",
    "从事政府信息公开工作人员数": "staff.total",
    "专职人员数": "staff.fulltime",
    "兼职人员数": "staff.parttime",
    "召开政府信息公开工作会议或专题会议数": "other",
    "举办各类培训班数": "training.sessions",
    "接受培训人员数": "training.people",
}
_LABELS = "|".join(r"\s?".join(label) for label in sorted({*_FIELDS, *_RESULTS}, key=len, reverse=True)).replace("复", "[复覆]")
_ROW = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:其中)?(?P<label>{_LABELS})"
    r"(?:\s?\([^()]{1,60}\))?"
    # Where cells have no edges, the heading of the next part may be drawn into the row.
    rf"(?:{NUMERAL}、[\u4e00-\u9fff]{{2,12}}情况)?"
    rf"[\s|]*(?P<unit>{UNIT_NAMES})(?:[^\S\n]+|[^\S\n]*\|[^\S\n]*|[^\S\n]*\n\s*(?=[\d,.]+[^\S\n]*(?:\n|$)))"
    r"(?P<value>\d[\d,]*(?:\.\d+)?)(?=[\s|]|$)"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its stretch of the text, the label as the form prints it, and the number in its cell; money is in yuan."""

    field: str
    label: str
    start: int
    end: int
    number: Number
    unit: str


def annex_rows(folded: str) -> tuple[Row, ...]:
    """The rows of the table in a folded text, in order; blank ones and those with labels of the office's own are left out."""
    rows = tuple(_rows(folded))
    return rows if len(rows) >= _LEAST_ROWS else ()


def _rows(folded: str) -> Iterator[Row]:
    scope: str | None = None
    for match in _ROW.finditer(folded):
        label = re.sub(r"\s", "", match["label"]).replace("覆", "复")
        result = _RESULTS.get(label)
        scope = _REMEDIES.get(label, scope if result else None)
        field = _FIELDS.get(label) or (f"{scope}.{result}" if scope else None)
        number = read_number(folded, *match.span("value"))
        if field is not None and number is not None:
            yield _row(field, label, match, number)


def _row(field: str, label: str, match: re.Match[str], number: Number) -> Row:
    unit = "元" if match["unit"] in YUAN else match["unit"]
    return Row(field, label, match.start(), match.end(), replace(number, value=in_yuan(number.value, match["unit"])), unit)
