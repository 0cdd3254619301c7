"""Bodies as clients that err, or mean harm, might send them."""

import copy
import json
from typing import Any

from hypothesis import strategies as st

from service.examples import SAMPLE_RECORD

_KEYS = st.sampled_from(["text", "documents", "id", "record", "figures", "lists", "requests.received", "count", "value", "\ud800"])
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5)
_VALUES = st.recursive(_LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3), max_leaves=20)

_WORDS = [
    *("收到政府信息公开申请", "自然人", "3392宗", "2019年", "上年结转", "行政复议", "未发生", "三、", "同比增长", "万元"),
    *("占", "%", "１２", "，", "。", "〇", "-", ".", "😀"),
]
_SPACES_AND_WORSE = ["\n", "\t", "\r", "\ufeff", "\ud800", "\x07"]
TEXTS = st.lists(st.sampled_from(_WORDS + _SPACES_AND_WORSE) | st.text(max_size=3), max_size=25).map("".join)

_ITEMS = st.fixed_dictionaries({"id": st.text(max_size=3), "text": TEXTS}) | _VALUES


def _places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    children = list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    return [path, *(place for key, child in children for place in _places(child, (*path, key)))]


@st.composite
def _records(draw: st.DrawFn) -> Any:
    """The sample's record with one of its values replaced."""
    record = copy.deepcopy(SAMPLE_RECORD)
    *path, last = draw(st.sampled_from([place for place in _places(record) if place]))
    holder: Any = record
    for step in path:
        holder = holder[step]
    holder[last] = draw(_VALUES)
    return record


def _written(values: st.SearchStrategy[Any]) -> st.SearchStrategy[bytes]:
    return st.binary() | (values | _VALUES).map(lambda value: json.dumps(value).encode())


BODIES = {
    "/v1/extract": _written(st.fixed_dictionaries({"text": TEXTS})),
    "/v1/tag": _written(st.fixed_dictionaries({"text": TEXTS})),
    "/v1/extract/batch": _written(st.fixed_dictionaries({"documents": st.lists(_ITEMS, max_size=4)})),
    "/v1/check": _written(st.fixed_dictionaries({"record": _records()})),
}
"""Bodies for each path that takes JSON: such as it reads, somewhat wrong, or anything."""
