import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.interchange import GREATEST, NotUtf8Error, UnreadableError, decode, parse, unsound

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-GREATEST, GREATEST) | st.floats(-1e9, 1e9) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_what_json_wrote_is_read_back_and_sound(value: object) -> None:
    assert parse(json.dumps(value).encode()) == value
    assert unsound(value) is None


@given(st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(UnreadableError):
        parse(content)


@pytest.mark.parametrize(
    ("content", "message", "location"),
    [
        (b'{"a":\n]', "not JSON: Expecting value", "line 2 column 1"),
        (b"", "not JSON: Expecting value", "line 1 column 1"),
        (b'{"a": NaN}', "not JSON: NaN is no finite number", ""),
        (b"-Infinity", "not JSON: -Infinity is no finite number", ""),
        (b"1e999", "not JSON: 1e999 is no finite number", ""),
        (b"9" * 5000, "a whole number has too many digits", ""),
        (b"[" * 100_000, "nested too deeply", ""),
        (b'{"a": 1, "b": 2, "a": 3}', "the key 'a' occurs twice in one object", ""),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(content: bytes, message: str, location: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        parse(content)
    assert (refused.value.message, refused.value.location) == (message, location)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-32"])
def test_another_encoding_than_utf_8_is_refused(encoding: str) -> None:
    with pytest.raises(NotUtf8Error, match="invalid start byte"):
        parse('"公开"'.encode(encoding))


def test_a_leading_byte_order_mark_is_passed_over() -> None:
    assert parse(b'\xef\xbb\xbf{"a": "\\ufeffb"}') == {"a": "\ufeffb"}
    assert decode("\ufeff\ufeff件".encode()) == "\ufeff件"


@pytest.mark.parametrize(
    ("value", "path", "message"),
    [
        ({"a": [{"b": "x"}, {"b": "\ud800"}]}, ("a", 1, "b"), "lone surrogate"),
        ([0, GREATEST + 1], (1,), "beyond"),
        ({"a": -1e300}, ("a",), "beyond"),
        ({"a": [{"\ud800": 2**53}]}, ("a", 0), "has a key that holds a lone surrogate"),
    ],
)
def test_a_value_that_json_cannot_carry_is_found_with_its_path(value: object, path: tuple[str | int, ...], message: str) -> None:
    found = unsound(value)
    assert found is not None
    assert found[0] == path
    assert message in found[1]


def test_deep_values_are_looked_through_without_recursion() -> None:
    value: object = "\udfff"
    for _ in range(5000):
        value = [value]
    found = unsound(value)
    assert found is not None
    assert len(found[0]) == 5000
