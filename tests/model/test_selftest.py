from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from model import selftest
from model.encoder import FULL_MODEL_FILE, MODEL_FILE, TOKENIZER_FILE, WEIGHTS_FILE, Encoder
from model.pipeline import Reader
from model.release import SELFTEST_FILE, Release, ReleaseError, load_release
from model.selftest import SelfTest, open_encoder, read_selftest

CURRENT = Path(__file__).parent.parent.parent / "data/releases/current"


@pytest.fixture(scope="module")
def release() -> Release:
    return load_release(CURRENT)


def doubted(test: SelfTest) -> SelfTest:
    """A self-test that no int8 export passes."""
    return replace(test, int8_error=1e-6)


def test_the_current_release_passes_with_int8(release: Release) -> None:
    assert open_encoder(release)[1] == "int8"


def test_where_int8_reads_wrongly_fp32_takes_its_place_and_it_is_said(
    release: Release, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(selftest, "read_selftest", lambda folder: doubted(read_selftest(folder)))
    reader = Reader(release)
    assert reader.precision == "fp32"
    assert "the int8 export of the release" in caplog.text
    assert "reads wrongly on this processor" in caplog.text
    (fact,) = [one for one in reader.read("2023年,我局共收到政府信息公开申请34件。").facts if one.field == "requests.received"]
    assert fact.value == 34
    reader.close()


def test_a_release_whose_exports_both_read_wrongly_is_refused(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    known = read_selftest(release.folder)
    shifted = known.logits._replace(tags=known.logits.tags + 1)
    monkeypatch.setattr(selftest, "read_selftest", lambda _: SelfTest(shifted, known.int8_error))
    with pytest.raises(ReleaseError, match="fails its self-test"):
        open_encoder(release)


def test_a_release_without_a_self_test_is_refused(release: Release, tmp_path: Path) -> None:
    (tmp_path / MODEL_FILE).symlink_to(release.folder / MODEL_FILE)
    with pytest.raises(ReleaseError, match=SELFTEST_FILE):
        open_encoder(replace(release, folder=tmp_path))


def test_the_fp32_export_gives_the_known_logits_and_int8_is_near_them(release: Release) -> None:
    test = read_selftest(release.folder)
    full, int8 = (Encoder(release.folder / file, release.folder / TOKENIZER_FILE, 1) for file in (FULL_MODEL_FILE, MODEL_FILE))
    assert test.error(full) < 1e-3
    assert 0 < test.error(int8) < 0.1 * float(np.std(test.logits.tags))


def test_where_int8_cannot_be_run_fp32_takes_its_place_and_it_is_said(
    release: Release, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for file in (SELFTEST_FILE, TOKENIZER_FILE, FULL_MODEL_FILE, WEIGHTS_FILE):
        (tmp_path / file).symlink_to(release.folder / file)
    (tmp_path / MODEL_FILE).write_bytes(b"no model")
    encoder, precision = open_encoder(replace(release, folder=tmp_path))
    assert precision == "fp32"
    assert read_selftest(release.folder).error(encoder) < 1e-3
    assert f"the int8 export of the release {release.name} cannot be run: " in caplog.text


def test_a_release_whose_exports_cannot_be_run_is_refused_with_the_files(release: Release, tmp_path: Path) -> None:
    for file in (SELFTEST_FILE, TOKENIZER_FILE):
        (tmp_path / file).symlink_to(release.folder / file)
    (tmp_path / MODEL_FILE).write_bytes(b"no model")
    with pytest.raises(ReleaseError, match=f"fails its self-test: {MODEL_FILE} cannot be run: .*; {FULL_MODEL_FILE} cannot be run: "):
        open_encoder(replace(release, folder=tmp_path))
