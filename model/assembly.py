"""From entities to facts: zones, links of counts, words, shares and changes, and what each states of the record."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from model.annex import ROW, Row, annex_rows
from model.bodies import part_bodies
from model.bracketed import name_bracketed
from model.carried import CARRIED, came_in_a_year, goes_to_next, is_unanswered, year_gone_to
from model.channels import name_among_channels, name_by_channel, name_mail
from model.clauses import name_by_clause
from model.compared import follow_compared, name_compared
from model.confidence import UNCALIBRATED, Calibration, LinkEvidence
from model.confirmed import confirm
from model.doubts import reviewed
from model.facts import Basis, Entity, Fact, Kind, Source, Time
from model.free_tables import free_table_facts
from model.grids import Cell, find_free_tables
from model.hints import chance_of, settle, settle_change
from model.identity import identity_facts
from model.kinds import settle_kinds
from model.lexicon import name_fields
from model.linking import Breaks
from model.links import Link, link_counts
from model.mentions import find_mentions
from model.not_one import settle_not_one
from model.origins import told_origins
from model.other_business import without_other_business
from model.parts import name_parts, results_in_turn
from model.results import results_before, told_kinds, told_results
from model.said_again import said_again
from model.scopes import alike, settle_scopes
from model.sentences import sections, within, zones
from model.set_apart import set_apart
from model.shares import free_categories, link_changes, link_shares, sign_start
from model.since import add_sums_since
from model.single_cases import settle_single_cases
from model.single_requests import told_alone
from model.sums import name_sums
from model.told_years import add_years_before, settle_years
from model.totals import hold_carried, name_totals
from model.unanswered import add_unanswered
from model.words import link_words
from model.zone import Zone

_NAME_LENGTH = 20
_MEMORY = 3000
"""How many characters back a head or a total can govern; this keeps the work in proportion to the text."""


def assemble(text: str, folded: str, entities: Sequence[Entity], calibration: Calibration = UNCALIBRATED) -> tuple[Fact, ...]:
    """The facts of a text, in reading order.

    Args:
        text: as it was sent.
        folded: what `prose_text` makes of it.
        entities: its tagged spans, in order, not overlapping.
        calibration: what turns the evidence for a fact into its confidence.
    """
    facts = [reviewed(fact, calibration.of_fact(_of_identity(fact)), calibration) for fact in identity_facts(text, folded, entities)]
    year = next((int(fact.value) for fact in facts if fact.field == "year" and fact.value is not None), None)
    of_tables, apart = _tables(text, folded, entities, year, calibration)
    facts.extend(of_tables)
    settled = settle_single_cases(folded, settle_not_one(text, folded, _outside(entities, apart)))
    outside = add_unanswered(folded, settle_kinds(folded, settled))
    timed = settle_years(folded, add_sums_since(folded, add_years_before(folded, outside)), year)
    mentions = find_mentions(folded, timed, year)
    breaks = Breaks(folded)
    section_starts = [start for start, _ in sections(folded)]
    figure_starts = [figure.start for figure in mentions.figures]
    earlier: list[Link] = []
    for start, end in zones(folded):
        if bisect_left(figure_starts, start) == bisect_left(figure_starts, end):
            continue
        section_start = section_starts[bisect_right(section_starts, _first_word(folded, start, end)) - 1]
        remembered = max(section_start, start - _MEMORY)
        heads = tuple(within(mentions.categories, remembered, end))
        zone = Zone(folded, breaks, start, end, mentions.inside(start, end), heads)
        earlier = [link for link in earlier if link.figure.start >= remembered]
        for link, kind in _link_zone(zone, earlier, year):
            facts.extend(_facts(text, zone, link, kind, calibration))
    return tuple(confirm(sorted(facts, key=lambda fact: (fact.start, fact.end)), calibration))


def _tables(
    text: str, folded: str, entities: Sequence[Entity], year: int | None, calibration: Calibration
) -> tuple[list[Fact], list[Row | Cell]]:
    """The facts of the annexed table and of free tables, and the stretches read, in order; annexed rows with columns of years are free."""
    annex = annex_rows(folded)
    free = [table for table in find_free_tables(text, folded, year) if len(table.figures) > 1 or not within(annex, table.start, table.end)]
    rows = [row for row in annex if not any(table.start <= row.start < table.end for table in free)]
    facts = [_row_fact(text, row, calibration) for row in rows]
    for table in free:
        stated = free_table_facts(text, folded, entities, annex, table)
        facts += [reviewed(fact, calibration.of_fact(evidence), calibration) for fact, evidence in stated]
    cells = (cell for table in free for cell in table.cells)
    return facts, sorted([*rows, *cells], key=lambda stretch: stretch.start)


def _outside(entities: Sequence[Entity], apart: Sequence[Row | Cell]) -> list[Entity]:
    """The entities that stand in no row of the annex and no cell of a free table: nothing of these links with what is around them."""
    starts = [stretch.start for stretch in apart]
    return [entity for entity in entities if not (place := bisect_right(starts, entity.start)) or apart[place - 1].end <= entity.start]


def _row_fact(text: str, row: Row, calibration: Calibration) -> Fact:
    return Fact(
        field=row.field,
        kind=Kind.AMOUNT if row.field.startswith("fees.") else Kind.COUNT,
        value=row.number.plain,
        unit=row.unit,
        name=row.label,
        text=text[row.number.start : row.number.end],
        start=row.number.start,
        end=row.number.end,
        time=Time.CURRENT,
        basis=Basis.STATED,
        approximate=False,
        confidence=ROW,
        source=Source.PROSE,
        evidence=(),
        needs_review=calibration.review_below > ROW,
    )


def _first_word(folded: str, start: int, end: int) -> int:
    """Where a zone's words begin: the line end before a heading is not of the section that it closes."""
    return end - len(folded[start:end].lstrip())


def _of_identity(fact: Fact) -> LinkEvidence:
    return LinkEvidence(fact.confidence, hint=fact.confidence, issuer=fact.field == "issuer")


def _link_zone(zone: Zone, earlier: list[Link], year: int | None) -> list[tuple[Link, Kind]]:
    """All links of a zone of a report of a year; its counts and words are added to `earlier` for the zones that follow."""
    counts = _link_counts(zone, earlier, year) if zone.mentions.counts else []
    words = name_among_channels(zone, link_words(zone, counts, earlier), counts)
    of_these = _link_shares_and_changes(zone, counts, words, earlier) if zone.mentions.shares or zone.mentions.changes else []
    earlier.extend(sorted([*counts, *words], key=lambda link: link.figure.start))
    return [*((link, Kind.COUNT) for link in (*counts, *words)), *of_these]


def _link_counts(zone: Zone, earlier: Sequence[Link], year: int | None) -> list[Link]:
    """The links of the counts of a zone, with what the words around them tell of further fields."""
    counts = name_compared(zone, name_totals(zone.folded, link_counts(zone), earlier), earlier)
    counts = name_by_channel(zone, settle_scopes(zone.folded, name_by_clause(zone.folded, name_mail(counts)), earlier))
    counts = told_alone(zone, [settled for link in counts for settled in _settled(zone.folded, link, year)])
    # The encoder sees no digits: which lawsuits a result is of, it cannot tell from their sums.
    counts = hold_carried(zone.folded, settle_scopes(zone.folded, counts, earlier))
    counts = results_before(zone, name_bracketed(zone, name_parts(zone, said_again(zone, counts, earlier))))
    counts = set_apart(zone.folded, part_bodies(zone, results_in_turn(zone, counts), earlier))
    counts = follow_compared(zone, name_sums(zone, without_other_business(zone, counts)))
    counts += [*told_origins(zone, counts), *told_kinds(zone, counts)]
    return [*counts, *told_results(zone, counts)]


def _link_shares_and_changes(zone: Zone, counts: Sequence[Link], words: Sequence[Link], earlier: Sequence[Link]) -> list[tuple[Link, Kind]]:
    """The links of the shares and changes of a zone to its counts and words, and to those of the section before it."""
    linked = [link for link in counts if link.fields]
    owners = [*linked, *free_categories(zone, [*counts, *words])]
    shares = link_shares(zone, owners, [*earlier, *counts])
    changes = link_changes(zone, owners, earlier)
    told = {name for link in words if link.figure.basis is Basis.ALL for name in link.fields}
    return [
        *((settled, Kind.SHARE) for link in shares for settled in settle(link)),
        *((settled, kind) for link, kind in changes for settled in settle_change(link, told)),
    ]


def _settled(folded: str, link: Link, year: int | None) -> list[Link]:
    """A figure's links by words and hints together; by words alone where these tell for sure what was carried.

    That is where years tell it, whose digits the encoder does not see, or where an answer is still to be given.
    """
    if not link.fields or not CARRIED.issuperset(link.fields) or not link.evidence:
        return settle(link)
    words = link.evidence[0]
    return [link] if _told_by_years(folded, words, year) or is_unanswered(folded, words) else settle(link)


def _told_by_years(folded: str, words: Entity, own: int | None) -> bool:
    """Whether years tell which way words carry requests over: from one year to another, or to the one after the report's."""
    named = folded[words.start : words.end]
    from_year_to_year = came_in_a_year(folded, words.start) and year_gone_to(named) is not None
    return from_year_to_year or goes_to_next(folded, words, name_fields(words.label, named), own)


def _facts(text: str, zone: Zone, link: Link, kind: Kind, calibration: Calibration) -> Iterator[Fact]:
    figure = link.figure
    entity = figure.entity
    if figure.number is None:
        start, end = entity.start, entity.end
    elif kind in (Kind.CHANGE, Kind.RATIO):
        start = sign_start(zone.folded, figure) if kind is Kind.CHANGE else figure.number.start
        end = max(entity.end, figure.unit_end)
    else:
        start, end = figure.number.start, figure.number.end
    for field in link.fields or ("other",):
        amount = kind is Kind.COUNT and field.startswith("fees.")
        confidence = calibration.of_fact(_evidence(link, field))
        yield Fact(
            field=field,
            kind=Kind.AMOUNT if amount else kind,
            value=link.value,
            unit="元" if amount else figure.unit,
            name=link.name or _words_around(zone, start),
            text=text[start:end],
            start=start,
            end=end,
            time=Time.CUMULATIVE if kind is Kind.COUNT and field == "disclosure.cumulative" else figure.time,
            basis=figure.basis,
            approximate=figure.number is not None and figure.number.approximate,
            confidence=confidence,
            source=Source.PROSE,
            evidence=(entity, *link.evidence, *((figure.previous,) if figure.previous else ())),
            needs_review=confidence < calibration.review_below,
        )


def _evidence(link: Link, field: str) -> LinkEvidence:
    spans = min([link.figure.entity.confidence, *(entity.confidence for entity in link.evidence)])
    published = field.startswith("disclosure.")
    hint = max(chance_of(link.figure, one) for one in alike(field))
    return LinkEvidence(spans, max(0.0, link.cost), link.margin, link.figure.number is None, published, hint)


def _words_around(zone: Zone, start: int) -> str | None:
    """The words of the clause before a figure that has no category."""
    words = zone.folded[max(zone.start, start - _NAME_LENGTH) : start]
    for mark in "，,。;；、:：\n(":
        words = words.rsplit(mark, 1)[-1]
    return words.strip() or None
