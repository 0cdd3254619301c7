import subprocess
import sys

from model.documents.pdf import read_pdf
from model.documents.pdf_fonts import FONTS
from tests.model.documents.mark_font import mark_font
from tests.model.documents.written_pdf import Sheet, written


def test_the_font_is_what_its_script_writes_and_alone() -> None:
    assert [file.name for file in FONTS.iterdir()] == ["mark.ttf"]
    assert (FONTS / "mark.ttf").read_bytes() == mark_font()


def test_single_characters_of_a_font_that_the_file_does_not_bring_are_read_on_any_machine() -> None:
    sheet = Sheet()
    sheet.text(60, 100, "收")
    sheet.letters(60, 140, "收到𠮷申请5件")
    assert read_pdf(written(sheet)).text.split("\n") == ["收", "收到𠮷申请5件"]


def test_a_file_that_is_open_elsewhere_survives() -> None:
    sheet = Sheet()
    sheet.text(60, 100, "收到5件")
    read = (
        "import pypdfium2, sys; content = sys.stdin.buffer.read(); file = pypdfium2.PdfDocument(content); page = file[0];"
        "from model.documents.pdf import read_pdf; read_pdf(content); print(page.get_textpage().count_chars()); file.close();"
        "print(read_pdf(content).text)"
    )
    done = subprocess.run([sys.executable, "-c", read], check=False, input=written(sheet), capture_output=True, timeout=60)
    assert (done.returncode, done.stdout.decode().split()) == (0, ["4", "收到5件"]), done.stderr.decode()
