import random
import time

import pytest

from model.documents import pdf
from model.documents.document import DocumentError, Reason
from model.documents.pdf import read_pdf
from tests.model.documents.made_pdf import FIXTURES, blank_pages, pictured_pages, repeated, turned


def refusal(content: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read_pdf(content)
    return caught.value


def test_a_file_with_a_password_is_encrypted() -> None:
    assert refusal((FIXTURES / "encrypted.pdf").read_bytes()).reason is Reason.ENCRYPTED


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"no PDF at all", (FIXTURES / "writer-2021.pdf").read_bytes()[:20_000]])
def test_a_damaged_file_is_broken(content: bytes) -> None:
    assert refusal(content).reason is Reason.BROKEN


def test_pictures_of_pages_are_scanned_and_the_message_says_what_they_need() -> None:
    error = refusal(pictured_pages(2))
    assert error.reason is Reason.SCANNED
    assert "OCR" in str(error)


def test_pages_without_anything_are_empty() -> None:
    assert refusal(blank_pages(1)).reason is Reason.EMPTY


def test_more_than_500_pages_are_too_large() -> None:
    assert refusal(blank_pages(501)).reason is Reason.TOO_LARGE


def test_more_characters_than_any_report_has_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    content = (FIXTURES / "writer-2021.pdf").read_bytes()
    for most in (10, 1500):  # On the first page, and on both.
        monkeypatch.setattr(pdf, "MOST_CHARACTERS", most)
        assert refusal(content).reason is Reason.TOO_LARGE


def test_damage_anywhere_is_refused_or_read_around() -> None:
    chance = random.Random(7)
    sources = [path.read_bytes() for path in sorted(FIXTURES.glob("*.pdf"))]
    for _ in range(60):
        content = bytearray(chance.choice(sources))
        for _ in range(chance.choice((1, 20, 400))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            read_pdf(bytes(content)).text.encode()
        except DocumentError:
            continue


def test_ten_pages_take_less_than_three_seconds() -> None:
    content = repeated("writer-2021.pdf", 5)
    start = time.process_time()
    found = read_pdf(content)
    assert time.process_time() - start < 3
    assert found.text.count("信息内容") == 20


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_pages_that_are_drawn_turned_are_read_upright(quarters: int) -> None:
    assert read_pdf(turned("chromium-2021.pdf", quarters)) == read_pdf((FIXTURES / "chromium-2021.pdf").read_bytes())
