"""Plain text."""

from model.documents.document import Document
from model.documents.encoding import decode


def read_plain(content: bytes) -> Document:
    """The text as it is, without its mark, line ends as line feeds.

    Raises:
        DocumentError: broken or unsupported, where no encoding makes it a plausible text.
    """
    return Document(decode(content).replace("\r\n", "\n").replace("\r", "\n"))
