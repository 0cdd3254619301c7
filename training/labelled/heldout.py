"""Labelled reports whose texts are held out: they are kept as any other, but nothing may be trained on them."""

from collections.abc import Iterable, Sequence

from training.evaluation.documents import fill_all
from training.heldout import bare
from training.labelled.report import LabelledReport
from training.passage import Passage


def without_heldout(reports: Iterable[LabelledReport], heldout: Sequence[Passage]) -> tuple[list[LabelledReport], list[LabelledReport]]:
    """The reports that may be trained on, and those whose text is one that a passage of the held-out set is evaluated with.

    Texts are the same that differ in nothing but years, dates, white space and the forms of characters. That only a part of a text is held
    out is not noticed.
    """
    texts = {bare(one.gold.text) for one in fill_all(heldout)}
    free: list[LabelledReport] = []
    held: list[LabelledReport] = []
    for report in reports:
        (held if bare(report.text) in texts else free).append(report)
    return free, held
