"""Builders of records for the tests of the checks."""

from collections.abc import Mapping
from typing import Any

from model.checks import check_record
from model.facts import Check
from model.record import Figures, Mention, Record, Row, Value

APPLICANT = "requests.by_applicant"
OUTCOME = "requests.outcome"


def stated(value: float | str, **more: Any) -> Value:
    """A value as read from the text that prints it so."""
    text = more.pop("text", str(value))
    return Value(value=value, text=text, start=0, end=len(text), **more)


def mention(value: float | str, text: str | None = None, start: int = 40, **more: Any) -> Mention:
    """Another mention of a figure, further on in the text."""
    text = text or str(value)
    return Mention(value=value, text=text, start=start, end=start + len(text), **more)


def report(counts: Mapping[str, float | Value], **slots: Mapping[str, Any]) -> Record:
    """A record of these counts; each further keyword is a slot of `Figures` with values or `Value`s by field."""
    figures: dict[str, Figures] = {}
    for slot, values in (("count", counts), *slots.items()):
        for field, value in values.items():
            unit = "%" if slot in {"share", "growth"} else None
            made = value if isinstance(value, Value) else stated(value, unit=unit)
            setattr(figures.setdefault(field, Figures()), slot, made)
    return Record(figures=figures)


def under(prefix: str, **values: Any) -> dict[str, Any]:
    """The values by their fields under the prefix."""
    return {f"{prefix}.{name}": value for name, value in values.items()}


def topic_rows(*rows: tuple[str, float | None, float | None]) -> list[Row]:
    """Rows of a list of topics: name, count, share."""
    return [
        Row(name=name, figures=Figures(count=None if count is None else stated(count), share=None if share is None else stated(share)))
        for name, count, share in rows
    ]


def by_rule(record: Record) -> dict[str, Check]:
    """The record's checks by their rules; of rows of lists the last."""
    return {check.rule: check for check in check_record(record)}


def sample() -> Record:
    """The figures of the city report for 2019 that the project started from."""
    counts = {
        **under("requests", received=3392, processed=3394),
        **under(APPLICANT, natural_person=2936, legal_person=456),
        **under(OUTCOME, granted=1680, partial=144, denied=471, unable=666, not_processed=201, other=232),
        **under("reviews", total=130, upheld=85, corrected=14, other=15, pending=16),
        **under("litigation", total=70, upheld=23, corrected=3, other=24, pending=20),
        **under("disclosure", website=4824, catalog=71650, gazette_issues=12),
    }
    shares = {
        **under(APPLICANT, natural_person=86.56, legal_person=13.44),
        **under(OUTCOME, partial=4.24, denied=13.88, unable=19.62, not_processed=5.92, other=6.84),
        f"{OUTCOME}.granted": stated(49.5, text="49.50%", unit="%", decimals=2),
    }
    return report(
        {**counts, "website.pageviews": stated(13920000, text="1392万", unit="PV", decimals=0)},
        share=shares,
        growth={"website.pageviews": 278.57},
    )
