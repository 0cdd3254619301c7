import random
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.digits import hide_digits
from model.fields import STATED
from model.labels import TAGS
from model.logits import Logits
from model.tagger import tag


@pytest.mark.parametrize(
    ("folded", "shown"),
    [
        ("收到申请1,234件", "收到申请5,555件"),
        ("占86.56%", "占55.55%"),
        ("2023年收到2023件", "2023年收到5555件"),
        ("自2023年1月1日至12月31日", "自2023年1月1日至12月31日"),
        ("国办公开办函〔2021〕30号", "国办公开办函〔2021〕55号"),
        ("共120199条", "共555555条"),
        ("电话0769-22830000", "电话5555-55555555"),
        ("2,019件,2019.5万", "5,555件,5555.5万"),
        ("3 月,3 件", "3 月,5 件"),
    ],
)
def test_only_years_months_and_days_are_shown(folded: str, shown: str) -> None:
    assert hide_digits(folded) == shown


@given(st.text("0123456789,.%年月日件 收到", max_size=40))
def test_no_offset_moves_and_nothing_but_digits_changes(folded: str) -> None:
    shown = hide_digits(folded)
    assert len(shown) == len(folded)
    assert re.sub("[0-9]", "5", shown) == re.sub("[0-9]", "5", folded)


@given(st.randoms(use_true_random=False))
def test_swapping_the_digits_of_counts_changes_no_tag(chance: random.Random) -> None:
    """Metamorphic: whatever the encoder makes of a text, it makes the same of one that has other figures of the same shape."""
    text = "2023年,我局共收到申请381件,占86.5%,其中网络1,204件、信函7宗,较上年增长12.75%,费用3.5万元。"
    counts = [place for place, character in enumerate(text) if character.isdigit() and place >= 4]
    swapped = list(text)
    for place in counts:
        swapped[place] = chance.choice("123456789")

    def spans(one: str) -> list[tuple[str, int, int, float]]:
        return [(entity.label, entity.start, entity.end, entity.confidence) for entity in tag(one, of_the_characters)]

    assert spans("".join(swapped)) == spans(text)


def of_the_characters(folded: str) -> Logits:
    """Logits that depend on every character and on what stands before it."""
    seeds = [sum(map(ord, folded[max(0, place - 3) : place + 1])) for place in range(len(folded))]
    drawn = np.stack([np.random.default_rng(seed).normal(0, 3, len(TAGS) + len(STATED)) for seed in seeds]).astype(np.float32)
    return Logits(drawn[:, : len(TAGS)], drawn[:, len(TAGS) :])
