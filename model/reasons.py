"""Reasons for not giving information that share one figure: of one parent they are the parent, of several they are other outcomes.

属国家秘密或内部信息 is 不予公开, 逾期不补正、主动撤回 is 其他处理, 非政府信息、信息不存在 is no one row of the statutory form.
"""

import re

from model.lexicon import name_fields

_OUTCOME = "requests.outcome"
_NAMED_BEFORE_2019 = frozenset(f"{_OUTCOME}.{name}" for name in ("nonexistent", "not_ours", "not_gov_info", "already_public"))
"""Reasons that have no parent in the record."""
JOINTS = re.compile(r"以?及|和|与|或者?|、")
"""What joins names in one span. 并 does not: what it adds is of the same case (逾期未补正并视为放弃)."""


def joint_reason(names: frozenset[str]) -> str | None:
    """The field of one figure for several reasons; None where there are not two, or only some have a parent."""
    if len(names) < 2:
        return None
    if names <= _NAMED_BEFORE_2019:
        return f"{_OUTCOME}.other"
    parents = {name.rpartition(".")[0] for name in names}
    if not all(parent.startswith(f"{_OUTCOME}.") for parent in parents):
        return None
    return parents.pop() if len(parents) == 1 else f"{_OUTCOME}.other"


def name_reasons(words: str) -> tuple[str, ...]:
    """The field that the reasons joined in the words of one outcome have together; nothing where they join no two."""
    halves = [name_fields("OUTCOME_CATEGORY", half) for half in JOINTS.split(words)]
    joint = joint_reason(frozenset(half[0] for half in halves if half))
    return (joint,) if joint else ()
