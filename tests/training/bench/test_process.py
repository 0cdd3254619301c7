import subprocess
from pathlib import Path

import pytest

from training.bench.process import StartError, extract_file, serving

RELEASE = Path("data/releases/current")


def test_a_service_that_cannot_start_says_where_the_reason_is(tmp_path: Path) -> None:
    with pytest.raises(StartError, match=r"service\.log"), serving(tmp_path, tmp_path / "none"):
        pass
    assert "cannot be loaded" in (tmp_path / "service.log").read_text(encoding="utf-8")


def test_a_file_that_the_command_line_cannot_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        extract_file(tmp_path / "none.txt", RELEASE)


def test_the_memory_of_the_command_line_is_its_own(tmp_path: Path) -> None:
    held = bytearray(1 << 30)
    held[:: 1 << 12] = b"x" * (1 << 18)  # a page of it after the other, so that it is held indeed
    path = tmp_path / "a.txt"
    path.write_text("收到3件", encoding="utf-8")
    seconds, memory = extract_file(path, RELEASE)
    assert seconds > 0.1
    assert 50 < memory < 1000
