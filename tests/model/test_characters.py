import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.characters import LOOK_ALIKES, fold, fold_character, tidy_name


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert [fold(character) for character in text] == list(fold(text))


@settings(max_examples=200, deadline=None)
@given(st.characters(codec="utf-8"))
def test_every_character_becomes_one(character: str) -> None:
    assert len(fold_character(character)) == 1


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(min_codepoint=0x1F300, max_codepoint=0x1FAFF)))
def test_emoji_keep_their_count(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("２０１９年", "2019年"),
        ("８６．５６％", "86.56%"),
        ("（一），：；！", "(一),:;!"),
        ("ＡＢｃ", "ABc"),
        ("﹝2019﹞", "〔2019〕"),
        ("“申请”‘件’", "\"申请\"'件'"),
    ],
)
def test_full_width_forms_become_ascii(printed: str, plain: str) -> None:
    assert fold(printed) == plain


@pytest.mark.parametrize(("printed", "plain"), [("⼀⼈⽉⽇⾏⾃", "一人月日行自"), ("⼾", "户")])
def test_kangxi_radicals_become_characters(printed: str, plain: str) -> None:
    assert fold(printed) == plain


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("⻚⻋⻔⻛⻢⻅", "页车门风马见"), ("⺠⺟⻓⻆⻘⻬", "民母长角青齐"), ("⺝⻁⻉⻢⻰⻳", "月虎贝马龙龟")],
)
def test_radicals_that_unicode_leaves_alone_become_characters(printed: str, plain: str) -> None:
    assert unicodedata.normalize("NFKC", printed[0]) == printed[0]
    assert fold(printed) == plain


@pytest.mark.parametrize(
    ("printed", "plain"), [("東莞市人民政府信息公開", "东莞市人民政府信息公开"), ("維持結轉覆議訴訟", "维持结转覆议诉讼"), ("戶", "户")]
)
def test_traditional_characters_become_simplified(printed: str, plain: str) -> None:
    assert fold(printed) == plain


@pytest.mark.parametrize("printed", LOOK_ALIKES)
def test_every_look_alike_needs_its_entry(printed: str) -> None:
    assert fold_character(printed) == LOOK_ALIKES[printed] != unicodedata.normalize("NFKC", printed)


@pytest.mark.parametrize(("printed", "name"), [("⼾籍⺠政局", "户籍民政局"), ("戶政 事務\n所", "戶政事務所")])
def test_in_a_name_look_alikes_are_mended_and_traditional_characters_stay(printed: str, name: str) -> None:
    assert tidy_name(printed) == name


@pytest.mark.parametrize("character", ["\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060", "\u3000", "\u00a0", "\t", "\ufe0f", "\u0000"])
def test_spaces_and_invisible_characters_become_a_space(character: str) -> None:
    assert fold(f"收{character}到") == "收 到"


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_line_ends_stay_as_many_line_ends(ends: str) -> None:
    assert fold(f"收{ends}到") == "收" + "\n" * len(ends) + "到"


@pytest.mark.parametrize("character", ["①", "²", "㎡", "⅓", "㈠", "㍿"])
def test_signs_that_only_contain_digits_stay(character: str) -> None:
    assert not fold(character).isdecimal()
    assert len(fold(character)) == 1


def test_folding_a_surrogate_free_text_twice_changes_little_and_no_length() -> None:
    text = "⻓沙市２０２１年度收到申請３，３９２宗\u200b，占86．56％👍🏽"
    assert fold(fold(text)) == fold(text) == "长沙市2021年度收到申请3,392宗 ,占86.56%👍🏽"
