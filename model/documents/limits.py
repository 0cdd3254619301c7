"""The size of a tree that is still read."""

from lxml.etree import _Element

from model.documents.document import DocumentError, Reason

MOST_ELEMENTS = 250_000
"""Elements of a file: a long report in a wordy format has 100,000, and more take longer than the service allows."""


def check_elements(root: _Element) -> None:
    """Refuses a tree that is too large to be a report's.

    Raises:
        DocumentError: too_large.
    """
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise DocumentError(Reason.TOO_LARGE, f"The file has more than {MOST_ELEMENTS:,} elements.")
