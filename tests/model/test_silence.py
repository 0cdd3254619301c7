import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTING = ("CI", "PYTEST_CURRENT_TEST", "ORT_DISABLE_TELEMETRY")


@pytest.mark.parametrize("module", ["model.pipeline", "service.engine", "training.bench.peak", "training.export"])
def test_onnxruntime_tells_its_maker_nothing(module: str, tmp_path: Path) -> None:
    # What it sends it keeps first, beside an id of the machine, in the folder of the user's caches.
    home = {name: value for name, value in os.environ.items() if name not in TESTING}
    home.update(HOME=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / "cache"))
    program = f"import {module}, onnxruntime, sys; assert 'onnxruntime' in sys.modules"
    subprocess.run([sys.executable, "-c", program], env=home, check=True, timeout=60)
    assert not [path for path in tmp_path.rglob("*") if "onnxruntime" in path.name]
