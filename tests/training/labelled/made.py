"""Labelled reports for tests, drawn and by hand."""

from collections.abc import Iterable

from hypothesis import strategies as st

from model.characters import fold
from model.labels import LABELS
from model.tagger import number_mask
from model.text import flaw
from training.labelled.intake import Outcome, Taken
from training.labelled.report import LabelledEntity, LabelledFact, LabelledReport

CHARACTERS = "收到申请件年网络,。0123456789.%万[]{}|\\# \n\r\t\u3000😀𠀀\ufeff-O"


def entity(text: str, words: str, label: str) -> LabelledEntity:
    start = text.index(words)
    return LabelledEntity(label=label, start=start, end=start + len(words))


def fact(field: str, value: int, figure: LabelledEntity, *evidence: LabelledEntity, basis: str = "stated") -> LabelledFact:
    given = {"field": field, "kind": "count", "value": value, "basis": basis}
    return LabelledFact.model_validate(given | {"start": figure.start, "end": figure.end, "evidence": (figure, *evidence)})


TEXT = "2023年,共收到申请1,234件,均已答复。"
_YEAR, _VERB, _COUNT, _UNIT, _ALL = (
    entity(TEXT, words, label)
    for words, label in (("2023", "YEAR"), ("收到", "REQUEST_EVENT"), ("1,234", "REQUEST_COUNT"), ("件", "UNIT"), ("均", "ALL"))
)
REPORT = LabelledReport(
    text=TEXT,
    entities=(_YEAR, _VERB, _COUNT, _UNIT, _ALL),
    facts=(fact("requests.received", 1234, _COUNT, _VERB), fact("requests.processed", 1234, _ALL, basis="all")),
    source="some.txt",
    annotator="li",
)


def without_facts(report: LabelledReport) -> LabelledReport:
    return report.model_copy(update={"facts": None})


@st.composite
def reports(draw: st.DrawFn) -> LabelledReport:
    """Any text with any spans that do not overlap and cut no number."""
    text = draw(st.text(CHARACTERS, min_size=1, max_size=60).filter(lambda text: flaw(text) is None))
    glued = [*number_mask(fold(text)), False]
    cuts = [at for at, inside in enumerate(glued) if not inside]
    ends = sorted(draw(st.sets(st.sampled_from(cuts), max_size=8)))
    labels = st.sampled_from([label.name for label in LABELS])
    spans = [LabelledEntity(label=draw(labels), start=a, end=b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    return LabelledReport(text=text, entities=tuple(spans), source="drawn")


def taken(outcomes: Iterable[Outcome]) -> list[LabelledReport]:
    """The reports of a file in which nothing is wrong."""
    out = []
    for outcome in outcomes:
        assert isinstance(outcome, Taken), outcome
        out.append(outcome.report)
    return out
