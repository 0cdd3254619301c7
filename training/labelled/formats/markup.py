"""The mark-up of the corpus: a passage a report, without slots (`data/corpus/GUIDE.md`).

A passage that is written may be put into the corpus where all its figures name their fields: `layout` is any, `level` and `issuer` are
other, `{/}` stands for nothing where a line end would be lost. Figures need not name their fields; where one does, the report has facts.
Units behind figures are labelled when the passage is read, as in the corpus. Of facts the mark-up holds field, kind, value and time.
"""

import re
from collections.abc import Iterator

from model.facts import Basis, Time
from model.labels import BY_NAME, Role
from training.corpus import parse_passage, split_passages
from training.filling import GoldFact, gold_facts, kind_of, with_units
from training.labelled.faults import Fault, Place, RejectedError
from training.labelled.intake import Outcome, RawFact, RawSpan, take
from training.labelled.repair import Stretch
from training.labelled.report import LabelledEntity, LabelledFact, LabelledReport
from training.labelled.unwritable import UnwritableError
from training.markup import MarkupError, Meaning, Span, render

_SPECIAL = re.compile(r"[\[\]{}|\\]")
_WHERE = re.compile(r"line (\d+): ")
_BASES = {"NIL": Basis.NIL, "ALL": Basis.ALL}
_HEADER = "layout: any\nlevel: other\nissuer: other\n"


def looks_like(text: str) -> bool:
    """Whether a file begins with a passage."""
    return text.lstrip().startswith("## ")


def read(text: str) -> Iterator[Outcome]:
    """What becomes of each passage of a file."""
    crlf = "\n---\r\n" in text and "\n---\n" not in text
    for lines, first in split_passages(text.replace("\r\n", "\n") if crlf else text):
        try:
            yield _outcome(lines, first)
        except MarkupError as error:
            where = _WHERE.match(str(error))
            yield RejectedError(Fault(Place(int(where[1]) if where else first), _WHERE.sub("", str(error), count=1)))
        except RejectedError as error:
            yield error


def write(report: LabelledReport) -> str:
    """The report as a passage; facts that stand at no labelled span, such as cells of tables, are left out.

    Raises:
        UnwritableError: a fact has a value that the mark-up cannot state.
    """
    parts: list[str] = []
    position = 0
    for entity in report.entities:
        parts.append(_escaped(report.text[position : entity.start]))
        parts.append(f"[{_escaped(report.text[entity.start : entity.end])}|{entity.label}{_stated(report, entity)}]")
        position = entity.end
    body = re.sub(r"^## ", r"\\## ", "".join([*parts, _escaped(report.text[position:])]), flags=re.MULTILINE)
    body = ("{/}" if body.startswith("\n") else "") + body + ("{/}" if body.endswith("\n") else "")
    return f"## report-{report.id[:16]}/1\n{_HEADER}---\n{body}\n\n"


def _outcome(lines: list[str], first: int) -> Outcome:
    passage = parse_passage(lines, "", first, fields_needed=False)
    text, spans = render(passage.pieces, _fill)
    place = Place(first)
    stated = [(span, fact) for span in spans for fact in gold_facts(text, span, None)]
    raw = [RawSpan(span.label, Stretch(span.start, span.end, None, place)) for span in with_units(text, spans)]
    facts = [_fact(span, fact, place) for span, fact in stated]
    return take(LabelledReport(text=text, entities=(), source=passage.name), place, raw, facts or None)


def _fill(slot: str) -> str:
    if slot != "/":
        raise MarkupError(f"the text of a report has no slots: {{{slot}}}")
    return ""


def _fact(span: Span, fact: GoldFact, place: Place) -> RawFact:
    stretch = Stretch(fact.start, fact.end, None, place)
    stated = LabelledFact(
        field=fact.field,
        kind=fact.kind,
        value=fact.value,
        start=fact.start,
        end=fact.end,
        time=Time(fact.time),
        basis=_BASES.get(span.label, Basis.STATED),
    )
    return RawFact(stated, stretch, (RawSpan(span.label, stretch),))


def _escaped(text: str) -> str:
    # A bar right behind an escaped backslash would count as escaped itself.
    return _SPECIAL.sub(lambda found: f"\\{found[0]}" + ("{/}" if found[0] == "\\" else ""), text)


def _stated(report: LabelledReport, entity: LabelledEntity) -> str:
    """What the entity states, as `=field:value#kind@time`; empty where it states nothing."""
    if BY_NAME[entity.label].role in {Role.CATEGORY, Role.MODIFIER}:
        return ""
    facts = [fact for fact in report.facts or () if entity.start <= fact.start < entity.end]
    meanings = [_meaning(report, entity, fact) for fact in facts]
    return f"={','.join(meanings)}" if meanings else ""


def _meaning(report: LabelledReport, entity: LabelledEntity, fact: LabelledFact) -> str:
    kind = "" if fact.kind is kind_of(entity.label, fact.field) else f"#{fact.kind}"
    time = "" if fact.time is Time.CURRENT else f"@{fact.time}"
    return f"{fact.field}{_value(report, entity, fact)}{kind}{time}"


def _value(report: LabelledReport, entity: LabelledEntity, fact: LabelledFact) -> str:
    """The value as `:value`; empty where it is the one that is read from the entity."""
    if entity.label != "ALL" and fact.value in (None, _read(report.text, entity, fact)):
        return ""
    if isinstance(fact.value, int | float):
        return f":{fact.value}"
    raise UnwritableError(report, f"the value {fact.value!r} of {fact.field} at offset {fact.start} cannot be stated in the mark-up")


def _read(text: str, entity: LabelledEntity, fact: LabelledFact) -> int | float | str | None:
    span = Span(entity.start, entity.end, entity.label, (Meaning(fact.field),))
    try:
        return gold_facts(text, span, None)[0].value
    except MarkupError:
        return None
