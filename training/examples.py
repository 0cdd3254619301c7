"""Training examples: fillings of passages, put together into stretches of a report and cut to the encoder's length."""

import random
from collections.abc import Iterator, Sequence

from model.characters import fold
from model.digits import hide_digits
from model.fields import STATED_IDS
from model.labels import TAG_IDS
from model.tagger import plan
from training.corpus import fill_passage
from training.material import Material
from training.passage import Passage
from training.rewording import Names, category_names, swap_categories, taiwanise
from training.settings import TrainSettings
from training.tagged import TaggedText, plain, tagged
from training.variation import vary

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


def draw_passage(passage: Passage, names: Names, source: random.Random) -> TaggedText:
    """One filling with its noise, sometimes in other words, sometimes under a heading."""
    filled = fill_passage(passage, source, consistent=source.random() >= INCONSISTENT_SHARE)
    text = with_noise(tagged(filled), names, source)
    if source.random() < 0.15:
        return plain(source.choice(_HEADINGS) + source.choice(("\n", "\n", "\n", "", " "))).joined(text)
    return text


def with_noise(text: TaggedText, names: Names, source: random.Random) -> TaggedText:
    """The text as it might stand on another page: sometimes in other words, sometimes damaged."""
    if source.random() < SWAPPED_SHARE:
        text = swap_categories(text, names, source)
    if source.random() < TAIWAN_SHARE:
        text = taiwanise(text, source)
    return vary(text, source)


def draw_stretch(lead: Passage, others: Sequence[Passage], names: Names, source: random.Random, limit: int) -> TaggedText:
    """The lead, and behind it or before it up to three others as far as they fit; of a longer lead one window."""
    text = draw_passage(lead, names, source)
    if len(text) > limit:
        text = source.choice(windows_of(text))
    for passage in source.sample(others, source.choice((0, 0, 1, 2, 3))):
        other, between = draw_passage(passage, names, source), plain(source.choice(("\n", "\n", "")))
        if len(text) + len(other) < limit:
            text = text.joined(between, other) if source.random() < 0.5 else other.joined(between, text)
    return text.part(0, limit)


def windows_of(text: TaggedText) -> list[TaggedText]:
    """The windows in which the text will be read, each without the rest of a span that it would begin with."""
    return [text.part(_behind_rest(text, window.start, window.end), window.end) for window in plan(text.text).windows]


def _behind_rest(text: TaggedText, start: int, end: int) -> int:
    while start < end and text[start].continues:
        start += 1
    return start


def epoch_examples(material: Material, settings: TrainSettings, seed: int) -> Iterator[dict[str, object]]:
    """The examples of one epoch.

    Each passage leads `fillings` stretches, which others follow at random, and each labelled report is read as often, window by window;
    with a share of replay only so many passages are drawn that they make up that share.
    """
    source = random.Random(seed)
    names = category_names(material.train)
    of_passages, of_reports = material.unknown_to_passages, material.unknown_to_reports
    windows = [window for report in material.reports for window in windows_of(tagged(report))] * settings.fillings
    for lead in _leads(material.train, _stretches(material, len(windows), settings), source):
        text = draw_stretch(lead, material.train, names, source, settings.max_characters)
        yield encode(text, of_passages)
    for window in windows:
        yield encode(with_noise(window, names, source).part(0, settings.max_characters), of_reports)


def _stretches(material: Material, windows: int, settings: TrainSettings) -> int:
    """How many stretches of the corpus stand beside so many windows of reports."""
    share = settings.replay_share
    return settings.fillings * len(material.train) if share is None else round(windows * share / (1 - share))


def _leads(passages: Sequence[Passage], count: int, source: random.Random) -> Iterator[Passage]:
    """So many passages, each of them once before any comes again."""
    while count > 0:
        yield from source.sample(passages, min(count, len(passages)))
        count -= len(passages)


def dev_examples(passages: Sequence[Passage], seed: int, limit: int) -> Iterator[dict[str, object]]:
    """Every passage alone, without noise, in a filling that does not change."""
    for passage in passages:
        source = random.Random(f"{seed} {passage.name}")
        yield encode(tagged(fill_passage(passage, source)).part(0, limit))


def encode(text: TaggedText, unknown: Sequence[int] = ()) -> dict[str, object]:
    """The text as the encoder sees it, the ids of its tags, and of each character those of the fields that it states.

    Args:
        unknown: the ids of the tags that its set does not know.
    """
    return {
        "text": hide_digits(fold(text.text)),
        "tags": [TAG_IDS[cell.tag] for cell in text],
        "stated": [[STATED_IDS[name] for name in cell.stated] for cell in text],
        "unknown": list(unknown),
    }
