"""The label table: every span that the tagger can mark, in one place.

BIO ids, annotation colours, the data card and the model card are all made from `LABELS`. New labels are appended, so
that the ids of the others stay (a released model keeps its meaning).
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a span does in a statement."""

    CATEGORY = "category"
    """Words that say what a figure is about."""
    FIGURE = "figure"
    """A number."""
    WORD_FIGURE = "word_figure"
    """Words that stand for a number: nil and all."""
    MODIFIER = "modifier"
    """Words that change how a figure is read."""
    IDENTITY = "identity"
    """Whose report it is, and of when."""


class Family(StrEnum):
    """What a span is about; figures are linked to categories of their own family."""

    REQUEST = "request"
    APPLICANT = "applicant"
    CHANNEL = "channel"
    OUTCOME = "outcome"
    REMEDY = "remedy"
    DISCLOSURE = "disclosure"
    WORK = "work"
    OTHER = "other"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Label:
    """One row of the table."""

    name: str
    family: Family
    role: Role
    colour: str
    meaning: str

    @property
    def states(self) -> bool:
        """Whether its spans state figures: numbers, or words that stand for one."""
        return self.role is Role.FIGURE or self.role is Role.WORD_FIGURE


LABELS: tuple[Label, ...] = (
    Label("ISSUER", Family.ANY, Role.IDENTITY, "#5b6c8f", "the body whose report it is"),
    Label("YEAR", Family.ANY, Role.IDENTITY, "#6f7fa3", "the digits of the year that the report is about"),
    Label("PERIOD", Family.ANY, Role.IDENTITY, "#8593b5", "a date that begins or ends the statistics period"),
    Label("REQUEST_EVENT", Family.REQUEST, Role.CATEGORY, "#b5651d", "what happened to requests: 收到, 办理, 结转下年度"),
    Label("REQUEST_COUNT", Family.REQUEST, Role.FIGURE, "#d9822b", "a number of requests"),
    Label("APPLICANT_CATEGORY", Family.APPLICANT, Role.CATEGORY, "#8a6d00", "who applied: 自然人, 商业企业"),
    Label("APPLICANT_COUNT", Family.APPLICANT, Role.FIGURE, "#b89200", "a number of requests by applicant"),
    Label("CHANNEL_CATEGORY", Family.CHANNEL, Role.CATEGORY, "#5d7a1f", "how requests came in: 网络, 信函, 当面"),
    Label("CHANNEL_COUNT", Family.CHANNEL, Role.FIGURE, "#7ea32a", "a number of requests by channel"),
    Label("OUTCOME_CATEGORY", Family.OUTCOME, Role.CATEGORY, "#1f7a5c", "how requests were answered: 予以公开, 属于国家秘密"),
    Label("OUTCOME_COUNT", Family.OUTCOME, Role.FIGURE, "#2aa37b", "a number of requests by outcome"),
    Label("REMEDY", Family.REMEDY, Role.CATEGORY, "#8f2d56", "行政复议, 行政诉讼, 举报投诉"),
    Label("REMEDY_RESULT", Family.REMEDY, Role.CATEGORY, "#b53d70", "how a review or a lawsuit ended: 维持, 纠正, 尚未审结"),
    Label("REMEDY_COUNT", Family.REMEDY, Role.FIGURE, "#d45d8e", "a number of reviews, lawsuits or of their results"),
    Label("DISCLOSURE_ITEM", Family.DISCLOSURE, Role.CATEGORY, "#1f5f8f", "what was published or where: 规范性文件, 门户网站"),
    Label("DISCLOSURE_COUNT", Family.DISCLOSURE, Role.FIGURE, "#2f86c6", "a number of items published, visits or reads"),
    Label("WORK_ITEM", Family.WORK, Role.CATEGORY, "#5a3d8f", "training, staff, consultations, proposals, fees"),
    Label("WORK_COUNT", Family.WORK, Role.FIGURE, "#7c5cc0", "a number of these"),
    Label("OTHER_COUNT", Family.OTHER, Role.FIGURE, "#7a7a7a", "a count of business that is no field of the record"),
    Label("UNIT", Family.ANY, Role.MODIFIER, "#9aa0a6", "the unit of a figure: 件, 宗, 万元"),
    Label("SHARE", Family.ANY, Role.FIGURE, "#008b8b", "a percentage of a whole"),
    Label("CHANGE", Family.ANY, Role.FIGURE, "#c04000", "growth or fall against an earlier period"),
    Label("AMOUNT", Family.WORK, Role.FIGURE, "#6b8e23", "a sum of money of fees for information"),
    Label("NIL", Family.ANY, Role.WORD_FIGURE, "#aa0033", "words that make a figure zero: 未收到, 无"),
    Label("ALL", Family.ANY, Role.WORD_FIGURE, "#0055aa", "words that make a figure equal to its total: 均, 全部"),
    Label("PREVIOUS", Family.ANY, Role.MODIFIER, "#708090", "words that move a figure to an earlier period"),
    Label("TOPIC", Family.DISCLOSURE, Role.CATEGORY, "#4682b4", "the name of a subject in a list of subjects"),
)

BY_NAME: dict[str, Label] = {label.name: label for label in LABELS}

FIGURES = frozenset(label.name for label in LABELS if label.role is Role.FIGURE)
"""Names of the labels of numbers."""
WORDS = frozenset(label.name for label in LABELS if label.role is Role.WORD_FIGURE)
"""Names of the labels of words that stand for a number."""
CATEGORIES = frozenset(label.name for label in LABELS if label.role is Role.CATEGORY)
"""Names of the labels of categories."""

OUTSIDE = "O"


def span_tags(label: str, characters: int) -> list[str]:
    """The BIO tags (IOB2) of a span of so many characters, at least one."""
    return [f"B-{label}", *[f"I-{label}"] * (characters - 1)]


TAGS: tuple[str, ...] = (OUTSIDE, *(tag for label in LABELS for tag in span_tags(label.name, 2)))
"""The tags in the order of their ids."""

TAG_IDS: dict[str, int] = {tag: number for number, tag in enumerate(TAGS)}
