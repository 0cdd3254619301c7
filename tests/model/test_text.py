import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text import flaw, mended


@pytest.mark.parametrize("text", ["3", "\ufeff收到3件", "收到\t3件\r\n\f无。", "😀３４", "\u2028年\u00a0报"])
def test_a_text_with_something_in_it_is_read(text: str) -> None:
    assert flaw(text) is None


@pytest.mark.parametrize("text", ["", " ", "\n\t\r\f", "\u3000\u00a0", "\ufeff", " \ufeff\n"])
def test_a_text_with_nothing_in_it_is_not(text: str) -> None:
    assert flaw(text) == "is empty or holds only white space"


@pytest.mark.parametrize(
    ("character", "name"), [("\x00", "U+0000"), ("\x0b", "U+000B"), ("\x1b", "U+001B"), ("\x7f", "U+007F"), ("\x85", "U+0085")]
)
def test_a_control_character_is_named_with_its_offset_in_code_points(character: str, name: str) -> None:
    assert flaw(f"😀收到{character}3件") == f"holds the control character {name} at offset 3"


def test_a_lone_surrogate_is_named_with_its_offset() -> None:
    assert flaw("收\ud800到") == "holds a lone surrogate, U+D800 at offset 1, which is no character"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_a_text_without_control_characters_is_read_unless_it_is_blank(text: str) -> None:
    assert (flaw(text) is None) == bool(text.replace("\ufeff", "").strip())


@given(st.text(st.characters() | st.sampled_from("\x00\x85\ud800"), min_size=1))
def test_a_mended_text_can_be_read_and_keeps_every_offset(text: str) -> None:
    found = mended(text)
    assert flaw(found) in {None, flaw("")}
    assert len(found) == len(text)
    assert all(now in {then, "\ufffd"} for now, then in zip(found, text, strict=True))
