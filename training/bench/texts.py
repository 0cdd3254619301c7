"""The texts that are read: the sample and drawn reports of mixed length, the same every time."""

import math
import random
from dataclasses import replace
from pathlib import Path

from model.tables.forms import Layout
from training.corpus import CORPUS, fill_passage, read_corpus
from training.passage import Passage
from training.rendering.draw import draw_tables
from training.rendering.flat import Shape
from training.rendering.report import Paragraph, compose
from training.rendering.text import report_text

SAMPLE = Path("data/samples/yunjin-2023.txt")
_MOST_PASSAGES = 40
_BEHIND_THE_FIRST_HEADING = 3


def sample_text() -> str:
    """The sample report."""
    return SAMPLE.read_text(encoding="utf-8")


def drawn_texts(count: int) -> list[str]:
    """Reports with 1 to 40 passages of the corpus, short ones more often; every second one with the statutory tables, flattened."""
    passages = read_corpus(CORPUS)
    return [_drawn_text(number, passages) for number in range(count)]


def _drawn_text(number: int, passages: list[Passage]) -> str:
    source = random.Random(f"bench {number}")
    length = round(math.exp(source.uniform(0, math.log(_MOST_PASSAGES))))
    prose = [fill_passage(passage, source).text for passage in source.sample(passages, length)]
    if number % 2:
        return "\n".join(prose)
    report = compose(draw_tables(source, source.choice(list(Layout))), source)
    first, rest = report.blocks[:_BEHIND_THE_FIRST_HEADING], report.blocks[_BEHIND_THE_FIRST_HEADING:]
    return report_text(replace(report, blocks=(*first, *map(Paragraph, prose), *rest)), source.choice(list(Shape)), source)
