import json
from pathlib import Path

import pytest

from model.encoder import MODEL_FILE
from service.cli import main
from tests.training.releases import registry_of
from training.registry import CURRENT, Registry


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    """Two releases, the second current in the place of the first."""
    found = registry_of(tmp_path / "releases", "a", "b")
    found.promote("a", "me", "the first")
    found.promote("b", "you", "hurry", ("UNIT is worse",))
    monkeypatch.setenv("NIANBAO_RELEASE", str(found.folder / CURRENT))
    return found


@pytest.mark.usefixtures("registry")
def test_releases_are_listed_with_the_current_one_marked_and_with_the_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "list"]) == 0
    *releases, first, second = capsys.readouterr().out.splitlines()
    assert releases == ["  a\t2026-11-25\tdev 0.9500", "* b\t2026-11-25\tdev 0.9500"]
    assert first.endswith("promote nothing -> a by me: the first")
    assert second.endswith("promote a -> b by you: hurry (overruled: UNIT is worse)")


def test_a_release_that_does_not_verify_is_told(registry: Registry, capsys: pytest.CaptureFixture[str]) -> None:
    (registry.folder / "a" / MODEL_FILE).write_bytes(b"other weights")
    assert main(["models", "list"]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("* b\t")
    assert "its hash differs" in told.err
    assert main(["models", "show", "a"]) == 1


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize(("arguments", "name"), [([], "b"), (["a"], "a")])
def test_a_release_is_shown_by_its_manifest(arguments: list[str], name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "show", *arguments]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == name


def test_going_back_is_told_and_recorded(registry: Registry, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "rollback", "--why", "slower"]) == 0
    assert capsys.readouterr().out == "a is the current release again, in the place of b\n"
    assert (registry.current(), registry.history()[-1].why) == ("a", "slower")
    assert main(["models", "rollback"]) == 1
    assert "nothing to go back to" in capsys.readouterr().err
