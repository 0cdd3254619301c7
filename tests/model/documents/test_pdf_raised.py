from model.documents.pdf_raised import with_raised
from tests.model.documents.made_pdf import glyphs


def test_raised_digits_behind_a_number_stand_on_its_line_as_marks() -> None:
    found = list(with_raised([*glyphs("12"), *glyphs("[1]", 10, -3.5, 6), *glyphs("件", 19)]))
    assert "".join(glyph.text for glyph in found) == "12[¹]件"
    assert {(glyph.baseline, glyph.size) for glyph in found} == {(0, 10)}


def test_digits_of_other_cells_and_sizes_stay() -> None:
    apart = [*glyphs("12"), *glyphs("3", 20, -3.5, 6)]
    alike = [*glyphs("12"), *glyphs("3", 10, -3.5, 10)]
    level = [*glyphs("12"), *glyphs("3", 10, 0, 6)]
    for drawn in (apart, alike, level):
        assert list(with_raised(drawn)) == drawn
