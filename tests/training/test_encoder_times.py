from pathlib import Path

import pytest

from tests.training.tiny import save_bert
from training.encoder_times import encoder_times, shape
from training.settings import TrainSettings


def settings(**chosen: object) -> TrainSettings:
    return TrainSettings.model_validate(chosen)


def test_a_shape_is_what_is_kept_of_the_base() -> None:
    assert shape(settings(layers=(0, 2))) == shape(settings(layers=(1, 3), seed=4)) == (2, None, None)
    assert shape(settings(layers=None, heads=6, neurons=768)) == (None, 6, 768)


def test_fewer_layers_take_less_time_and_rows_of_one_shape_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.encoder_times.sample_text", lambda: "年收到申请23件,其中网络信函。" * 12)
    base = str(save_bert(tmp_path, layers=8))
    rows = {
        "all": settings(base=base, layers=None),
        "first": settings(base=base, layers=(0,), heads=1, neurons=16),
        "again": settings(base=base, layers=None, seed=2),
    }
    times = encoder_times(rows, rounds=9)
    assert times["first"] < times["all"] == times["again"] == 1.0
