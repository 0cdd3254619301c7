"""Reasons that share a figure with each other or with their parent."""

import pytest

from model.reasons import joint_reason, name_reasons
from tests.support import found, stated

SHARED = {
    "of one parent in one span": (
        "因[属国家秘密或者内部事务|OUTCOME_CATEGORY]而[不予公开|OUTCOME_CATEGORY]的[9|OUTCOME_COUNT=requests.outcome.denied]件。"
    ),
    "of one parent in two spans": (
        "[信访举报类|OUTCOME_CATEGORY]及[重复申请|OUTCOME_CATEGORY][不予处理|OUTCOME_CATEGORY][8|OUTCOME_COUNT=requests.outcome.not_processed]件。"
    ),
    "of several parents": (
        "[申请人撤回|OUTCOME_CATEGORY]或[属于内部事务|OUTCOME_CATEGORY]的共[3|OUTCOME_COUNT=requests.outcome.other]件,"
        "[本机关不掌握|OUTCOME_CATEGORY][2|OUTCOME_COUNT=requests.outcome.unable.not_held]件。"
    ),
    "that are none of the form": "“[非政府信息、信息不存在|OUTCOME_CATEGORY]”[7|OUTCOME_COUNT=requests.outcome.other]件。",
    "alone in brackets": (
        "[不予公开|OUTCOME_CATEGORY][4|OUTCOME_COUNT=requests.outcome.denied.third_party]件([涉及第三方权益|OUTCOME_CATEGORY]),"
        "[不予处理|OUTCOME_CATEGORY][1|OUTCOME_COUNT=requests.outcome.not_processed.repeat]件(系[重复申请|OUTCOME_CATEGORY])。"
    ),
}
PARTED = {
    "two in brackets": (
        "[不予公开|OUTCOME_CATEGORY][4|OUTCOME_COUNT=requests.outcome.denied]件([国家秘密|OUTCOME_CATEGORY]、[内部事务|OUTCOME_CATEGORY]),"
        "[部分公开|OUTCOME_CATEGORY][1|OUTCOME_COUNT=requests.outcome.partial]件。"
    ),
    "two in one span in brackets": (
        "[不予公开|OUTCOME_CATEGORY][4|OUTCOME_COUNT=requests.outcome.denied]件([国家秘密、内部事务信息|OUTCOME_CATEGORY])。"
    ),
    "one of several in brackets": (
        "[不予公开|OUTCOME_CATEGORY][4|OUTCOME_COUNT=requests.outcome.denied]件(如[国家秘密|OUTCOME_CATEGORY])。"
    ),
    "with a figure of its own": (
        "[不予公开|OUTCOME_CATEGORY][4|OUTCOME_COUNT=requests.outcome.denied]件([国家秘密|OUTCOME_CATEGORY]"
        "[1|OUTCOME_COUNT=requests.outcome.denied.state_secret]件)。"
    ),
}


@pytest.mark.parametrize("markup", [*SHARED.values(), *PARTED.values()], ids=[*SHARED, *PARTED])
def test_a_figure_states_what_its_reasons_are_together(markup: str) -> None:
    assert found(markup) == stated(markup)


@pytest.mark.parametrize(
    "words",
    [
        *("信访、举报、投诉类", "法律、行政法规禁止公开", "危及公共安全和社会稳定", "重复提交、已作答复", "没有现成信息、需要另行制作"),
        "逾期未补正并视为放弃",
    ],
)
def test_words_of_one_reason_join_nothing(words: str) -> None:
    assert name_reasons(words) == ()


def test_a_parent_is_no_reason() -> None:
    assert joint_reason(frozenset({"requests.outcome.denied", "requests.outcome.unable.not_held"})) is None
    assert joint_reason(frozenset({"requests.outcome.nonexistent", "requests.outcome.unable.not_held"})) is None
