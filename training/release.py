"""Makes a release of a training run: weights, ONNX, self-test, tokenizer, labels, model card, and a manifest with their hashes.

`training.train` makes it at the end of a run; `python -m training.release --run runs/NAME --name NAME` does so again under another name.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from transformers import AutoTokenizer, BertForTokenClassification

from model.confidence import CALIBRATION_FILE, Calibration
from model.encoder import FULL_MODEL_FILE, MODEL_FILE, TOKENIZER_FILE, WEIGHTS_FILE, Encoder
from model.fields import STATED
from model.labels import LABELS, TAGS
from model.logits import Encode
from model.release import MANIFEST, file_sha256
from model.selftest import write_selftest
from model.tagger import tag
from training.ablation import RESULTS
from training.baseline import tag_by_rules
from training.calibrate import calibrate
from training.card import model_card
from training.corpus import CORPUS, read_corpus
from training.environment import machine, packages
from training.evaluation.certainty import certainty
from training.evaluation.documents import Labelled, fill_all, read_all
from training.evaluation.summary import summarise
from training.export import export_full, export_int8
from training.full import full_logits
from training.heldout import HELDOUT
from training.material import split_families
from training.registry import RELEASES, Registry
from training.run import DATA, MODEL, SETTINGS


def make_release(run: Path, corpus: Path, heldout: Path, registry: Registry, name: str) -> Path:
    """Writes the release of a run and returns its folder; an unfinished one is never left under the name.

    The weights are stored at half precision, and the ONNX file is made from these same rounded weights.

    Raises:
        ReleaseError: the registry cannot take the name.
    """
    with registry.adding(name) as half:
        model = BertForTokenClassification.from_pretrained(run / MODEL).half().float().eval()
        AutoTokenizer.from_pretrained(run / MODEL).save_pretrained(half)
        export_int8(model, half / MODEL_FILE)
        scores = _calibrate_and_score(model, half, corpus, heldout)
        model.half().save_pretrained(half)
        export_full(model.float(), half / WEIGHTS_FILE, half / FULL_MODEL_FILE)
        write_selftest(half)
        (half / "labels.json").write_text(json.dumps([asdict(label) for label in LABELS], ensure_ascii=False, indent=1), encoding="utf-8")
        manifest = describe(run, name, scores)
        (half / "README.md").write_text(model_card(manifest), encoding="utf-8")
        manifest["files"] = {path.name: file_sha256(path) for path in sorted(half.iterdir())}
        (half / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
    return registry.folder / name


def _calibrate_and_score(model: BertForTokenClassification, half: Path, corpus: Path, heldout: Path) -> dict[str, Any]:
    """Writes the calibration of the int8 export into the folder, and scores it beside the fp32 model and the rules."""
    sets = {"dev": fill_all(split_families(read_corpus(corpus))[1], 2)}
    if held_out := read_corpus(heldout):
        sets["held-out"] = fill_all(held_out)
    encoder = Encoder(half / MODEL_FILE, half / TOKENIZER_FILE)
    full = full_logits(model, AutoTokenizer.from_pretrained(half))
    calibration = calibrate([one.gold for one in sets["dev"]], encoder.logits)
    (half / CALIBRATION_FILE).write_text(json.dumps(asdict(calibration)), encoding="utf-8")
    scores: dict[str, Any] = {}
    for name, texts in sets.items():
        scores[f"{name} int8"] = score(texts, encoder.logits, calibration)
        scores[f"{name} fp32"] = score(texts, full, calibration)
        scores[f"{name}, rules only"] = summarise(read_all(texts, tag_by_rules)).as_json()
    return scores


def score(texts: Sequence[Labelled], encode: Encode, calibration: Calibration) -> dict[str, Any]:
    """Entities, facts and certainty of a model on texts, as the card shows them."""
    documents = read_all(texts, lambda text: tag(text, encode, calibration), calibration)
    return {**summarise(documents).as_json(), "certainty": certainty(documents).as_json()}


def describe(run: Path, name: str, scores: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest but for the hashes of its own files."""
    return {
        "name": name,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "tags": list(TAGS),
        "stated": list(STATED),
        "settings": json.loads((run / SETTINGS).read_text(encoding="utf-8")),
        "corpus": json.loads((run / DATA).read_text(encoding="utf-8")),
        "scores": scores,
        "ablation": json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {},
        "machine": machine(),
        "packages": packages(),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Make a release of a training run.")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--heldout", type=Path, default=HELDOUT)
    parser.add_argument("--releases", type=Path, default=RELEASES)
    options = parser.parse_args(arguments)
    print(make_release(options.run, options.corpus, options.heldout, Registry(options.releases), options.name))


if __name__ == "__main__":
    main()
