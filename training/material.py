"""What a run trains on: the passages of the corpus, and the labelled reports of users.

A set of texts knows the labels of which it has a span. Where the model is to know a label that a set does not, an untagged character of
that set may be of that label: it counts as right whether it is tagged `O` or with that label (`training.loss`). So a label may be added
with a few labelled reports while the corpus lacks it, and reports whose annotators left a label out do not unteach it.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from model.labels import TAG_IDS, span_tags
from training.filling import Filled
from training.markup import Tagged
from training.passage import Passage

DEV_SHARE = 0.12
BY_RULE = frozenset({"UNIT"})
"""Labels that passages have without their authors marking them."""


@dataclass(frozen=True, slots=True)
class Material:
    """Passages for training and for development, and labelled reports for training.

    `released` are the labels that the release knows from which the run goes on; `hashes` names everything that was read, by its SHA-256.
    """

    train: Sequence[Passage]
    dev: Sequence[Passage]
    reports: Sequence[Filled] = ()
    released: frozenset[str] = frozenset()
    hashes: Mapping[str, str] = field(default_factory=dict)

    @property
    def unknown_to_passages(self) -> list[int]:
        """The ids of the tags that are to be learnt and that the passages do not know."""
        return _tag_ids(self._labels - self._of_passages)

    @property
    def unknown_to_reports(self) -> list[int]:
        """The ids of the tags that are to be learnt and that the reports do not know."""
        return _tag_ids(self._labels - self._of_reports)

    @property
    def _labels(self) -> frozenset[str]:
        return self._of_passages | self._of_reports | self.released

    @property
    def _of_passages(self) -> frozenset[str]:
        pieces = (piece for passage in (*self.train, *self.dev) for piece in passage.pieces)
        return BY_RULE.union(piece.label for piece in pieces if isinstance(piece, Tagged))

    @property
    def _of_reports(self) -> frozenset[str]:
        return frozenset(span.label for report in self.reports for span in report.spans)


def _tag_ids(labels: Iterable[str]) -> list[int]:
    return sorted(TAG_IDS[tag] for label in labels for tag in span_tags(label, 2))


def split_families(passages: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Training and development passages; a family is never divided, and stays on its side when others are added."""
    train: list[Passage] = []
    dev: list[Passage] = []
    for passage in passages:
        (dev if is_dev(passage.family) else train).append(passage)
    return train, dev


def is_dev(name: str) -> bool:
    """Whether what has this name is for development, as about `DEV_SHARE` of all names are."""
    return hashlib.sha256(name.encode()).digest()[0] / 256 < DEV_SHARE
