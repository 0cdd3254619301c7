"""Bodies as clients that err, or mean harm, might send them."""

import copy
import json
from typing import Any

from hypothesis import strategies as st

from service.examples import LABELLED, SAMPLE_RECORD

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
def _altered(draw: st.DrawFn, sample: Any) -> Any:
    """The sample with one of its values replaced."""
    altered = copy.deepcopy(sample)
    *path, last = draw(st.sampled_from([place for place in _places(altered) if place]))
    holder = altered
    for step in path:
        holder = holder[step]
    holder[last] = draw(_VALUES | st.just("\ud800"))
    return altered


_REPORTS: list[Any] = [
    LABELLED,
    {"text": "收到3件", "label": [[2, 3, "REQUEST_COUNT"]], "annotator": "li", "source": "a"},
    {"data": {"text": "收到3件", "annotator": "li"}, "annotations": [{"result": []}], "predictions": []},
]


def _written(values: st.SearchStrategy[Any]) -> st.SearchStrategy[bytes]:
    return st.binary() | (values | _VALUES).map(lambda value: json.dumps(value).encode())


BODIES = {
    "/v1/extract": _written(st.fixed_dictionaries({"text": TEXTS})),
    "/v1/tag": _written(st.fixed_dictionaries({"text": TEXTS})),
    "/v1/extract/batch": _written(st.fixed_dictionaries({"documents": st.lists(_ITEMS, max_size=4)})),
    "/v1/check": _written(st.fixed_dictionaries({"record": _altered(SAMPLE_RECORD)})),
    "/v1/labelled": _written(st.sampled_from(_REPORTS).flatmap(_altered)),
}
"""Bodies for each path that takes JSON or labelled reports: such as it reads, somewhat wrong, or anything."""
