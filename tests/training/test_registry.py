import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.encoder import MODEL_FILE
from model.release import ReleaseError
from tests.training.releases import registry_of, write_release
from training.registry import Action, Registry


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    return registry_of(tmp_path / "releases", "a", "b", "c")


def test_releases_are_listed_by_name_and_none_is_current_at_first(registry: Registry) -> None:
    assert (registry.names(), registry.current(), registry.history()) == (["a", "b", "c"], None, [])


def test_a_folder_without_releases_has_none(tmp_path: Path) -> None:
    registry = Registry(tmp_path / "nothing")
    assert (registry.names(), registry.current()) == ([], None)
    with pytest.raises(ReleaseError, match="there are none"):
        registry.load("current")
    with pytest.raises(ReleaseError, match="nothing to go back to"):
        registry.rollback("me", "")


def test_promotion_makes_current_and_is_recorded(registry: Registry) -> None:
    registry.promote("a", "me", "the first")
    registry.promote("b", "you", "hurry", ("a label is worse",))
    assert registry.current() == registry.load("current").name == "b"
    first, second = registry.history()
    assert (first.release, first.previous, first.by, first.why, first.reasons) == ("a", None, "me", "the first", ())
    assert (second.release, second.previous, second.reasons) == ("b", "a", ("a label is worse",))


def test_rollback_takes_the_release_before_promotion_after_promotion(registry: Registry) -> None:
    for name in ("a", "b", "c"):
        registry.promote(name, "me", "")
    assert [registry.rollback("me", "worse").release for _ in range(2)] == ["b", "a"]
    assert registry.current() == "a"
    with pytest.raises(ReleaseError, match="nothing to go back to"):
        registry.rollback("me", "worse")
    assert registry.history()[-1].action is Action.ROLLBACK


@settings(max_examples=15)
@given(st.lists(st.sampled_from(["a", "b", "c", "back"]), max_size=8))
def test_after_any_changes_the_last_of_the_history_is_current(tmp_path_factory: pytest.TempPathFactory, changes: list[str]) -> None:
    registry = registry_of(tmp_path_factory.mktemp("releases"), "a", "b", "c")
    done = 0
    for change in changes:
        before = registry.current()
        try:
            made = registry.rollback("me", "") if change == "back" else registry.promote(change, "me", "")
        except ReleaseError:
            assert registry.current() == before
            continue
        done += 1
        assert (made.previous, made.release) == (before, registry.current())
    assert len(registry.history()) == done
    assert registry.current() == (registry.history()[-1].release if done else None)


def test_what_is_current_is_not_promoted_again(registry: Registry) -> None:
    registry.promote("a", "me", "")
    with pytest.raises(ReleaseError, match="current release already"):
        registry.promote("a", "me", "")


@pytest.mark.parametrize("name", ["d", "../a", "", ".a.half", "history.jsonl"])
def test_what_is_no_release_is_refused_with_those_that_there_are(registry: Registry, name: str) -> None:
    with pytest.raises(ReleaseError, match="there are a, b, c"):
        registry.promote(name, "me", "")


def test_what_does_not_verify_becomes_current_neither_by_promotion_nor_by_rollback(registry: Registry) -> None:
    registry.promote("a", "me", "")
    registry.promote("b", "me", "")
    for name in ("a", "c"):
        (registry.folder / name / MODEL_FILE).write_bytes(b"other weights")
    with pytest.raises(ReleaseError, match="its hash differs"):
        registry.promote("c", "me", "")
    with pytest.raises(ReleaseError, match="its hash differs"):
        registry.rollback("me", "")
    assert (registry.current(), len(registry.history())) == ("b", 2)


def test_a_release_in_the_folder_of_another_is_refused(registry: Registry) -> None:
    os.rename(registry.folder / "c", registry.folder / "d")
    with pytest.raises(ReleaseError, match="the folder d holds the release c"):
        registry.promote("d", "me", "")


def test_a_release_appears_when_all_of_it_is_written(tmp_path: Path) -> None:
    registry = Registry(tmp_path)
    with registry.adding("a") as half:
        write_release(half, "a")
        assert registry.names() == []
    assert registry.names() == ["a"]


def fill_the_disk(half: Path) -> None:
    raise OSError("the disk is full")


def lose_weights(half: Path) -> None:
    (half / MODEL_FILE).unlink()


def add(registry: Registry, fail: Callable[[Path], None]) -> None:
    with registry.adding("a") as half:
        write_release(half, "a")
        fail(half)


def test_a_release_that_fails_on_the_way_or_does_not_verify_never_appears(tmp_path: Path) -> None:
    registry = Registry(tmp_path)
    for fail, error in ((fill_the_disk, OSError), (lose_weights, ReleaseError)):
        with pytest.raises(error):
            add(registry, fail)
    assert registry.names() == []
    with registry.adding("a") as half:
        assert list(half.iterdir()) == []
        write_release(half, "a")
    assert registry.load("a").name == "a"


@pytest.mark.parametrize("name", ["", "current", "history.jsonl", ".hidden", "a/b", "..", "字", "x" * 65])
def test_what_cannot_name_a_release_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReleaseError, match="cannot name a release"):
        Registry(tmp_path).check_new(name)


def test_a_release_is_never_overwritten(registry: Registry) -> None:
    with pytest.raises(ReleaseError, match="a release a already"), registry.adding("a"):
        pytest.fail("it may not be written")
