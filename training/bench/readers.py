"""What Nianbao is compared with, on the same texts in the same process: other ways to tag a report.

Only Nianbao reads tables and makes checks; the rules are followed by assembly; the pipelines of transformers give tagged spans and nothing
else. These get whole texts, as their users do, which they cut into windows themselves; Nianbao encodes no window that lies in a table.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from time import perf_counter

from transformers import (
    AutoTokenizer,
    BertConfig,
    BertForTokenClassification,
    PreTrainedTokenizerBase,
    TokenClassificationPipeline,
)

from model.assembly import assemble
from model.pages import prose_text
from model.pipeline import Reader
from model.release import Release
from model.windows import AFTER, BEFORE
from training.baseline import tag_by_rules

NIANBAO, SAME, BASE, RULES = "Nianbao", "same checkpoint, transformers pipeline", "BERT-base, transformers pipeline", "rules only"

Read = Callable[[str], object]
_BERT_BASE_CHINESE = 21128
"""Entries of its vocabulary."""


def readers_of(release: Release, reader: Reader) -> dict[str, Read]:
    """The ways to read a text, by name."""
    model = BertForTokenClassification.from_pretrained(release.folder).float()
    tokenizer = AutoTokenizer.from_pretrained(release.folder)
    base = BertForTokenClassification(
        BertConfig(vocab_size=_BERT_BASE_CHINESE, id2label=model.config.id2label, label2id=model.config.label2id)
    )
    return {
        NIANBAO: reader.read,
        SAME: _pipeline(model, tokenizer),
        BASE: _pipeline(base, tokenizer),
        RULES: lambda text: assemble(text, prose_text(text), tag_by_rules(text)),
    }


def _pipeline(model: BertForTokenClassification, tokenizer: PreTrainedTokenizerBase) -> Read:
    """The windows overlap as ours do within a line."""
    return TokenClassificationPipeline(model=model.eval(), tokenizer=tokenizer, aggregation_strategy="simple", stride=BEFORE + AFTER)


def time_in_turn(readers: Mapping[str, Read], texts: Sequence[str]) -> dict[str, list[float]]:
    """The seconds that each reader takes for each text; text by text, each reader first in its turn."""
    taken: dict[str, list[float]] = {name: [] for name in readers}
    for place, text in enumerate(texts):
        for name in _turned(list(readers), place):
            begun = perf_counter()
            readers[name](text)
            taken[name].append(perf_counter() - begun)
    return taken


def _turned(names: Sequence[str], by: int) -> Iterator[str]:
    yield from (names[(place + by) % len(names)] for place in range(len(names)))
