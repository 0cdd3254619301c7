"""Makes PDF files of the DOCX and HTML files, by LibreOffice and Chromium."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_TIMEOUT = 120.0


class ConversionError(RuntimeError):
    """The program is missing, failed, or left no PDF."""


def docx_to_pdf(path: Path) -> Path:
    """The PDF of a DOCX file, written beside it by LibreOffice.

    Raises:
        ConversionError: soffice is missing or fails.
    """
    with tempfile.TemporaryDirectory() as profile:  # a profile of its own, since LibreOffice runs once for each
        settings = f"-env:UserInstallation={Path(profile).as_uri()}"
        return _run("soffice", [settings, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)], path)


def html_to_pdf(path: Path) -> Path:
    """The PDF of an HTML file, printed beside it by Chromium.

    Raises:
        ConversionError: chromium is missing or fails.
    """
    target = path.with_suffix(".pdf")
    return _run(
        "chromium", ["--headless", "--no-sandbox", "--disable-pdf-tagging", f"--print-to-pdf={target}", path.resolve().as_uri()], path
    )


def _run(program: str, arguments: Sequence[str], path: Path) -> Path:
    found = shutil.which(program)
    if found is None:
        raise ConversionError(f"{program} is not installed; it is needed to make a PDF of {path.name}")
    target = path.with_suffix(".pdf")
    target.unlink(missing_ok=True)
    try:
        done = subprocess.run([found, *arguments], capture_output=True, text=True, timeout=_TIMEOUT, check=False)
    except subprocess.TimeoutExpired as error:
        raise ConversionError(f"{program} did not finish {path.name} within {_TIMEOUT:.0f} s") from error
    if done.returncode or not target.exists():
        raise ConversionError(f"{program} made no PDF of {path.name}: {done.stderr.strip()[-300:]}")
    return target
