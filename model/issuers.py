"""Whose report it is: the names that the tagger found, and those that stand where only the issuer's can, in title, box or opening."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from model.dates import YEAR
from model.facts import Entity
from model.sentences import within

_OFFICE = "政府|政府办公室|局|委员会|办公室|厅|部|署|院|大学|学院|学校|医院|办事处|公司|中心|管委会"
_OFFICE_LINE = re.compile(rf"^[ ]*([\u4e00-\u9fff]{{2,28}}(?:{_OFFICE}))[ ]*$", re.MULTILINE)
_SIGNATURE_CONFIDENCE = 0.8
_STATED_CONFIDENCE = 0.9
_ASSOCIATION = "联(?![合系动络网])|协(?![会调助同作商议办力])"
"""What short names of associations end in (县残联, 区科协)."""
_LAST = f"(?:[省市县区州旗盟镇乡道局厅委会府院校学司心部办室关署社所站队处园馆团台场宫港行厂]|{_ASSOCIATION})"
_NAME_LAST = re.compile(_LAST)
_NO_NAME = re.compile(r"(?:关于|现[将由]|根据|按照)+")
_NAME_START = re.compile(r"^[\u4e00-\u9fff]{1,2}\Z", re.MULTILINE)
_NAME_REST = re.compile(
    r"[\u4e00-\u9fff]{0,4}?(?:[省市县区镇乡道局厅委会府院校学司心部办室署]|联(?![合系动络网])|协(?![会调助同作商议办力]))"
)

_YEAR = rf"\s{{0,2}}{YEAR}\s?(?:[-—–~至]\s?(?:20)?\d\d\s?)?学?年?(?:度(?!假))?\s?"
_NOT_IN_NAME = "关于|转发|报送|根据|按照|参照|做好|欢迎|上级"
"""Words of titles about the report of another office (关于转发县政府…报告的通知), and those that lead up to a name."""
_NO_START = r"(?:现?[将由])?(?:[本我该各年]|度(?!假))|全[省市县区镇乡]|对(?![外口])|[省市县区镇乡州]?级?政府"
"""What the words of a title begin with that name nobody (现将我委…, 2015年|度政府信息公开年报)."""
_NAME = rf"(?!{_NO_START})(?:(?!{_NOT_IN_NAME})[\u4e00-\u9fff]){{2,29}}?{_LAST}"
_TITLE = re.compile(
    rf"^[^\S\n]*(?:关于|现(?!代)将?|向社会|公布|发布|报送|印发)*(?:{_YEAR})?({_NAME})(?:关于)?(?:{_YEAR})?的?"
    r"(?:(?:政府)?信息|政务)公开[^,。;\n]{0,14}(?:报告|年报)(?![^,。;\n]{0,4}(?:平台|专栏|栏目|专题|频道))",
    re.MULTILINE,
)
_OPENING = re.compile(rf"报告由({_NAME})(?=根据|按照|依据|依照|编制|负责编制)")
_BOX = re.compile(rf"(?:发布|公开|发文|制发|编制)(?:机构|单位|机关)\s?:\s{{0,3}}({_NAME})(?=\s|$)")
_LONGEST = 30
_HEAD = 2000
"""Characters within which title, opening and box stand."""

_PLACE = "[省市县区州旗盟镇乡縣區鎮鄉]"
_PLACE_BEFORE, _PLACE_END = re.compile(_PLACE), re.compile(rf"{_PLACE}$")
_PLACE_LEFT_OUT = re.compile(rf"(?<!城){_PLACE}(?![场場])")
_GOVERNMENTS = ("人民政府", "政府")
_LEAST_SHORT = 3
"""Characters that a short name has at least (市人社局 of 柳浦市人力资源和社会保障局); two would fit many an office."""
_WHOLE_ENDS = {"委": "委员会", "办": "办公室"}


@dataclass(frozen=True, slots=True)
class _Named:
    """A name that stands whole in the text, and how sure it is where nothing of it was tagged; None needs a tag."""

    start: int
    end: int
    untagged: float | None


def issuers(text: str, folded: str, tagged: Sequence[Entity]) -> list[Entity]:
    """Every mention of the issuer, as the span of its whole name, in reading order.

    Title, opening and index box name it where nothing was tagged, too, and so does a last line that is the name of an office. Where the
    first three's name stands again, or a line is the name of an office and no more, a tagged part of it is the whole name.
    """
    tagged = [_whole_name(text, folded, entity) for entity in tagged]
    named = _named(folded, tagged)
    parts = [_parts(tagged, name) for name in named]
    owned = set(chain.from_iterable(parts))
    found = [entity for entity in tagged if entity not in owned]
    for name, inside in zip(named, parts, strict=True):
        sure = [entity.confidence for entity in inside] + ([] if name.untagged is None else [name.untagged])
        if sure:
            found.append(Entity("ISSUER", name.start, name.end, text[name.start : name.end], max(sure)))
    return sorted(found, key=lambda entity: entity.start)


def _parts(tagged: Sequence[Entity], name: _Named) -> list[Entity]:
    """What was tagged of a name; the bounds of one that needs no tag are sure, so that tags across them are its own, too (关于|景原县)."""
    if name.untagged is None:
        return [entity for entity in within(tagged, name.start, name.end) if entity.end <= name.end]
    return [entity for entity in within(tagged, name.start - _LONGEST, name.end) if entity.end > name.start]


def completes(name: str, longer: str) -> bool:
    """Whether a longer name is the same with its place before it (交通局, 青川县交通局) or its government behind it, or in full."""
    if longer.endswith(name):
        return _PLACE_END.search(longer.removesuffix(name)) is not None or _PLACE_BEFORE.match(name) is not None
    if longer.startswith(name):
        return _PLACE_END.search(name) is not None and longer.removeprefix(name) in _GOVERNMENTS
    return _shortens(name, longer)


def _shortens(name: str, longer: str) -> bool:
    """Whether a name has some characters of a longer one in their order and ends as that does (双河市国资委).

    No place may be left out among them: 双河市人民政府 is not 双河市大安镇人民政府.
    """
    end = _WHOLE_ENDS.get(name[-1:], name[-1:])
    if len(name) < _LEAST_SHORT or len(name) >= len(longer) or not longer.endswith(end):
        return False
    rest = longer.removesuffix(end)
    places = [rest.find(name[0])]
    for character in name[1:-1]:
        places.append(rest.find(character, places[-1] + 1))
    return min(places) >= 0 and not any(_PLACE_LEFT_OUT.search(rest, one + 1, other) for one, other in pairwise(places))


def _whole_name(text: str, folded: str, entity: Entity) -> Entity:
    """The mention of an issuer with all of its name and nothing else.

    The tagger may have stopped inside it (怀源街|道), begun late in its line (怀|源街道) or too early (关于|怀源街道).
    """
    start, end = entity.start, entity.end
    if words := _NO_NAME.match(folded, start, end):
        start = words.end()
    elif (lost := _NAME_START.search(folded[max(0, start - 3) : start])) and not _NO_NAME.match(lost.group()):
        start -= len(lost.group())
    last = len(folded[:end].rstrip()) - 1
    if not _NAME_LAST.match(folded, last) and (rest := _NAME_REST.match(folded, end)):
        end = rest.end()
    return replace(entity, start=start, end=end, text=text[start:end])


def _named(folded: str, tagged: Sequence[Entity]) -> list[_Named]:
    """All names that stand whole, in order, none inside another."""
    stated = _stated(folded)
    last = len(folded.rstrip())
    named: dict[tuple[int, int], float | None] = dict.fromkeys(_again(folded, stated))
    named |= {
        match.span(1): _SIGNATURE_CONFIDENCE if match.end() == last else None
        for match in _OFFICE_LINE.finditer(folded)
        if match.end() == last or within(tagged, match.start(), match.end())
    }
    named |= dict.fromkeys(stated, _STATED_CONFIDENCE)
    out: list[_Named] = []
    for (start, end), untagged in sorted(named.items(), key=lambda one: (one[0][0], -one[0][1])):
        if not out or end > out[-1].end:
            out.append(_Named(start, end, untagged))
    return out


def _stated(folded: str) -> list[tuple[int, int]]:
    """The names of title, opening and index box; those of the later ones that are not the name of the first are others'."""
    found: list[tuple[int, int]] = []
    for pattern in (_TITLE, _OPENING, _BOX):
        if match := pattern.search(folded, 0, _HEAD):
            first = folded[slice(*found[0])] if found else match[1]
            if first == match[1] or completes(first, match[1]) or completes(match[1], first):
                found.append(match.span(1))
    return found


def _again(folded: str, stated: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Everywhere that the stated names stand."""
    names = sorted({folded[start:end] for start, end in stated}, key=len, reverse=True)
    if names:
        yield from (match.span() for match in re.finditer("|".join(names), folded))
