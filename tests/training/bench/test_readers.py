from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from model.pipeline import Reader
from model.release import load_release
from training.bench.readers import BASE, NIANBAO, RULES, SAME, Read, readers_of, time_in_turn

TEXT = "2023年,我局共收到政府信息公开申请34件。"


@pytest.fixture(scope="module")
def readers() -> Iterator[dict[str, Read]]:
    release = load_release(Path("data/releases/current"))
    reader = Reader(release, 1)
    yield readers_of(release, reader)
    reader.close()


def test_all_read_the_whole_of_a_text_that_is_longer_than_a_window(readers: dict[str, Read]) -> None:
    text = TEXT * 24
    same: Any = readers[SAME](text)
    assert "REQUEST_COUNT" in {one["entity_group"] for one in same}
    base: Any = readers[BASE](text)
    assert min(same[-1]["end"], base[-1]["end"]) > len(text) - len(TEXT)
    ours: Any = readers[NIANBAO](text)
    assert ours.entities[-1].start > len(text) - len(TEXT)
    rules: Any = readers[RULES](text)
    assert rules[-1].start > len(text) - len(TEXT)


def test_each_reader_is_first_in_its_turn() -> None:
    order: list[str] = []
    taken = time_in_turn({"a": lambda text: order.append(f"a{text}"), "b": lambda text: order.append(f"b{text}")}, ["1", "2", "3"])
    assert order == ["a1", "b1", "b2", "a2", "a3", "b3"]
    assert {name: len(seconds) for name, seconds in taken.items()} == {"a": 3, "b": 3}
