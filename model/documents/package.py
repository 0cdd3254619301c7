"""The parts of a DOCX file (ECMA-376, parts 1 and 2), unpacked within limits."""

import lzma
import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml.etree import ErrorTypes, XMLParser, XMLSyntaxError, _Element, fromstring

from model.documents.document import DocumentError, Reason
from model.documents.limits import check_elements

_LARGEST = 64 << 20
"""Bytes of the main part; those of the longest reports have a few million."""
_MOST_RATIO = 200
_ALWAYS_ALLOWED = 4 << 20
"""Bytes of a part that may be packed as tightly as they like; no other part is larger."""
_MAIN = re.compile(r"word/document\d*\.xml")
_OTHERS = ("word/numbering.xml", "word/styles.xml")


@dataclass(frozen=True, slots=True)
class Package:
    """The parts that a report's text is made of; those that a file may lack are None."""

    document: _Element
    numbering: _Element | None
    styles: _Element | None


def open_package(content: bytes) -> Package:
    """The parts of a DOCX file.

    Raises:
        DocumentError: unsupported, encrypted, too_large, broken.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            main = next((name for name in names if _MAIN.fullmatch(name)), None)
            if main is None:
                raise DocumentError(Reason.UNSUPPORTED, f"The file is {_kind(names)}, not a DOCX document.")
            most = min(_LARGEST, max(_ALWAYS_ALLOWED, len(content) * _MOST_RATIO))
            others = (_part(archive, name, _ALWAYS_ALLOWED) if name in names else None for name in _OTHERS)
            return Package(_part(archive, main, most), *others)
    except XMLSyntaxError as error:
        reason = Reason.TOO_DEEP if error.code == ErrorTypes.ERR_RESOURCE_LIMIT else Reason.BROKEN
        raise DocumentError(reason, f"A part of the document cannot be parsed: {error}") from error
    except RuntimeError as error:
        # What zipfile raises for an encrypted member, and for a method of compression that it lacks (NotImplementedError).
        reason = Reason.UNSUPPORTED if isinstance(error, NotImplementedError) else Reason.ENCRYPTED
        raise DocumentError(reason, f"The file cannot be unpacked: {error}") from error
    except DocumentError:
        raise
    except (BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, OSError) as error:
        raise DocumentError(Reason.BROKEN, f"The file is no sound DOCX document: {error}") from error


def _part(archive: ZipFile, name: str, most: int) -> _Element:
    """The tree of a part of at most so many bytes, whatever its header says."""
    with archive.open(name) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise DocumentError(Reason.TOO_LARGE, f"The part {name} is too large, or packed too tightly, to be a report's.")
    # Without huge_tree the parser itself bounds nesting and the growth of entities.
    root = fromstring(content, XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True))
    check_elements(root)
    return root


def _kind(names: list[str]) -> str:
    """What a zip archive that holds no DOCX document is."""
    if "OFD.xml" in names:
        return "an OFD document"
    if "xl/workbook.xml" in names:
        return "an Excel workbook"
    if "ppt/presentation.xml" in names:
        return "a presentation"
    return "a zip archive"
