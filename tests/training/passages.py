"""Passages for tests: written as in a file of the corpus, and read as such."""

from pathlib import Path

from training.corpus import read_passages
from training.passage import Passage

HEADER = "pattern: 1.1\nlayout: 2019\nlevel: county\nissuer: bureau\n"
RECEIVED = (
    "[{year}|YEAR=year]年,{office}[收到|REQUEST_EVENT]申请[{n}|REQUEST_COUNT=requests.received]件,其中[网络|CHANNEL_CATEGORY]"
    "[{a}|CHANNEL_COUNT=requests.by_channel.online]件,[信函|CHANNEL_CATEGORY][{b}|CHANNEL_COUNT=requests.by_channel.mail]件。"
)
SLOTS = "a = int(2, 400)\nb = int(2, 400)\nn = a + b\n"


def source(name: str, text: str = RECEIVED, slots: str = SLOTS, header: str = HEADER) -> str:
    return f"## {name}\n{header}{slots}---\n{text}\n\n"


def passages(folder: Path, *sources: str) -> list[Passage]:
    path = folder / "some.txt"
    path.write_text("".join(sources), encoding="utf-8")
    return read_passages(path)


def passage(folder: Path, text: str = RECEIVED, slots: str = SLOTS, header: str = HEADER) -> Passage:
    (one,) = passages(folder, source("some/1", text, slots, header))
    return one
