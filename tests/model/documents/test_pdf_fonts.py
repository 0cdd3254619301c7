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
