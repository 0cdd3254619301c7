import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.windows import AFTER, BEFORE, CORE, cut, sentence_ends

LONGEST = 510  # characters: what the encoder takes, but for [CLS] and [SEP]

texts = st.lists(st.sampled_from(["收到申请", "3392宗", "。", ",", "\n", "\n\n", " ", "!", '。"', "字" * 90, "公" * 300, "💬"])).map(
    "".join
)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_cores_tile_the_text(text: str) -> None:
    windows = cut(text)
    assert "".join(text[window.core_start : window.core_end] for window in windows) == text
    assert [window.core_start for window in windows] == [0, *(window.core_end for window in windows[:-1])][: len(windows)]


@settings(max_examples=200, deadline=None)
@given(texts)
def test_windows_fit_the_encoder_and_hold_their_cores(text: str) -> None:
    for window in cut(text):
        assert 0 <= window.start <= window.core_start < window.core_end <= window.end <= len(text)
        assert window.core_end - window.core_start <= CORE
        assert window.end - window.start <= LONGEST


@settings(max_examples=100, deadline=None)
@given(texts)
def test_sentence_ends_rise_to_the_end_of_the_text(text: str) -> None:
    ends = sentence_ends(text)
    assert ends == sorted(set(ends))
    assert ends[-1:] == ([len(text)] if text else [])


def test_a_short_text_is_one_window() -> None:
    text = "收到申请3宗。均已答复。"
    assert [(window.start, window.end) for window in cut(text)] == [(0, len(text))]


def test_no_text_has_no_window() -> None:
    assert cut("") == []


@pytest.mark.parametrize("end", ["。", "!", "?", "\n", '。"'])
def test_cores_end_at_sentence_ends(end: str) -> None:
    sentence = "收" * 60 + end
    assert {window.core_end % len(sentence) for window in cut(sentence * 12)} == {0}


def test_a_window_holds_text_of_both_neighbours() -> None:
    text = ("收" * 99 + "。") * 9
    second = cut(text)[1]
    assert (second.core_start - second.start, second.end - second.core_end) == (BEFORE, AFTER)


LINE = "收" * 199 + "。\n"


@pytest.mark.parametrize("heading", ["三、收到和处理申请情况\n", "(一)主动公开\n\n"])
def test_a_line_is_shown_with_the_heading_before_it(heading: str) -> None:
    text = LINE + heading + "收" * 253 + "。\n"
    last = cut(text)[-1]
    assert text[last.start : last.core_start] == heading


def test_no_text_of_another_line_is_shown_with_a_line() -> None:
    first, second = cut(LINE + LINE)
    assert (first.end, second.start) == (len(LINE), len(LINE))


def test_cuts_between_lines_are_rather_made_than_cuts_within_them() -> None:
    text = "收" * 149 + "。\n" + ("收" * 49 + "。") * 4 + "\n"
    assert [window.core_end for window in cut(text)] == [151, len(text)]


def test_a_sentence_that_is_too_long_is_cut_at_a_pause() -> None:
    text = ("自然人" * 10 + "3件,") * 40
    assert all(text[window.core_end - 1] == "," for window in cut(text))


def test_a_stretch_without_any_pause_is_cut_nevertheless() -> None:
    assert [window.core_end for window in cut("字" * (2 * CORE + 5))] == [CORE, 2 * CORE, 2 * CORE + 5]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (("收" * (CORE - 1) + "。") * 3, [CORE, 2 * CORE, 3 * CORE]),
        ("\n" * (CORE + 1), [CORE, CORE + 1]),
        ("收" * (CORE - 1) + "。\n", [CORE, CORE + 1]),
    ],
)
def test_sentences_that_just_fit_are_whole(text: str, ends: list[int]) -> None:
    assert [window.core_end for window in cut(text)] == ends
