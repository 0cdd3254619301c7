"""What the entities of a text say, before they are linked: categories with their fields, figures with their values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from model.carried import CARRIED, STILL_OPEN, answered_from, goes_on, goes_to_next, year_gone_to
from model.context import channel_before, words_before
from model.facts import Basis, Entity, Kind, Time
from model.labels import BY_NAME, CATEGORIES, FIGURES, WORDS, Family
from model.lexicon import CHANNELS, name_fields
from model.numbers import Number, read_number
from model.reasons import name_reasons
from model.sentences import within
from model.units import find_unit
from model.years_in_turn import years_in_turn

_CUMULATIVE = ("累计", "历年", "以来", "截至", "截止", "总计", "累积")
_COORDINATORS = {"", "、", "和", "及", "以及", "与", "或", "或者", "暨", "/", ",", "和其他", "并"}
_PREVIOUS_REACH = 24
_CHANGED = re.compile(
    r"(?:增加|增长|减少|上升|下降|上涨|净增|净减|多出)了?\s?$"
    r"|[比较](?:\d{4}年|[上去前往]一?年)度?(?:同期)?[^,;。、\d]{0,6}[多少增减][^,;。、\d至到为达共计有成的]{0,2}$"
    r"|(?:各|分别)[多少增减][加少]?了?(?:\d+[^\d,;。、和]{1,2}[、和])*$"
)
"""Words of direction; a verb after 多 and 少 behind what is compared with (较2019年多收5件); the items of a list (各增1场、85人次)."""
_OF_CHANGE = re.compile("[增减升降涨多少]")
"""No change is told without one of these, which are found many times sooner than that there is none."""
_CHANGED_REACH = 24
_GENERIC_REACH = 10
_PARENTS = frozenset(f"requests.outcome.{name}" for name in ("denied", "unable", "not_processed"))
_OLD_REASONS = frozenset(f"requests.outcome.{name}" for name in ("nonexistent", "not_ours", "unclear", "not_gov_info", "already_public"))
_THEREFORE = re.compile(r"[^,;。、\d]{0,4},?(?:而|因此|故|所以)[^,;。、\d]{0,2}")
_YEAR_OF_WORD = re.compile(r"\d{4}\s?年?度?[^,;。\d]*")
_STANDING = re.compile(r"[^,;。、\n]{0,8}应当?(?:予以|依法|主动)*公开[^,;。、\n]{0,8}未[^,;。、\n]{0,6}公开")
"""应公开而未公开, by whose NIL no figure is told."""
_FOR = re.compile(r"(?:[今本当]?年)?度?(?:才|再|方|后|继续|作出|予以|进行)*")
_YEAR_REACH = 6
_DOCUMENTS = {"disclosure.regulations": "table2.regulations", "disclosure.normative_docs": "table2.normative_docs"}
_STATES = (".repealed", ".in_force")
_AND_NEXT = re.compile(r"[\d一二三四五六七八九十百]+\s?[件部个份项]?\s?(?:、|和|及|以及|与|,)\s?(?:行政)?")
"""The figure of documents with the joint behind it, over which their verb governs the next ones (废止规章1件、规范性文件31件)."""
_IN_BRACKETS = re.compile(r"[\d一二三四五六七八九十百]+\s?[件部个份项]?\s?\([^()。;\n]*")
_OWN_FIGURE = re.compile(r"[了的]?\s?\d")
_JOINS = re.compile(r"[^,;。、\n\d等和及与]{0,8}")


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity of a family, with its place: `start` is the first offset of its words, `end` that behind them."""

    entity: Entity
    family: Family
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        # The place is asked for all the time, too often for a way through the entity.
        object.__setattr__(self, "start", self.entity.start)
        object.__setattr__(self, "end", self.entity.end)


@dataclass(frozen=True, slots=True)
class Category(Mention):
    """A category mention: its words name fields."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure(Mention):
    """A figure mention: a number, or words that stand for one (`number` is None then)."""

    basis: Basis
    number: Number | None
    unit: str | None
    unit_end: int
    time: Time
    previous: Entity | None


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a text, each list in reading order."""

    categories: tuple[Category, ...]
    counts: tuple[Figure, ...]
    words: tuple[Figure, ...]
    """NIL and ALL."""
    shares: tuple[Figure, ...]
    changes: tuple[Figure, ...]

    def inside(self, start: int, end: int) -> "Mentions":
        """The mentions that begin in a stretch."""
        return Mentions(
            categories=tuple(within(self.categories, start, end)),
            counts=tuple(within(self.counts, start, end)),
            words=tuple(within(self.words, start, end)),
            shares=tuple(within(self.shares, start, end)),
            changes=tuple(within(self.changes, start, end)),
        )

    @property
    def figures(self) -> list[Figure]:
        """All figures and words that stand for one, in reading order."""
        return sorted([*self.counts, *self.words, *self.shares, *self.changes], key=attrgetter("start"))


def find_mentions(folded: str, entities: Sequence[Entity], own: int | None = None) -> Mentions:
    """The mentions of a text; figures in which no number can be read are left out.

    Args:
        folded: the folded text.
        entities: its entities, in order.
        own: the year of the report; None where it is not known.
    """
    times = [entity for entity in entities if entity.label in {"YEAR", "PREVIOUS"}]
    numbers = [entity for entity in entities if entity.label in FIGURES]
    told = [entity for entity in entities if entity.label == "NIL" or entity.label in FIGURES]
    years = years_in_turn(folded, entities)
    movers = (years[one.start] if one.start in years else _mover(folded, one, times, told) for one in numbers)
    figures = [figure for entity, mover in zip(numbers, movers, strict=True) if (figure := _figure(folded, entity, mover)) is not None]
    kinds = [(figure, _kind(folded, figure)) for figure in figures]
    return Mentions(
        categories=tuple(_without_generic(folded, list(_categories(folded, entities, own)))),
        counts=tuple(figure for figure, kind in kinds if kind is Kind.COUNT),
        words=tuple(_word_figure(e, _year_of_word(folded, e, times)) for e in entities if _stands_for_figure(folded, e)),
        shares=tuple(figure for figure, kind in kinds if kind is Kind.SHARE),
        changes=tuple(figure for figure, kind in kinds if kind is Kind.CHANGE),
    )


def _stands_for_figure(folded: str, entity: Entity) -> bool:
    return entity.label in WORDS and _STANDING.match(folded, entity.end) is None


def _kind(folded: str, figure: Figure) -> Kind:
    if figure.entity.label == "CHANGE" or _is_changed(folded, figure):
        return Kind.CHANGE
    return Kind.SHARE if figure.entity.label == "SHARE" else Kind.COUNT


def _is_changed(folded: str, figure: Figure) -> bool:
    """Whether a share or count stands right behind words of direction, and so is a change (增加62件, 下降16.8%)."""
    if figure.family is Family.OTHER or figure.entity.label == "AMOUNT":
        return False
    stretch = max(0, figure.start - _CHANGED_REACH), figure.start
    return _OF_CHANGE.search(folded, *stretch) is not None and _CHANGED.search(folded, *stretch) is not None


def _categories(folded: str, entities: Sequence[Entity], own: int | None) -> Iterator[Category]:
    before: Category | None = None
    for entity in entities:
        if entity.label in CATEGORIES:
            category = _category(folded, entity, before.end if before else 0, own)
            before = _in_brackets(folded, before, category) or _of_same_verb(folded, before, category)
            yield before


def _category(folded: str, entity: Entity, before: int, own: int | None) -> Category:
    """The category of an entity; `before` is where the category before it ends.

    What was carried over to the report's own year (结转至2023年, 延至本年) was carried in, what was answered in the next (于2024年1月答复)
    or goes on in that (2024年结转) carried out.
    """
    words = folded[entity.start : entity.end]
    fields = name_fields(entity.label, words_before(entity.label, folded, entity.start, entity.end) + words)
    if fields == ("disclosure.total",):
        fields = channel_before(folded, before, entity.start) or fields
    if entity.label == "OUTCOME_CATEGORY":
        fields = name_reasons(words) or fields
    if fields == ("requests.carried_out",):
        year = year_gone_to(folded[entity.start : entity.end + _YEAR_REACH])
        if year is not None and (year == str(own) or not year.isdigit()):
            fields = ("requests.carried_in",)
    elif goes_to_next(folded, entity, fields, own):
        fields = ("requests.carried_out",)
    return Category(entity, BY_NAME[entity.label].family, fields)


def _of_same_verb(folded: str, before: Category | None, category: Category) -> Category:
    """A category, documents as repealed or in force where the verb of the documents before them governs them too."""
    documents = _DOCUMENTS.get(category.fields[0]) if category.fields else None
    if documents is None or before is None or not before.fields or not before.fields[0].endswith(_STATES):
        return category
    if _AND_NEXT.fullmatch(folded, before.end, category.start) is None:
        return category
    state = before.fields[0].rpartition(".")[2]
    return replace(category, fields=(f"{documents}.{state}",))


def _in_brackets(folded: str, before: Category | None, category: Category) -> Category | None:
    """A bare 废止 or 现行有效 of rules, if it stands in the brackets behind their figure (规章8件(修改2件,废止1件)); else None."""
    state = category.fields[0].removeprefix("table2.normative_docs") if len(category.fields) == 1 else ""
    if before is None or before.fields != ("disclosure.regulations",) or state not in _STATES:
        return None
    if not _IN_BRACKETS.fullmatch(folded, before.end, category.start) or not _OWN_FIGURE.match(folded, category.end):
        return None
    return replace(category, fields=(f"table2.regulations{state}",))


def _without_generic(folded: str, categories: Sequence[Category]) -> Iterator[Category]:
    """The categories but for those that say no more than a neighbour: 不予公开 beside 属于国家秘密, 行政诉讼 behind 复议后起诉的."""
    for number, category in enumerate(categories):
        neighbours = [*categories[max(0, number - 1) : number], *categories[number + 1 : number + 2]]
        if not any(_says_more(folded, other, category) or _is_of_carry(folded, other, category) for other in neighbours):
            yield category


def _says_more(folded: str, other: Category, category: Category) -> bool:
    """Whether `other` names a part of what `category` names, next to it and with no figure between."""
    if len(other.fields) != 1 or len(category.fields) != 1:
        return False
    if category.fields == ("disclosure.total",):
        # A channel before the general word of its clause: 主站信息发布量.
        is_before = other.end <= category.start and other.fields[0] in CHANNELS
        return is_before and _JOINS.fullmatch(folded, other.end, category.start) is not None
    if category.fields[0] in _PARENTS and other.fields[0] in _OLD_REASONS:
        return other.end <= category.start and _THEREFORE.fullmatch(folded, other.end, category.start) is not None
    if not other.fields[0].startswith(category.fields[0] + "."):
        return False
    between = folded[min(other.end, category.end) : max(other.start, category.start)]
    if category.family is Family.REMEDY:
        return between in {"", "的"} and other.end <= category.start
    return category.family is Family.OUTCOME and len(between) <= _GENERIC_REACH and not any(c.isdigit() or c in "。;\n" for c in between)


def _is_of_carry(folded: str, other: Category, category: Category) -> bool:
    """Whether `other` is a carrying over, and `category` what came before it or what it was for (2022年收到,结转至2023年作出答复)."""
    if not CARRIED.issuperset(other.fields) or len(other.fields) != 1:
        return False
    if category.fields == ("requests.received",) and category.end <= other.start:
        goes_over = goes_on(folded, other.start) or STILL_OPEN.match(folded, other.start) is not None
        beside = folded[category.end : other.start] in {"", ",", "、"}
        return (goes_over and beside) or answered_from(folded, category.end, other.start)
    return category.fields == ("requests.processed",) and _FOR.fullmatch(folded, other.end, category.start) is not None


def _figure(folded: str, entity: Entity, mover: Entity | None) -> Figure | None:
    number = read_number(folded, entity.start, entity.end)
    if number is None:
        return None
    unit_span = find_unit(folded, number.end)
    time = Time.CURRENT if mover is None else Time.CUMULATIVE if _is_cumulative(folded, mover) else Time.PREVIOUS
    unit = "%" if number.percent else folded[slice(*unit_span)] if unit_span else None
    end = unit_span[1] if unit_span else entity.end
    return Figure(entity, BY_NAME[entity.label].family, Basis.STATED, number, unit, max(end, entity.end), time, mover)


def _is_cumulative(folded: str, mover: Entity) -> bool:
    return any(word in folded[mover.start : mover.end] for word in _CUMULATIVE)


def _mover(folded: str, entity: Entity, times: Sequence[Entity], told: Sequence[Entity]) -> Entity | None:
    """The PREVIOUS that moves a figure: the last one before it with no other figure, no NIL, no full stop and no YEAR between."""
    before = [time for time in within(times, entity.start - _PREVIOUS_REACH, entity.start) if time.end <= entity.start]
    if not before or before[-1].label == "YEAR" or within(told, before[-1].end, entity.start):
        return None
    return None if "。" in folded[before[-1].end : entity.start] else before[-1]


def _year_of_word(folded: str, word: Entity, times: Sequence[Entity]) -> Entity | None:
    """The earlier year that is named right before a NIL or ALL in its own clause (2014年没有)."""
    before = within(times, word.start - _PREVIOUS_REACH, word.start)
    named = bool(before) and before[-1].label == "PREVIOUS" and _YEAR_OF_WORD.fullmatch(folded, before[-1].start, word.start) is not None
    return before[-1] if named else None


def _word_figure(entity: Entity, mover: Entity | None) -> Figure:
    basis = Basis.NIL if entity.label == "NIL" else Basis.ALL
    return Figure(entity, Family.ANY, basis, None, None, entity.end, Time.PREVIOUS if mover else Time.CURRENT, mover)


def coordinated(folded: str, left: Category, right: Category) -> bool:
    """Whether two neighbouring categories stand side by side (行政复议、行政诉讼)."""
    between = folded[left.end : right.start].replace('"', "")
    return "".join(between.split()) in _COORDINATORS or (len(between) <= 6 and between[:1] in "、和及与或" and between != "")
