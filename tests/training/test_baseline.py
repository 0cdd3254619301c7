from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.baseline import tag_by_rules


def labels(text: str) -> list[tuple[str, str]]:
    return [(entity.label, entity.text) for entity in tag_by_rules(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信息公开申请12件", [("REQUEST_EVENT", "收到"), ("REQUEST_COUNT", "12"), ("UNIT", "件")]),
        ("占86.5%", [("SHARE", "86.5%")]),
        ("予以公开3件", [("OUTCOME_CATEGORY", "予以公开"), ("OUTCOME_COUNT", "3"), ("UNIT", "件")]),
        ("3件属于国家秘密", [("OUTCOME_COUNT", "3"), ("UNIT", "件"), ("OUTCOME_CATEGORY", "属于国家秘密")]),
        ("植树300棵,修路5条", [("OTHER_COUNT", "5"), ("UNIT", "条")]),
        ("收取信息处理费120元", [("WORK_ITEM", "信息处理费"), ("AMOUNT", "120"), ("UNIT", "元")]),
        ("投资120元", [("UNIT", "元")]),
        ("同比增长12%", [("CHANGE", "12%")]),
        ("收到热线来电9件", [("REQUEST_EVENT", "收到"), ("OTHER_COUNT", "9"), ("UNIT", "件")]),
    ],
)
def test_rules_tag_what_they_were_written_for(text: str, expected: list[tuple[str, str]]) -> None:
    assert labels(text) == expected


@given(st.text(st.sampled_from("2023年,收到予以公开网络申请12件%元行政复议维持未均。\n")))
def test_spans_are_in_order_apart_and_quoted(text: str) -> None:
    found = tag_by_rules(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[one.start : one.end] == one.text != "" for one in found)
