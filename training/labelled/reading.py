"""What a labelled fact of prose states, its value read from the text where none is given."""

from training.filling import GoldFact, gold_facts
from training.labelled.report import LabelledFact
from training.markup import Meaning, Span


def read_fact(text: str, fact: LabelledFact, label: str) -> GoldFact | None:
    """The fact with its value; None where words such as 均 name a total that is not given.

    Args:
        text: the text of the report.
        fact: a fact of its prose.
        label: the label of the span at which the fact stands, empty where there is none.

    Raises:
        MarkupError: the fact has no value, and stands at no number.
    """
    if fact.value is not None:
        return GoldFact(fact.field, fact.kind, fact.value, fact.time.value, fact.start, fact.end)
    if label == "ALL":
        return None
    (read,) = gold_facts(text, Span(fact.start, fact.end, label, (Meaning(fact.field, None, fact.kind, fact.time),)), None)
    return read
