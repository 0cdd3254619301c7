"""A release: the folder of a trained model, with a manifest that names every file's hash. What does not verify is never served."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.confidence import CALIBRATION_FILE, Calibration, read_calibration
from model.encoder import FULL_MODEL_FILE, MODEL_FILE, TOKENIZER_FILE, WEIGHTS_FILE
from model.fields import STATED
from model.labels import TAGS

MANIFEST = "manifest.json"
SELFTEST_FILE = "selftest.npz"
SERVED = (MODEL_FILE, FULL_MODEL_FILE, WEIGHTS_FILE, TOKENIZER_FILE, CALIBRATION_FILE, SELFTEST_FILE)
"""What is read of a release to serve it; nothing that its manifest does not list may be."""

_PARTS = {"name": str, "files": dict, "tags": list, "stated": list}


class ReleaseError(Exception):
    """A release cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Release:
    """A verified release."""

    name: str
    folder: Path
    manifest: dict[str, Any]
    calibration: Calibration


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def load_release(folder: Path) -> Release:
    """The release in a folder.

    Raises:
        ReleaseError: no manifest, a file that is missing or was changed, or labels or fields that are not those of this code.
    """
    folder = folder.resolve()  # what a link names may change at any time; what is verified here is what will be read
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        told = {"stated": [], **manifest}
        if wrong := [f"{part} is no {kind.__name__}" for part, kind in _PARTS.items() if not isinstance(told[part], kind)]:
            raise TypeError(", ".join(wrong))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReleaseError(f"no readable {MANIFEST} in {folder}: {error!r}") from error
    files, tags, name, stated = told["files"], told["tags"], told["name"], told["stated"]
    if unlisted := [file for file in SERVED if file not in files]:
        raise ReleaseError(f"the manifest of the release {name} does not list {', '.join(unlisted)}")
    for file, digest in files.items():
        path = folder / file
        if not path.is_file():
            raise ReleaseError(f"the release {name} lacks {file}")
        if file_sha256(path) != digest:
            raise ReleaseError(f"{file} of the release {name} is not the file that was released (its hash differs)")
    if tags != list(TAGS)[: len(tags)] or not stated or stated != list(STATED)[: len(stated)]:
        raise ReleaseError(f"the release {name} has other labels or fields than this code; train again")
    try:
        calibration = read_calibration(folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReleaseError(f"no readable {CALIBRATION_FILE} in the release {name}: {error!r}") from error
    return Release(name, folder, manifest, calibration)
