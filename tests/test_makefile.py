import subprocess
from pathlib import Path

from tests.dependencies import ROOT


def commands_of_train(folder: Path) -> list[str]:
    """The commands that `make train` gives in the folder to a nianbao that only notes them."""
    (folder / "nianbao").write_text(f'#!/bin/sh\necho "$@" >> {folder}/given\n', encoding="utf-8")
    (folder / "nianbao").chmod(0o755)
    (folder / "given").unlink(missing_ok=True)
    made = ["--old-file=.venv/developing", f"BIN={folder}", "NAME=next"]
    subprocess.run(["make", "--silent", f"--makefile={ROOT / 'Makefile'}", *made, "train"], cwd=folder, check=True)
    return (folder / "given").read_text(encoding="utf-8").splitlines()


def test_training_that_was_stopped_at_the_gate_goes_on_there(tmp_path: Path) -> None:
    assert commands_of_train(tmp_path) == ["train next", "models promote next"]
    (tmp_path / "data" / "releases" / "next").mkdir(parents=True)
    assert commands_of_train(tmp_path) == ["models promote next"]
