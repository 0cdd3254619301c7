import subprocess
import sys
from pathlib import Path

import pytest

from service.cli import main

ROOT = Path(__file__).parents[3]


PROGRAM = """
import sys
for name in ("seqeval", "torch"):
    sys.modules[name] = None
from service.cli import main
print([main(command.split()) for command in ("train", "evaluate", "models promote")])
"""


def test_what_needs_the_packages_of_training_says_so_where_they_are_missing() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout == "[2, 2, 2]\n", done.stderr
    assert done.stderr.count("needs the packages of training") == done.stderr.count("pip install 'nianbao[train]'") == 3


def test_all_arguments_go_to_the_command_with_the_places_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NIANBAO_RELEASE", str(tmp_path / "releases" / "current"))
    assert main(["evaluate", "--on", "heldout", "nobody"]) == 1
    assert f"no release 'nobody' in {tmp_path / 'releases'}" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="0"):
        main(["models", "promote", "--help"])
    assert "usage: nianbao models promote" in capsys.readouterr().out
