"""Training examples: fillings of passages, put together into stretches of a report and cut to the encoder's length."""

import hashlib
import random
from collections.abc import Iterator, Sequence

from model.characters import fold
from model.digits import hide_digits
from model.fields import STATED_IDS
from model.labels import TAG_IDS
from model.windows import Window, cut
from training.corpus import fill_passage
from training.passage import Passage
from training.rewording import Names, category_names, swap_categories, taiwanise
from training.tagged import TaggedText, plain, tagged
from training.variation import vary

DEV_SHARE = 0.12
INCONSISTENT_SHARE = 0.1
SWAPPED_SHARE = 0.25
TAIWAN_SHARE = 0.03

_HEADINGS = (
    *(
        "一、总体情况",
        "一、概述",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    ),
    *(
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
        "(一)主动公开情况",
    ),
    *(
        "(二)依申请公开情况",
        "(三)政府信息管理",
        "(四)平台建设",
        "(五)监督保障",
        "二、依申请公开政府信息情况",
        "三、政府信息公开收费及减免情况",
    ),
)


def split_families(passages: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Training and development passages; a family is never divided, and stays on its side when others are added."""
    train: list[Passage] = []
    dev: list[Passage] = []
    for passage in passages:
        digest = hashlib.sha256(passage.family.encode()).digest()
        (dev if digest[0] / 256 < DEV_SHARE else train).append(passage)
    return train, dev


def draw_passage(passage: Passage, names: Names, source: random.Random) -> TaggedText:
    """One filling with its noise, sometimes in other words, sometimes under a heading."""
    filled = fill_passage(passage, source, consistent=source.random() >= INCONSISTENT_SHARE)
    text = tagged(filled)
    if source.random() < SWAPPED_SHARE:
        text = swap_categories(text, names, source)
    if source.random() < TAIWAN_SHARE:
        text = taiwanise(text, source)
    text = vary(text, source)
    if source.random() < 0.15:
        return plain(source.choice(_HEADINGS) + source.choice(("\n", "\n", "\n", "", " "))).joined(text)
    return text


def draw_stretch(lead: Passage, others: Sequence[Passage], names: Names, source: random.Random, limit: int) -> TaggedText:
    """The lead, and behind it or before it up to three others as far as they fit; of a longer lead one window."""
    text = draw_passage(lead, names, source)
    if len(text) > limit:
        text = draw_window(text, source)
    for passage in source.sample(others, source.choice((0, 0, 1, 2, 3))):
        other, between = draw_passage(passage, names, source), plain(source.choice(("\n", "\n", "")))
        if len(text) + len(other) < limit:
            text = text.joined(between, other) if source.random() < 0.5 else other.joined(between, text)
    return text.part(0, limit)


def draw_window(text: TaggedText, source: random.Random) -> TaggedText:
    """One of the windows in which the text will be read."""
    return window_of(text, source.choice(cut(fold(text.text))))


def window_of(text: TaggedText, window: Window) -> TaggedText:
    """What is encoded of the text in a window, without the rest of a span that it would begin with."""
    start = window.start
    while start < window.end and text[start].continues:
        start += 1
    return text.part(start, window.end)


def epoch_examples(passages: Sequence[Passage], fillings: int, seed: int, limit: int) -> Iterator[dict[str, object]]:
    """The examples of one epoch: each passage leads `fillings` stretches; others follow it at random."""
    source = random.Random(seed)
    names = category_names(passages)
    for _ in range(fillings):
        for passage in source.sample(passages, len(passages)):
            yield encode(draw_stretch(passage, passages, names, source, limit))


def dev_examples(passages: Sequence[Passage], fillings: int, seed: int, limit: int) -> Iterator[dict[str, object]]:
    """Every passage alone, without noise, in fillings that do not change."""
    for passage in passages:
        source = random.Random(f"{seed} {passage.name}")
        for _ in range(fillings):
            yield encode(tagged(fill_passage(passage, source)).part(0, limit))


def encode(text: TaggedText) -> dict[str, object]:
    """The text as the encoder sees it, the ids of its tags, and of each character those of the fields that it states."""
    return {
        "text": hide_digits(fold(text.text)),
        "tags": [TAG_IDS[cell.tag] for cell in text],
        "stated": [[STATED_IDS[name] for name in cell.stated] for cell in text],
    }
