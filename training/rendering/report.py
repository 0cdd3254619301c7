"""A whole short report around the tables: title, period, the six sections with prose that repeats figures of the tables, signature."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from model.tables.forms import Layout
from training.names import draw_office, draw_place
from training.rendering.draw import Drawn, form_of
from training.rendering.grid import Grid, grids_of

_YEARS = {Layout.OF_2019: (2019, 2020), Layout.OF_2021: (2021, 2025)}
_HEADINGS = {
    Layout.OF_2019: (
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ),
    Layout.OF_2021: (
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "五、政府信息公开工作存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ),
}
_PROBLEMS = (
    "一年来，公开的深度和解读的形式与群众期待相比还有差距。下一步将把公开要求嵌入办文办事流程，多用图解、问答等方式讲清政策。",
    "目前个别科室对公开范围把握不准，信息更新不够及时。今后将加强培训和检查，压实责任，确保应公开尽公开。",
    "工作人员流动较快，答复文书的规范程度有待提高。我们将编写办理指引，完善会商机制，提升答复质量。",
)
_OTHERS = ("本年度没有收取信息处理费，无其他需要报告的事项。", "无。", "暂无其他需要报告的事项。")


class Role(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text between the tables."""

    text: str
    role: Role = Role.BODY


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is printed, from top to bottom."""

    office: str
    year: int
    blocks: tuple[Block, ...]


def compose(drawn: Drawn, source: random.Random) -> Report:
    """A report of an invented office whose tables hold the drawn cells."""
    layout = form_of("table2", drawn).layout
    year = source.randint(*_YEARS[layout])
    office = _office(source)
    overview, disclosure, requests, remedies, problems, others = (Paragraph(text, Role.HEADING) for text in _HEADINGS[layout])
    blocks: tuple[Block, ...] = (
        Paragraph(f"{office}{year}年政府信息公开工作年度报告", Role.TITLE),
        Paragraph(f"根据《中华人民共和国政府信息公开条例》编制本报告。所列数据的统计期限为{year}年1月1日至{year}年12月31日。"),
        overview,
        *map(Paragraph, _overview(drawn, year, source)),
        disclosure,
        *grids_of("table2", drawn, source),
        requests,
        *grids_of("table3", drawn, source),
        remedies,
        *grids_of("table4", drawn, source),
        problems,
        Paragraph(source.choice(_PROBLEMS)),
        others,
        Paragraph(source.choice(_OTHERS)),
        Paragraph(office, Role.SIGNATURE),
        Paragraph(f"{year + 1}年1月{source.randint(4, 31)}日", Role.SIGNATURE),
    )
    return Report(office, year, blocks)


def _office(source: random.Random) -> str:
    level = source.choice(("city", "county", "town"))
    issuer = "town" if level == "town" else source.choice(("bureau", "government"))
    return draw_office(level, issuer, draw_place(level, source), source)


def _overview(drawn: Drawn, year: int, source: random.Random) -> Iterator[str]:
    """The prose of the first section; it states what the tables state."""
    column = "issued" if "table2.normative_docs.issued" in drawn else "made"
    documents = drawn[f"table2.normative_docs.{column}"].value
    issued = f"制发行政规范性文件{documents}件" if documents else "没有制发行政规范性文件"
    yield f"（一）主动公开。{year}年，我们围绕中心工作做好信息发布，全年{issued}。"
    yield f"（二）依申请公开。{_requests(drawn, source)}"
    yield f"（三）监督保障。{_remedies(drawn)}"


def _requests(drawn: Drawn, source: random.Random) -> str:
    received, carried_in, total, carried_out = (
        drawn[f"table3.{row}.total"].value for row in ("received", "carried_in", "total", "carried_out")
    )
    if not received + carried_in:
        return "全年未收到政府信息公开申请，也没有上年结转的申请。"
    said = [f"{source.choice(('本年新收', '全年收到'))}政府信息公开申请{received}件"]
    said += [f"上年结转{carried_in}件"] if carried_in else []
    said += [f"办结{total}件"]
    said += [f"结转下年度继续办理{carried_out}件"] if carried_out else []
    granted, partial = (drawn[f"table3.{row}.total"].value for row in ("granted", "partial"))
    parts = [f"予以公开{granted}件"] * bool(granted) + [f"部分公开{partial}件"] * bool(partial)
    return "，".join(said) + (f"。办理结果中，{'、'.join(parts)}。" if parts else "。")


def _remedies(drawn: Drawn) -> str:
    reviews = drawn["table4.reviews.total"].value
    lawsuits = drawn["table4.litigation_direct.total"].value + drawn["table4.litigation_after_review.total"].value
    if not reviews + lawsuits:
        return "全年没有因政府信息公开引起的行政复议和行政诉讼。"
    return f"因政府信息公开工作被申请行政复议{reviews}件，被提起行政诉讼{lawsuits}件。"
