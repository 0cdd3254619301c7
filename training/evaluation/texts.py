"""What a release can be evaluated on, by name: the held-out set, the labelled reports, or files of labelled texts."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from training.corpus import read_corpus, read_passages
from training.evaluation.documents import Labelled, fill_all
from training.heldout import HELDOUT
from training.labelled.faults import RejectedError
from training.labelled.formats import markup, read
from training.labelled.report import LabelledReport
from training.reports import assembled, labelled, read_store


def read_texts(on: str, store: Path) -> list[Labelled]:
    """The texts of a set.

    Args:
        on: `heldout`; `labelled` for those reports of the store that are never trained on; or a folder of passages in mark-up, or a file of
            labelled texts in any of the formats.
        store: the database of labelled reports.

    Raises:
        OSError, ValueError: the file cannot be read, or there is nothing in it.
    """
    found = labelled(read_store(store)[1]) if on == "labelled" else _read_files(HELDOUT if on == "heldout" else Path(on))
    if not found:
        raise ValueError(f"{on} holds no labelled text to evaluate on")
    return found


def _read_files(path: Path) -> list[Labelled]:
    if path.is_dir():
        return fill_all(read_corpus(path))
    content = path.read_bytes()
    if markup.looks_like(content.decode()):
        return [_with_facts(one) for one in fill_all(read_passages(path, fields_needed=False))]
    return labelled(_reports(content))


def _with_facts(one: Labelled) -> Labelled:
    """The text, with the facts that are assembled of its spans where no figure names a field, as of any labelled report."""
    return one if one.gold.facts else replace(one, gold=replace(one.gold, facts=tuple(assembled(one.gold.text, one.gold.spans))))


def _reports(content: bytes) -> Iterator[LabelledReport]:
    for outcome in read(content):
        if isinstance(outcome, RejectedError):
            raise outcome
        yield outcome.report


def texts_sha256(texts: Sequence[Labelled]) -> str:
    """The hash of texts with all their labels and facts."""
    digest = hashlib.sha256()
    for one in texts:
        digest.update(repr((one.name, one.gold)).encode())
    return digest.hexdigest()
