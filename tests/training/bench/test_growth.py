from pathlib import Path

import pytest

from training.bench.growth import measure_growth
from training.bench.process import serving
from training.bench.texts import sample_text


def test_memory_is_measured_beside_requests_of_many_sizes(tmp_path: Path) -> None:
    with serving(tmp_path, Path("data/releases/current")) as service:
        growth = measure_growth(service, [sample_text()[:100]], 20)
        assert growth.resident[-1] == pytest.approx(service.memory().resident, rel=0.1)
    assert list(growth.requests) == [*range(1, 21)]
    assert (growth.load.answered, growth.load.errors) == (20, 0)
    assert growth.second_half == growth.resident[19] - growth.resident[9]
