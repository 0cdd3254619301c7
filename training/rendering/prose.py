"""The prose of a report's first section: it states figures of the tables in wordings of real reports.

Sentences are written with marks: `{field}` stands for the figure of a field, `[words|field]` for words that state it (未收到, 均).
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from model.tables.forms import APPLICANTS, RESULTS
from model.tables.told import READINGS
from training.rendering.draw import Drawn

_MARK = re.compile(r"\{(?P<figure>[a-z_.\d]+)\}|\[(?P<words>[^|\]]+)\|(?P<field>[a-z_.]+)\]")
_APPLICANTS_TOLD, _GROUPS_TOLD, _RESULTS_TOLD, _DECISIONS_TOLD = 0.75, 0.5, 0.75, 0.4
"""So often prose says whose requests they were, what became of them beyond 予以公开, how disputes ended, and what table 2 counts."""
_OTHER_SCOPE = 0.15
"""So often applicants are counted of what was carried in as well, or of what was settled."""
_RECEIVED = (
    "本年新收政府信息公开申请{requests.received}件",
    "全年收到政府信息公开申请{requests.received}件",
    "共受理政府信息公开申请{requests.received}件",
    "收到公众提出的政府信息公开申请{requests.received}件",
)
_CARRIED_IN = ("上年结转{requests.carried_in}件", "另有上年结转{requests.carried_in}件")
_PROCESSED = ("办结{requests.processed}件", "全年答复{requests.processed}件", "共办理{requests.processed}件")
_CARRIED_OUT = ("结转下年度继续办理{requests.carried_out}件", "结转下年度{requests.carried_out}件")
_OF_APPLICANT = ("{name}{mark}件", "{name}申请{mark}件", "{name}提出{mark}件")
_ALL_OF_ONE = ("[均|{field}]为{name}申请", "申请人[全部|{field}]为{name}")
_OUTCOMES = {"granted": "予以公开", "partial": "部分公开", "denied": "不予公开", "unable": "无法提供", "not_processed": "不予处理"}
_ENDED = dict(zip((result.name for result in RESULTS[:-1]), ("维持", "纠正", "其他结果", "尚未审结"), strict=True))


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that a paragraph states from `start` to `end`."""

    field: str
    value: int
    start: int
    end: int


def filled(sentence: str, figures: Mapping[str, int]) -> tuple[str, tuple[Stated, ...]]:
    """A sentence with its figures, and where it states them."""
    text, position = "", 0
    stated: list[Stated] = []
    for mark in _MARK.finditer(sentence):
        text += sentence[position : mark.start()]
        field = mark["figure"] or mark["field"]
        words = mark["words"] or str(figures[field])
        stated.append(Stated(field, figures[field], len(text), len(text) + len(words)))
        text, position = text + words, mark.end()
    return text + sentence[position:], tuple(stated)


def figures_of(drawn: Drawn, source: random.Random) -> dict[str, int]:
    """The figures of prose by field, as the tables have them; those of applicants now and then of another scope."""
    figures: dict[str, int] = {field: int(cell.value) for field, cell in drawn.items()}
    other = source.randrange(1, 3) if source.random() < _OTHER_SCOPE else 0
    for field, readings in READINGS.items():
        scope = other if field.startswith("requests.by_applicant.") else 0
        printed = [cells for cells in readings if all(cell in drawn for cell in cells)]
        if printed:
            figures[field] = sum(figures[cell] for cell in printed[min(scope, len(printed) - 1)])
    return figures


def overview(drawn: Drawn, year: int, source: random.Random) -> Iterator[tuple[str, tuple[Stated, ...]]]:
    """The paragraphs of the first section."""
    figures = figures_of(drawn, source)
    yield filled(f"（一）主动公开。{year}年，我们围绕中心工作做好信息发布，全年{_documents(figures, source)}。", figures)
    yield filled(f"（二）依申请公开。{_requests(figures, source)}", figures)
    yield filled(f"（三）监督保障。{_remedies(figures, source)}", figures)


def _documents(figures: Mapping[str, int], source: random.Random) -> str:
    said = ["制发行政规范性文件{disclosure.normative_docs}件" if figures["disclosure.normative_docs"] else "没有制发行政规范性文件"]
    if figures.get("table2.normative_docs.in_force") and source.random() < _DECISIONS_TOLD:
        said.append("现行有效{table2.normative_docs.in_force}件")
    if figures["table2.licences.decisions"] and source.random() < _DECISIONS_TOLD:
        said.append("作出行政许可决定{table2.licences.decisions}件")
    return "，".join(said)


def _requests(figures: Mapping[str, int], source: random.Random) -> str:
    if not figures["requests.to_handle"]:
        return "全年[未收到|requests.received]政府信息公开申请，也没有上年结转的申请。"
    said = [source.choice(_RECEIVED)]
    if figures["requests.received"] and source.random() < _APPLICANTS_TOLD:
        said.append(_applicants(figures, source))
    said += [source.choice(_CARRIED_IN)] * bool(figures["requests.carried_in"])
    said += [source.choice(_PROCESSED)]
    said += [source.choice(_CARRIED_OUT)] * bool(figures["requests.carried_out"])
    known = _OUTCOMES if source.random() < _GROUPS_TOLD else ("granted", "partial")
    parts = [f"{_OUTCOMES[name]}{{requests.outcome.{name}}}件" for name in known if figures[f"requests.outcome.{name}"]]
    return "，".join(said) + (f"。办理结果中，{'、'.join(parts)}。" if parts else "。")


def _applicants(figures: Mapping[str, int], source: random.Random) -> str:
    """Whose requests they were: all of one, or natural persons and organisations, or each that there is."""
    names = {f"requests.by_applicant.{column.name}": column.zh for column in APPLICANTS[:-1]}
    there = [field for field in names if figures[field]]
    if len(there) == 1:
        return source.choice(_ALL_OF_ONE).format(field=there[0], name=names[there[0]])
    names["requests.by_applicant.legal_person"] = "法人或其他组织"
    if source.random() < 0.5:
        there = [field for field in ("requests.by_applicant.natural_person", "requests.by_applicant.legal_person") if figures[field]]
    wording = source.choice(_OF_APPLICANT)
    return f"其中{'、'.join(wording.format(name=names[field], mark=f'{{{field}}}') for field in there)}"


def _remedies(figures: Mapping[str, int], source: random.Random) -> str:
    if not figures["reviews.total"] + figures["litigation.total"]:
        return "全年没有因政府信息公开引起的行政复议和行政诉讼。"
    told = source.random() < _RESULTS_TOLD
    reviews = _ended("reviews", figures) if told else ""
    lawsuits = _ended("litigation", figures) if told else ""
    direct = "。上述诉讼中，未经复议直接起诉{litigation.direct.total}件" if told and figures["litigation.direct.total"] else ""
    return f"因政府信息公开工作被申请行政复议{{reviews.total}}件{reviews}；被提起行政诉讼{{litigation.total}}件{lawsuits}{direct}。"


def _ended(remedy: str, figures: Mapping[str, int]) -> str:
    """How disputes ended."""
    parts = [f"{words}{{{remedy}.{result}}}件" for result, words in _ENDED.items() if figures[f"{remedy}.{result}"]]
    return f"，结果{'、'.join(parts)}" if parts else ""
