import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import pytest

from model.confidence import CALIBRATION_FILE, Calibration
from model.fields import STATED
from model.labels import TAGS
from model.release import MANIFEST, SERVED, ReleaseError, file_sha256, load_release

CALIBRATION = Calibration(1.5, (0.9, -0.1), (1.0, 0.5, 0.0, 0.0, 0.2, 0.0, 0.0, 0.1), 0.97)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model.int8.onnx").write_bytes(b"weights")
    for file in ("tokenizer.json", "model.fp32.onnx", "model.safetensors", "selftest.npz"):
        (tmp_path / file).write_text("{}", encoding="utf-8")
    (tmp_path / CALIBRATION_FILE).write_text(json.dumps(asdict(CALIBRATION)), encoding="utf-8")
    write_manifest(tmp_path, list(TAGS))
    return tmp_path


def write_manifest(folder: Path, tags: list[str], stated: Sequence[str] = STATED) -> None:
    files = {path.name: file_sha256(path) for path in folder.iterdir() if path.name != MANIFEST}
    (folder / MANIFEST).write_text(json.dumps({"name": "first", "files": files, "tags": tags, "stated": list(stated)}), encoding="utf-8")


def test_a_release_as_it_was_made_is_loaded(folder: Path) -> None:
    release = load_release(folder)
    assert (release.name, release.folder) == ("first", folder.resolve())
    assert release.calibration == CALIBRATION
    assert set(release.manifest["files"]) == set(SERVED)


@pytest.mark.parametrize(
    "found",
    [
        "",
        "[]",
        "{}",
        '{"temperature": 1, "span": [1], "fact": [], "review_below": 0}',
        '{"temperature": 1, "span": [1, 0], "fact": [1], "review_below": 0}',
    ],
)
def test_a_calibration_that_cannot_be_read_is_refused(folder: Path, found: str) -> None:
    (folder / CALIBRATION_FILE).write_text(found, encoding="utf-8")
    write_manifest(folder, list(TAGS))
    with pytest.raises(ReleaseError, match=CALIBRATION_FILE):
        load_release(folder)


def test_a_changed_byte_is_refused(folder: Path) -> None:
    (folder / "model.int8.onnx").write_bytes(b"weighty")
    with pytest.raises(ReleaseError, match=r"model\.int8\.onnx of the release first is not the file"):
        load_release(folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    with pytest.raises(ReleaseError, match=r"lacks tokenizer\.json"):
        load_release(folder)


@pytest.mark.parametrize("tags", [["O", "B-X", "I-X"], [*TAGS[:-2], "B-NEW", "I-NEW"], list(reversed(TAGS)), [*TAGS, "B-NEW"]])
def test_foreign_labels_are_refused(folder: Path, tags: list[str]) -> None:
    write_manifest(folder, tags)
    with pytest.raises(ReleaseError, match="other labels"):
        load_release(folder)


@pytest.mark.parametrize("stated", [[], ["requests.gone"], list(reversed(STATED)), [*STATED, "new"]])
def test_foreign_fields_are_refused(folder: Path, stated: list[str]) -> None:
    write_manifest(folder, list(TAGS), stated)
    with pytest.raises(ReleaseError, match="other labels or fields"):
        load_release(folder)


@pytest.mark.parametrize("manifest", ["", "{", "[]", '{"files": {}}', '{"name": "a", "tags": []}'])
def test_a_manifest_that_cannot_be_read_is_refused(folder: Path, manifest: str) -> None:
    (folder / MANIFEST).write_text(manifest, encoding="utf-8")
    with pytest.raises(ReleaseError, match=MANIFEST):
        load_release(folder)


@pytest.mark.parametrize(
    ("part", "found"), [("files", []), ("files", "model.int8.onnx"), ("tags", None), ("stated", 1), ("stated", {}), ("name", 1)]
)
def test_a_part_of_the_manifest_that_is_not_of_its_type_is_refused_by_its_name(folder: Path, part: str, found: object) -> None:
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    (folder / MANIFEST).write_text(json.dumps(manifest | {part: found}), encoding="utf-8")
    with pytest.raises(ReleaseError, match=rf"no readable {MANIFEST} .+{part} is no"):
        load_release(folder)


def test_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="no readable"):
        load_release(tmp_path / "nowhere")


@pytest.mark.parametrize("file", SERVED)
def test_what_is_served_must_be_listed(folder: Path, file: str) -> None:
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    del manifest["files"][file]
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ReleaseError, match=f"does not list {file}"):
        load_release(folder)


def test_a_link_that_is_switched_while_a_release_is_verified_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = folder.with_name("current")
    link.symlink_to(folder)

    def switch_and_hash(path: Path) -> str:
        link.unlink(missing_ok=True)
        link.symlink_to("nowhere")
        return file_sha256(path)

    monkeypatch.setattr("model.release.file_sha256", switch_and_hash)
    assert load_release(link).folder == folder.resolve()
