"""A tagger of regular expressions, to see what the trained one is worth: same labels, same assembly behind it, no learning.

`python -m training.baseline [--on FOLDER]` scores it, by default on the held-out set. Its words are those that someone would write
down who has read the statutory forms and a few dozen reports.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from model.characters import fold
from model.facts import Entity
from model.labels import BY_NAME, FIGURES, Family
from model.numbers import Number, find_numbers
from model.units import find_unit
from training.corpus import read_corpus
from training.evaluation.documents import fill_all, read_all
from training.evaluation.summary import summarise, table
from training.heldout import HELDOUT

_CATEGORIES = {
    "OUTCOME_CATEGORY": r"予以公开|同意公开|部分公开|不予公开|不同意公开|无法提供|不予处理|其他处理|信息不存在|属于?国家秘密"
    r"|(?:属于?)?[三四]类[内过][部程][^,。;、]{0,4}信息|本机关不掌握|没有现成信息|补正后[^,。;]{0,4}不明确|重复申请|信访举报投诉"
    r"|非本机关[^,。;、\d]{0,6}|申请内容不明确|不属于政府信息|已主动公开|告知[^,。;、\d]{0,4}途径|逾期不补正|第三方[^,。;、\d]{0,6}权益",
    "APPLICANT_CATEGORY": r"自然人|公民|法人或其他组织|法人和其他组织|商业企业|企业|科研机构|社会公益组织|法律服务机构",
    "CHANNEL_CATEGORY": r"(?:通过)?(?:网络|互联网|在线平台|电子邮件|信函|邮寄|传真|当面|现场)(?=申请|方式|[^,。;]{0,6}\d)",
    "REMEDY": r"行政复议|行政诉讼|直接起诉|复议后起诉|举报|投诉|申诉",
    "REMEDY_RESULT": r"(?:结果)?维持|(?:结果)?纠正|撤销|驳回|其他结果|尚未审结|正在审理|撤诉",
    "WORK_ITEM": r"培训班?|参训|专职|兼职|咨询|人大代表建议|政协提案|信息处理费|检索费|收费|减免",
    "DISCLOSURE_ITEM": r"主动公开(?:政府)?信息|公开(?:各类|政府)?信息|发布(?:各类|政府)?信息|门户网站|政府网站|微信公众号|微信|微博|抖音"
    r"|规范性文件|规章|政府公报|政策解读|解读[^,。;、\d]{0,4}|新闻发布会|访问量|浏览量|点击[量率]|阅读量",
    "REQUEST_EVENT": r"(?:上年度?)结转|结转(?:至?下年度?|至20\d\d年)?(?:继续办理|办理)?|收到|受理|新收|接到|答复|办结|办理|处理|答复率",
}
_ANYWHERE = {
    "NIL": r"未收到|没有收到|未发生|没有发生|未产生|未收取|暂无|无(?=行政|政府信息公开|因|依申请)|没有(?=因|行政)",
    "ALL": r"均|全部(?=按|答|办)|皆|都(?=已|按)",
    "PREVIOUS": r"上年|去年(?!结转)|上一年|历年累计",
    "YEAR": r"(?<!\d)20\d\d(?=年?度?[^\n。,]{0,14}(?:年度报告|年报))|(?:^|(?<=[。\n]))20\d\d(?=年[,,]?)",
    "PERIOD": r"(?<=自)20\d\d年\d{1,2}月\d{1,2}日(?=起?至)|20\d\d年1月1日(?=起?至)|(?<=至)(?:20\d\d年)?12月31日",
    "ISSUER": r"^[\u4e00-\u9fff]{2,20}(?:人民政府|局|委员会|厅|部|大学|学院|医院|办事处)(?=20\d\d年|$)",
    "CHANGE": r"(?<=增长)\d[\d.]*%|(?<=下降)\d[\d.]*%|(?<=增加)\d[\d.]*[%件条]|(?<=减少)\d[\d.]*[%件条]",
}
_NEEDS_A_FIGURE = re.compile(r"申请|信息公开")
_FIGURES = {BY_NAME[name].family: name for name in FIGURES if name.endswith("_COUNT")}
_FEE = re.compile(r"费[^。;]{0,12}$")


def tag_by_rules(text: str) -> tuple[Entity, ...]:
    """The entities that regular expressions find, in order, none overlapping; each has the confidence 1."""
    folded = fold(text)
    found: dict[int, Entity] = {}
    taken: list[tuple[int, int]] = []
    for label, start, end in _candidates(folded):
        if all(end <= first or last <= start for first, last in taken):
            taken.append((start, end))
            found[start] = Entity(label, start, end, text[start:end], 1.0)
    return tuple(found[start] for start in sorted(found))


def _candidates(folded: str) -> Iterator[tuple[str, int, int]]:
    """Spans with their labels; the first of two that overlap wins."""
    for label, pattern in _ANYWHERE.items():
        yield from ((label, match.start(), match.end()) for match in re.finditer(pattern, folded, re.MULTILINE))
    categories = [(label, m.start(), m.end()) for label, pattern in _CATEGORIES.items() for m in re.finditer(pattern, folded)]
    for number in find_numbers(folded):
        unit = find_unit(folded, number.end)
        if number.percent:
            yield "SHARE", number.start, number.end
        elif unit and folded[slice(*unit)] in {"元", "万元"}:
            if _FEE.search(folded[max(0, number.start - 30) : number.start]):
                yield "AMOUNT", number.start, number.end
        elif unit:
            yield _label_of(folded, number, categories), number.start, number.end
        if unit and not number.percent:
            yield "UNIT", *unit
    yield from categories


def _label_of(folded: str, number: Number, categories: list[tuple[str, int, int]]) -> str:
    """The label of a count: that of the family of the nearest category of its clause, the ones before it first."""
    opening = max(folded.rfind(mark, 0, number.start) for mark in "。;\n") + 1
    before = [one for one in categories if opening <= one[1] and one[2] <= number.start]
    nearest = max(before, key=lambda one: one[2], default=None)
    if nearest is None or number.start - nearest[2] > 25:
        closing = min((place for mark in ",。;\n" if (place := folded.find(mark, number.end)) >= 0), default=len(folded))
        behind = [one for one in categories if number.end <= one[1] < closing]
        nearest = min(behind, key=lambda one: one[1], default=nearest)
    if nearest is None:
        return "OTHER_COUNT"
    family = BY_NAME[nearest[0]].family
    if family is Family.REQUEST and not _NEEDS_A_FIGURE.search(folded, opening, number.end + 20):
        return "OTHER_COUNT"
    return _FIGURES[family]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Score the tagger of regular expressions.")
    parser.add_argument("--on", type=Path, default=HELDOUT, help="a folder of labelled passages")
    options = parser.parse_args()
    print(table(summarise(read_all(fill_all(read_corpus(options.on)), tag_by_rules))))


if __name__ == "__main__":
    main()
