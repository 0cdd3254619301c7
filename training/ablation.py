"""What each choice of the model is worth: short runs that differ in one setting, scored on the development passages.

`python -m training.ablation` trains what `data/ablation.json` lacks (each row a run in `runs/ablation`), times encoders of all rows'
shapes in turn on one text, and writes that file, which the model card shows. A row's command is `python -m training.ablation --only NAME`;
`--times` trains nothing. All rows have the same small budget of `BUDGET`, so that they compare with each other, not with the released
model.
"""

import argparse
import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean, pstdev
from typing import Any

from datasets import disable_progress_bars
from transformers import AutoTokenizer, BertForTokenClassification

from model.encoder import MODEL_FILE, TOKENIZER_FILE, Encoder
from model.tagger import tag
from training.corpus import CORPUS, read_corpus
from training.encoder_times import encoder_times
from training.evaluation.documents import fill_all, read_all
from training.evaluation.summary import summarise
from training.export import export_int8
from training.full import full_logits
from training.material import Material, split_families
from training.passage import Passage
from training.run import MODEL, Run
from training.settings import TrainSettings

RESULTS = Path("data/ablation.json")
RUNS = Path("runs/ablation")
BUDGET: Mapping[str, Any] = {"epochs": 2, "fillings": 1}
ROWS: Mapping[str, Mapping[str, Any]] = {
    "first-6": {},
    "seed-2": {"seed": 2},
    "seed-3": {"seed": 3},
    "first-4": {"layers": (0, 1, 2, 3)},
    "all-12": {"layers": None},
    "spread-6": {"layers": (1, 3, 5, 7, 9, 11)},
    "heads-8": {"heads": 8},
    "heads-6": {"heads": 6},
    "neurons-1024": {"neurons": 1024},
    "neurons-768": {"neurons": 768},
    "random-start": {"random_start": True},
    "frozen-embeddings": {"freeze_embeddings": True},
    "rate-1e-4": {"learning_rate": 1e-4},
    "rate-4e-4": {"learning_rate": 4e-4},
    "hidden-0": {"hidden_share": 0.0},
    "hidden-20": {"hidden_share": 0.2},
    "tags-alone": {"stated_weight": 0.0},
}
"""Each row's settings where they differ from the first row's."""
FIRST = next(iter(ROWS))
ROUNDS = 7


def settings_of(name: str) -> TrainSettings:
    """The settings of a row."""
    return TrainSettings(**{**BUDGET, **ROWS[name]})


def run_row(name: str, passages: Sequence[Passage]) -> dict[str, Any]:
    """Trains one row (or goes on with it), exports it, and scores both forms on the development passages."""
    folder = RUNS / name
    settings = settings_of(name)
    begun = time.perf_counter()
    Run(settings, Material(*split_families(passages)), folder).run()
    minutes = (time.perf_counter() - begun) / 60
    model = BertForTokenClassification.from_pretrained(folder / MODEL).eval()
    tokenizer = AutoTokenizer.from_pretrained(folder / MODEL)
    full = full_logits(model, tokenizer)
    dev = fill_all(split_families(passages)[1], 2)
    scores = summarise(read_all(dev, lambda text: tag(text, full)))
    export_int8(model, folder / MODEL_FILE)
    encoder = Encoder(folder / MODEL_FILE, folder / MODEL / TOKENIZER_FILE)
    int8 = summarise(read_all(dev, lambda text: tag(text, encoder.logits)))
    return {
        "settings": {key: list(value) if isinstance(value, tuple) else value for key, value in ROWS[name].items()},
        "corpus": corpus_hash(passages),
        "passages": len(passages),
        "minutes": round(minutes, 1),
        "parameters": model.num_parameters(),
        "entities": round(scores.entities["overall"]["f1"], 4),
        "facts": scores.as_json()["facts"],
        "facts_int8": int8.as_json()["facts"],
    }


def corpus_hash(passages: Sequence[Passage]) -> str:
    """A short name of what was trained on."""
    return hashlib.sha256("".join(f"{p.name}{p.slots}{p.pieces}" for p in passages).encode()).hexdigest()[:12]


def timed(rows: Mapping[str, Any]) -> dict[str, Any]:
    """The rows with the times of their encoders, as multiples of that of `FIRST`, all measured now; without those that `ROWS` lacks."""
    known = [name for name in ROWS if name in rows]
    times = encoder_times({name: settings_of(name) for name in (FIRST, *known)}, ROUNDS)
    return {name: {**rows[name], "time": times[name]} for name in known}


def ablation_table(rows: Mapping[str, Any]) -> str:
    """The rows and the spread over seeds, in Markdown."""
    if not rows:
        return "No ablation was run."
    lines = [
        "| row | differs in | entities F1 | facts F1 | facts F1, int8 | time of the encoder | parameters |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, row in rows.items():
        differs = ", ".join(f"{key} = {value}" for key, value in row["settings"].items()) or "nothing"
        scores = f"{row['entities']:.3f} | {row['facts']['f1']:.3f} | {row['facts_int8']['f1']:.3f}"
        lines.append(f"| {name} | {differs} | {scores} | {row.get('time', '')} | {row['parameters'] / 1e6:.1f} M |")
    first = rows[FIRST]
    about = (
        f"Each row is `python -m training.ablation --only ROW`: {BUDGET['epochs']} epochs of {BUDGET['fillings']} filling of "
        f"{first['passages']} passages (corpus {first['corpus']}), with fewer heads an epoch more that mends it, scored on the "
        "development passages. So short a run favours what learns fast over what generalises. The time is the int8 encoder's, "
        "as a multiple of the first row's, measured in turn (`python -m training.ablation --times`)."
    )
    return f"{about}\n\n" + "\n".join(lines) + f"\n\n{_spread(rows)}"


def _spread(rows: Mapping[str, Any]) -> str:
    seeds = [row["facts_int8"]["f1"] for name, row in rows.items() if name.startswith("seed-") or name == FIRST]
    if len(seeds) < 2:
        return "Other seeds were not run."
    return f"Facts F1, int8, over {len(seeds)} seeds: mean {mean(seeds):.3f}, standard deviation {pstdev(seeds):.3f}."


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Train and score the rows of the ablation table.")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--only", choices=list(ROWS), help="train this row anew and no other")
    what.add_argument("--times", action="store_true", help="train none, only time their encoders anew")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    options = parser.parse_args()
    disable_progress_bars()
    rows: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    missing = [] if options.times else [name for name in ROWS if name not in rows]
    chosen = [options.only] if options.only else missing
    passages = read_corpus(options.corpus) if chosen else []
    for name in chosen:
        rows[name] = run_row(name, passages)
        _write(rows)
        print(name, json.dumps(rows[name], ensure_ascii=False), flush=True)
    _write(timed(rows))


def _write(rows: Mapping[str, Any]) -> None:
    ordered = {name: rows[name] for name in ROWS if name in rows}
    RESULTS.write_text(json.dumps(ordered, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
