"""What went wrong: labels confused, and facts missed, invented, mislinked or misread, with their words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.facts import Entity, Fact
from model.labels import OUTSIDE
from training.evaluation.compare import is_core, key
from training.evaluation.documents import Document
from training.evaluation.slices import AnyFact
from training.filling import GoldFact
from training.markup import Span

_AROUND = 36


class Sort(StrEnum):
    """The sorts of errors."""

    MISSED = "missed"
    """Stated, and nothing was read at its place."""
    INVENTED = "invented"
    """Read where nothing is stated."""
    MISLINKED = "mislinked"
    """The figure was found and given to another field."""
    MISREAD = "misread"
    """Field and place are right, kind or value is not."""


@dataclass(frozen=True, slots=True)
class Error:
    """One wrong fact, with the words around it; `start` and `end` are offsets into `words`."""

    sort: Sort
    stated: str | None
    read: str | None
    document: str
    words: str
    start: int
    end: int
    confidence: float | None


@dataclass(frozen=True, slots=True)
class ErrorGroup:
    """Errors of one sort between the same fields."""

    sort: Sort
    stated: str | None
    read: str | None
    errors: tuple[Error, ...]


def error_groups(documents: Sequence[Document]) -> list[ErrorGroup]:
    """All errors in core facts, the most frequent group first."""
    groups: dict[tuple[Sort, str | None, str | None], list[Error]] = defaultdict(list)
    for one in documents:
        for error in _errors(one):
            groups[error.sort, _field(error.stated), _field(error.read)].append(error)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), str(item[0])))
    return [ErrorGroup(*kind, tuple(found)) for kind, found in ordered]


def _field(described: str | None) -> str | None:
    return described.split(" ")[0] if described else None


def _errors(one: Document) -> Iterator[Error]:
    """The wrong facts of a document, each stated fact paired with at most one that was read at its place."""
    right = Counter(key(fact, with_span=True) for fact in one.gold.facts) & Counter(key(fact, with_span=True) for fact in one.facts)
    stated, read = _wrong(one.gold.facts, right), _wrong(one.facts, right)
    for gold in stated:
        there = [fact for fact in read if fact.start < gold.end and gold.start < fact.end]
        same = next((fact for fact in there if fact.field == gold.field), there[0] if there else None)
        if same is not None:
            read.remove(same)
        if is_core(gold.field) or (same is not None and is_core(same.field)):
            yield _error(one, gold, same)
    yield from (_error(one, None, fact) for fact in read if is_core(fact.field))


def _wrong(facts: Sequence[AnyFact], right: Counter[tuple[object, ...]]) -> list[AnyFact]:
    left = right.copy()
    out: list[AnyFact] = []
    for fact in facts:
        if left[key(fact, with_span=True)]:
            left[key(fact, with_span=True)] -= 1
        else:
            out.append(fact)
    return out


def _error(one: Document, gold: GoldFact | None, read: Fact | None) -> Error:
    if gold is None:
        sort = Sort.INVENTED
    elif read is None:
        sort = Sort.MISSED
    else:
        sort = Sort.MISREAD if read.field == gold.field else Sort.MISLINKED
    place = gold or read
    assert place is not None
    first = max(0, place.start - _AROUND)
    words = one.text[first : place.end + _AROUND].replace("\n", "⏎")
    confidence = read.confidence if read else None
    return Error(sort, _described(gold), _described(read), one.name, words, place.start - first, place.end - first, confidence)


def _described(fact: GoldFact | Fact | None) -> str | None:
    return f"{fact.field} {fact.kind} {fact.value}" if fact else None


def confusion(documents: Sequence[Document]) -> Counter[tuple[str, str]]:
    """How often each label was tagged as which; `O` where nothing was, `(edge)` behind a label whose ends differ."""
    out: Counter[tuple[str, str]] = Counter()
    for one in documents:
        for span in one.gold.spans:
            out[span.label, _tagged_as(span, one.entities)] += 1
        out.update((OUTSIDE, entity.label) for entity in one.entities if not any(_overlap(span, entity) for span in one.gold.spans))
    return out


def _tagged_as(span: Span, entities: Sequence[Entity]) -> str:
    there = [entity for entity in entities if _overlap(span, entity)]
    if not there:
        return OUTSIDE
    best = max(there, key=lambda entity: (entity.label == span.label, min(span.end, entity.end) - max(span.start, entity.start)))
    if best.label == span.label and (best.start, best.end) != (span.start, span.end):
        return f"{best.label} (edge)"
    return best.label


def _overlap(span: Span, entity: Entity) -> bool:
    return span.start < entity.end and entity.start < span.end
