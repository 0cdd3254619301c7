"""The formats in which labelled reports come and go, one a file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from model.interchange import decode
from training.labelled.faults import Fault, Place, RejectedError
from training.labelled.formats import conll, doccano, extract, label_studio, markup
from training.labelled.intake import Outcome
from training.labelled.report import LabelledReport


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `read` gives what becomes of each report of a file; `write` gives a report's piece of a file.

    A file is `begin`, the pieces with `between` between them, `end`.
    """

    name: str
    title: str
    read: Callable[[str], Iterator[Outcome]]
    write: Callable[[LabelledReport], str]
    begin: str = ""
    between: str = ""
    end: str = ""

    def file(self, pieces: Iterable[str]) -> Iterator[str]:
        """The parts of the file that is made of the pieces."""
        yield self.begin
        for number, piece in enumerate(pieces):
            yield self.between + piece if number else piece
        yield self.end


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("extract", "answers of /v1/extract with their text, one a line", extract.read, extract.write),
        Format("label-studio", "tasks of Label Studio", label_studio.read, label_studio.write, "[\n", ",\n", "\n]\n"),
        Format("doccano", "doccano's JSON Lines", doccano.read, doccano.write),
        Format("doccano-relations", "the same with relations", doccano.read, doccano.write_relations),
        Format("conll", "a character and its BIO tag a line", conll.read, conll.write),
        Format("markup", "passages in the mark-up of the corpus", markup.read, markup.write),
    )
}


def read(content: bytes, name: str | None = None) -> Iterator[Outcome]:
    """What becomes of each report of a file.

    Args:
        content: the file, in UTF-8.
        name: its format; None to tell it from the content.

    Raises:
        model.interchange.NotUtf8Error: the content is not UTF-8.
        RejectedError: the format cannot be told.
    """
    text = decode(content)
    return (FORMATS[name] if name else detect(text)).read(text)


def detect(text: str) -> Format:
    """The format of a file.

    Raises:
        RejectedError: it is none that is read, or begins as JSON and is none.
    """
    found = next((FORMATS[name] for name, module in _DETECTING if module.looks_like(text)), None)
    if found is None:
        raise RejectedError(Fault(Place(1), f"the format cannot be told; those that are read are {', '.join(FORMATS)}"))
    return found


_DETECTING = (("conll", conll), ("markup", markup), ("label-studio", label_studio), ("doccano", doccano), ("extract", extract))
