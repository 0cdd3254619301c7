"""A whole short report around the tables: title, period, the six sections with prose that repeats figures of the tables, signature."""

import random
from dataclasses import dataclass
from enum import StrEnum

from model.tables.forms import Layout
from training.names import draw_office, draw_place
from training.rendering import prose
from training.rendering.draw import Drawn, form_of
from training.rendering.grid import Grid, grids_of
from training.rendering.prose import Stated

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
    """Text between the tables, and the figures that it states."""

    text: str
    role: Role = Role.BODY
    stated: tuple[Stated, ...] = ()


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is printed, from top to bottom."""

    office: str
    year: int
    blocks: tuple[Block, ...]

    @property
    def told(self) -> dict[str, float]:
        """The figures of its prose by field."""
        paragraphs = (block for block in self.blocks if isinstance(block, Paragraph))
        return {stated.field: stated.value for paragraph in paragraphs for stated in paragraph.stated}


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
        *(Paragraph(text, stated=stated) for text, stated in prose.overview(drawn, year, source)),
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
