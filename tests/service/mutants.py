"""Files of every kind that is read, damaged at random in the ways in which files are damaged or made to do harm."""

import random
import re
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from training.rendering.flat import Shape
from training.rendering.html import Style
from training.rendering.text import report_text
from training.roundtrip import drawn_reports, write_file

TESTS = Path(__file__).parents[1]
_REPORTS = 4
"""Drawn reports of each form that are damaged."""
_LARGEST = 8 << 20
"""Bytes of a file that a repetition has made."""
_FLATE = re.compile(rb"/FlateDecode[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"\d+")
_ELEMENT = re.compile(rb"<(?:w:)?(?:tr|td|tc|p|table|tbl)\b[^>]*>")
_HUGE = (b"9" * 400, b"4294967296", b"-2147483649", b"1e308", b"99999999", b"0.0000001")
_OPENERS = {
    "html": (b"<div>", b"<table><tr><td>", b"<b>", b"<pre>", b"<ul><li>"),
    "docx": (b"<w:tbl><w:tr><w:tc>", b"<w:p><w:r><w:txbxContent>", b"<w:sdt>", b"<a>"),
    "pdf": (b"<<", b"[", b"q ", b"(", b"/F Do "),
    "txt": (b"(", "（".encode(), b"|", b"\t"),
}
_PIECES = (b"\0" * 9, b"\xff\xfe", b"\xef\xbb\xbf", b"&#xD800;", b"&a;", b"<![CDATA[", b"]]>", b"<!--", b"endobj", b"%PDF-", b"PK\x03\x04")
_ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-be", "utf-32", "latin-1")

Damage = Callable[[bytes, str, random.Random], bytes]


def mutant(kind: str, source: random.Random) -> bytes:
    """A file of a kind (html, docx, pdf, txt), damaged one to three times."""
    content = source.choice(originals(kind))
    for _ in range(source.randint(1, 3)):
        content = source.choice((*_ANYWHERE, *_OF_KIND[kind]))(content, kind, source)
    return content


@cache
def originals(kind: str) -> tuple[bytes, ...]:
    """The sound files of a kind: drawn reports, for PDF those that LibreOffice and Chromium have made of them."""
    if kind == "pdf":
        folders = (TESTS / "model" / "documents" / "pdf", TESTS / "training" / "roundtrip")
        return tuple(path.read_bytes() for folder in folders for path in sorted(folder.glob("*.pdf")))
    if kind == "txt":
        return tuple(
            report_text(report, shape, source).encode(source.choice(("utf-8", "gb18030", "utf-16")))
            for shape in Shape
            for _, report, source in islice(drawn_reports(shape, _REPORTS), _REPORTS)
        )
    return tuple(_rendered(kind))


def _rendered(kind: str) -> Iterator[bytes]:
    forms = [f"html-{style}" for style in Style] if kind == "html" else ["docx"]
    with TemporaryDirectory() as folder:
        for form in forms:
            for _, report, source in drawn_reports(form, _REPORTS):
                yield write_file(form, report, source, Path(folder)).read_bytes()


def _flip(content: bytes, kind: str, source: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(source.choice((1, 8, 200)) if damaged else 0):
        damaged[source.randrange(len(damaged))] = source.randrange(256)
    return bytes(damaged)


def _cut(content: bytes, kind: str, source: random.Random) -> bytes:
    start, end = _stretch(content, source)
    return content[:start] + content[end:] if source.random() < 0.5 else content[:end]


def _insert(content: bytes, kind: str, source: random.Random) -> bytes:
    place = source.randint(0, len(content))
    return content[:place] + source.choice((*_PIECES, source.randbytes(50))) + content[place:]


def _repeat(content: bytes, kind: str, source: random.Random) -> bytes:
    start, end = _stretch(content, source)
    times = min(source.choice((2, 20, 2000)), _LARGEST // max(1, end - start))
    return content[:end] + content[start:end] * times + content[end:]


def _enlarge(content: bytes, kind: str, source: random.Random) -> bytes:
    """Huge numbers in the place of one or of many."""
    often = source.choice((0.001, 0.02, 0.5))
    return _NUMBER.sub(lambda found: source.choice(_HUGE) if source.random() < often else found[0], content)


def _nest(content: bytes, kind: str, source: random.Random) -> bytes:
    place = source.randint(0, len(content))
    return content[:place] + source.choice(_OPENERS[kind]) * source.choice((30, 300, 3000, 30_000)) + content[place:]


def _repeat_element(content: bytes, kind: str, source: random.Random) -> bytes:
    """Elements of a page or a part put a second time before others, without their ends."""
    found = list(_ELEMENT.finditer(content))
    for one in sorted(source.sample(found, min(len(found), source.choice((1, 20)))), key=re.Match.start, reverse=True):
        content = content[: one.start()] + source.choice(found)[0] * source.choice((1, 50)) + content[one.start() :]
    return content


def _encode(content: bytes, kind: str, source: random.Random) -> bytes:
    """Read in one encoding and written in another, whatever the file declares."""
    return content.decode(source.choice(("utf-8", "gb18030", "latin-1")), "replace").encode(source.choice(_ENCODINGS), "ignore")


def _members(content: bytes, kind: str, source: random.Random) -> bytes:
    """A package whose main part, or another, is damaged, missing, given twice, or stands under the name of another."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:
        return content  # an earlier damage has made it unreadable
    place = next((number for number, (name, _) in enumerate(parts) if name == "word/document.xml"), 0)
    if source.random() < 0.2:
        place = source.randrange(len(parts))
    name, inside = parts[place]
    match source.randrange(6):
        case 0:
            other = source.randrange(len(parts))
            parts[place], parts[other] = (name, parts[other][1]), (parts[other][0], inside)
        case 1:
            del parts[place]
        case 2:
            parts.append((f"word/document{source.randint(2, 9)}.xml", inside))
        case _:
            parts[place] = name, source.choice((*_ANYWHERE, _repeat_element, _encode))(inside, kind, source)
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, inside in parts:
            archive.writestr(name, inside)
    return target.getvalue()


def _stream(content: bytes, kind: str, source: random.Random) -> bytes:
    """A PDF of which one of the packed streams is damaged and packed again."""
    found = list(_FLATE.finditer(content))
    if not found:
        return content
    one = source.choice(found)
    try:
        inside = zlib.decompress(one[1])
    except zlib.error:
        return content  # an earlier damage has made it unreadable
    return content[: one.start(1)] + zlib.compress(source.choice(_ANYWHERE)(inside, kind, source)) + content[one.end(1) :]


def _stretch(content: bytes, source: random.Random) -> tuple[int, int]:
    start = source.randint(0, len(content))
    return start, min(len(content), start + source.choice((3, 100, 3000, 30_000)))


_ANYWHERE: tuple[Damage, ...] = (_flip, _cut, _insert, _repeat, _enlarge, _nest)
_OF_KIND: dict[str, tuple[Damage, ...]] = {
    "html": (_repeat_element, _encode),
    "docx": (_members,) * 24,
    "pdf": (_stream,) * 6,
    "txt": (_encode, _encode),
}
KINDS = tuple(_OF_KIND)
