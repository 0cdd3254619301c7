"""Release folders that verify, for tests of what keeps them: their weights are a few bytes, and nothing reads with them."""

import json
from dataclasses import asdict
from pathlib import Path

from model.confidence import CALIBRATION_FILE, UNCALIBRATED
from model.encoder import FULL_MODEL_FILE, MODEL_FILE, TOKENIZER_FILE, WEIGHTS_FILE
from model.fields import STATED
from model.labels import TAGS
from model.release import MANIFEST, SELFTEST_FILE, file_sha256
from training.registry import Registry


def write_release(folder: Path, name: str) -> None:
    """Fills a folder."""
    (folder / MODEL_FILE).write_bytes(f"weights of {name}".encode() * 1000)
    for file in (FULL_MODEL_FILE, WEIGHTS_FILE, TOKENIZER_FILE, SELFTEST_FILE):
        (folder / file).write_bytes(b"{}")
    (folder / CALIBRATION_FILE).write_text(json.dumps(asdict(UNCALIBRATED)), encoding="utf-8")
    files = {path.name: file_sha256(path) for path in sorted(folder.iterdir())}
    described = {"name": name, "made": "2026-11-25T00:00:00+00:00", "scores": {"dev int8": {"facts": {"f1": 0.95}}}}
    manifest = {**described, "tags": list(TAGS), "stated": list(STATED), "files": files}
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def registry_of(folder: Path, *names: str) -> Registry:
    """A registry with releases, of which none is current."""
    registry = Registry(folder)
    for name in names:
        with registry.adding(name) as half:
            write_release(half, name)
    return registry
