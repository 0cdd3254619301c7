import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from training.rendering.convert import ConversionError, docx_to_pdf, html_to_pdf

BOTH = pytest.mark.parametrize(("convert", "program"), [(docx_to_pdf, "soffice"), (html_to_pdf, "chromium")])
Convert = Callable[[Path], Path]


def stand_in(folder: Path, program: str, script: str) -> None:
    path = folder / program
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@BOTH
def test_a_missing_program_is_named(convert: Convert, program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConversionError, match=f"{program} is not installed"):
        convert(tmp_path / "report.x")


@BOTH
def test_a_failing_program_is_quoted(convert: Convert, program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    stand_in(tmp_path, program, "echo no fonts >&2; exit 3")
    with pytest.raises(ConversionError, match="no fonts"):
        convert(tmp_path / "report.x")


@BOTH
def test_the_pdf_stands_beside_the_file(convert: Convert, program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    stand_in(tmp_path, program, f"echo made > {tmp_path}/report.pdf")
    assert convert(tmp_path / "report.x").read_text() == "made\n"
