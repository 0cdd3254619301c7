"""The report that the fixtures print: its prose and its tables, cell by cell."""

from dataclasses import dataclass

from model.tables.forms import APPLICANTS, RESULTS, Layout, form

TITLE = "某某市人民政府2023年政府信息公开工作年度报告"
RARE = "⽂件⾏政𠮷"
"""Look-alike radicals, and a character beyond U+FFFF."""
HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
)
PROSE = (
    "2023年,全市各级行政机关深入贯彻落实《中华人民共和国政府信息公开条例》,共收到政府信息公开申请3392宗,同比增长278.57%,其中自然人申请2936宗,"
    "法人或其他组织申请456宗;通过网络提交的申请1874宗,通过信函提交的申请1203宗,当面提交的申请315宗,按时办结率为百分之一百。",
    "全年通过市政府门户网站主动公开政府信息152368条,召开新闻发布会27场,发布政策解读材料418篇,回应公众关注热点或重大舆情1056次,网站总访问量达到12345678人次。",
    "一年来,全市举办政府信息公开培训班36期,参加培训的工作人员共计2871人次,设置专职工作人员214名、兼职工作人员1689名,各项经费均已纳入年度预算。",
    "存在的主要问题:个别单位对依申请公开工作的重视程度有待提高;部分政策解读的形式比较单一。下一步将加强培训,完善制度,提升公开实效。",
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A cell as it is printed, with the rows and columns that it spans."""

    text: str
    rows: int = 1
    columns: int = 1


Table = tuple[tuple[Printed, ...], ...]


def number(row: int, column: int) -> str:
    """The value of a cell: blank in every seventh, a nought in others, thousands parted by commas."""
    mark = 3 * row + 5 * column
    return "" if mark % 7 == 0 else f"{(mark * 37) % 2500 if mark % 4 else 0:,}"


def table_2_of_2019() -> Table:
    """Table 2 with its five blocks in one."""
    blocks = (
        ("第二十条第(一)项", ("本年新制作数量", "本年新公开数量", "对外公开总数量"), ("规章", "规范性文件")),
        ("第二十条第(五)项", ("上一年项目数量", "本年增/减", "处理决定数量"), ("行政许可", "其他对外管理服务事项")),
        ("第二十条第(六)项", ("上一年项目数量", "本年增/减", "处理决定数量"), ("行政处罚", "行政强制")),
    )
    return tuple(line for block in blocks for line in _block(*block))


def _block(article: str, columns: tuple[str, ...], rows: tuple[str, ...]) -> Table:
    head = ((Printed(article, columns=4),), tuple(map(Printed, ("信息内容", *columns))))
    return (*head, *((Printed(name), *(Printed(number(len(name) + place, place)) for place in range(3))) for name in rows))


def table_2_of_2021() -> tuple[Table, ...]:
    """Table 2 as four tables, one under the other."""
    one = _block("第二十条第(一)项", ("本年制发件数", "本年废止件数", "现行有效件数"), ("规章", "行政规范性文件"))
    rest = (
        ("第二十条第(五)项", "本年处理决定数量", ("行政许可",)),
        ("第二十条第(六)项", "本年处理决定数量", ("行政处罚", "行政强制")),
        ("第二十条第(八)项", "本年收费金额(单位:万元)", ("行政事业性收费",)),
    )
    return (one, *(_two_columns(*block) for block in rest))


def _two_columns(article: str, column: str, rows: tuple[str, ...]) -> Table:
    head = ((Printed(article, columns=2),), (Printed("信息内容"), Printed(column)))
    return (*head, *((Printed(name), Printed(number(len(name), 1))) for name in rows))


def table_3(layout: Layout) -> Table:
    """Table 3: three lines of headers, then a line for each row of the form."""
    return (*_header_of_table_3(), *_rows_of_table_3(layout))


def _header_of_table_3() -> Table:
    first = Printed("(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", 3, 3)
    kinds = tuple(Printed(column.zh) for column in APPLICANTS)
    return (
        (first, Printed("申请人情况", 1, 7)),
        (Printed("自然人", 2), Printed("法人或其他组织", 1, 5), Printed("总计", 2)),
        kinds[1:6],
    )


def _rows_of_table_3(layout: Layout) -> Table:
    rows = form("table3", layout).rows
    groups = [row.group for row in rows]
    found: list[tuple[Printed, ...]] = []
    for place, row in enumerate(rows):
        labels = [Printed("三、本年度办理结果", len(rows) - 3)] if place == 2 else []
        if "." not in row.name:
            labels.append(Printed(row.label, columns=3 if place < 2 or place == len(rows) - 1 else 2))
        else:
            if groups[place - 1] != row.group:
                labels.append(Printed(row.group, groups.count(row.group)))
            labels.append(Printed(row.label))
        found.append((*labels, *(Printed(number(place, column)) for column in range(7))))
    return tuple(found)


def table_4() -> Table:
    """Table 4: fifteen values in one row under three lines of headers."""
    results = tuple(column.zh for column in RESULTS)
    return (
        (Printed("行政复议", 1, 5), Printed("行政诉讼", 1, 10)),
        (*(Printed(name, 2) for name in results), Printed("未经复议直接起诉", 1, 5), Printed("复议后起诉", 1, 5)),
        tuple(map(Printed, results * 2)),
        tuple(Printed(number(1, column)) for column in range(15)),
    )
