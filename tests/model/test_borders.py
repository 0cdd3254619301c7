import re
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.borders import find_borders, parted
from model.characters import fold
from model.fields import STATED
from model.labels import TAG_IDS, TAGS
from model.logits import Logits
from model.mentions import find_mentions
from model.pages import prose_text
from model.tagger import tag

SEPARATORS = ("\t", " | ", "|", "｜", "│", "   ", "\u3000\u3000", "\n", "\n\n", "\r\n", " ")
CELLS = st.from_regex(r"(?:[1-9]\d{0,3}|[1-9]\d{0,2},\d{3}|\d{1,2}\.\d{1,2}%)", fullmatch=True)


def borders(text: str) -> list[str]:
    """What stands at the borders of a text, as it was sent."""
    return [text[offset] for offset in find_borders(text, prose_text(text))]


def greedy(folded: str) -> Logits:
    """An encoder that takes every stretch of numbers and white space for one count."""
    logits = np.zeros((len(folded), len(TAGS)), np.float32)
    logits[:, TAG_IDS["O"]] = 4
    for match in re.finditer(r"\d(?:[\d\s.,%|]*[\d%])?", folded):
        logits[match.start(), TAG_IDS["B-REQUEST_COUNT"]] = 9
        logits[match.start() + 1 : match.end(), TAG_IDS["I-REQUEST_COUNT"]] = 9
    return Logits(logits, np.full((len(folded), len(STATED)), -9, np.float32))


@settings(max_examples=40)
@given(separator=st.sampled_from(SEPARATORS), rows=st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=3))
def test_no_number_runs_over_a_border_of_cells(separator: str, rows: list[list[str]]) -> None:
    text = "\n".join(separator.join(["网络申请", *row]) for row in rows)
    cells = {match.span() for match in re.finditer(r"[\d,.%]+", text)}
    counts = [count.number for count in find_mentions(prose_text(text), tag(text, greedy)).counts]
    assert {(number.start, number.end) for number in counts if number is not None} <= cells


@pytest.mark.parametrize(
    "text",
    [
        "共收到申请3 392宗",
        "共收到申请3\n392宗",
        "2015\n年",
        "申请12 %",
        "公开信息 1 234\n条,其中",
        "收到  申请\n3 件",
        "今年31,去年2 8\n件",
    ],
)
def test_white_space_in_a_sentence_is_no_border(text: str) -> None:
    assert borders(text) == []


def test_a_number_that_the_end_of_a_page_tore_is_whole() -> None:
    assert borders("共收到申请3\n- 4 -\n392宗,其中网络2件") == []


@pytest.mark.parametrize("text", ["12\t%", "12|万", "3\t.5", "1\t,000"])
def test_what_belongs_to_a_number_is_not_taken_from_the_next_cell(text: str) -> None:
    (entity, *_) = tag(text, greedy)
    assert entity.text == re.split(r"[\t|]", text)[0]


@given(st.text("1 \t\n|一,%", max_size=40))
def test_a_border_is_one_character_of_the_folded_text(text: str) -> None:
    found = find_borders(text, fold(text))
    assert sorted(set(found)) == list(found)
    assert len(parted(fold(text), found)) == len(text)


@pytest.mark.parametrize("repeated", ["-1 ", "1 +1 ", "1% ", "1  ", "1\n"])
def test_hostile_text_is_searched_in_bounded_time(repeated: str) -> None:
    text = repeated * 10_000 + "件"
    begun = time.perf_counter()
    find_borders(text, fold(text))
    assert time.perf_counter() - begun < 2
