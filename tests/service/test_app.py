import subprocess
import sys
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import service.engine
from service.app import create_app
from service.settings import Settings
from tests.service.fakes import DigitReader
from tests.service.problem import problem_of


def test_serving_needs_no_torch() -> None:
    program = "import service.cli, sys; sys.exit(any(name in sys.modules for name in ('torch', 'transformers', 'datasets')))"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_app_is_up_while_the_model_is_loaded_and_ready_after(monkeypatch: pytest.MonkeyPatch) -> None:
    def load_slowly(settings: Settings) -> DigitReader:
        time.sleep(0.2)
        return DigitReader()

    monkeypatch.setattr(service.engine, "load_reader", load_slowly)
    with TestClient(create_app(Settings())) as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        assert problem_of(client.get("/readyz"), 503, "not-ready")["detail"] == "the model is being loaded"
        response = client.post("/v1/extract", json={"text": "3"})
        problem_of(response, 503, "not-ready")
        assert response.headers["retry-after"] == "1"
        deadline = time.monotonic() + 10
        while client.get("/readyz").status_code != 200 and time.monotonic() < deadline:
            time.sleep(0.02)
        assert client.post("/v1/extract", json={"text": "3"}).status_code == 200


def test_the_app_stays_up_without_a_model_and_says_that_it_cannot_read(tmp_path: Path) -> None:
    app = create_app(Settings(release=tmp_path))
    with TestClient(app) as client:
        deadline = time.monotonic() + 10
        while app.state.engine.failure is None and time.monotonic() < deadline:
            time.sleep(0.02)
        assert client.get("/healthz").status_code == 200
        assert "could not be loaded" in problem_of(client.get("/readyz"), 503, "not-ready")["detail"]
        problem_of(client.get("/v1/model"), 503, "not-ready")
        assert client.post("/v1/check", json={"record": {}}).status_code == 200
