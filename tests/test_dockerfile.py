import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from service.settings import Settings
from tests.dependencies import ROOT
from tests.service.fakes import DigitReader
from tests.service.serving import serving


@pytest.fixture
def check() -> str:
    """The command by which Docker asks whether the service is ready."""
    found = re.search(r"^HEALTHCHECK (?:.*\\\n)*\s*CMD (.+)$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    return found[1]


def is_healthy(check: str, port: int) -> bool:
    proxies = dict.fromkeys(("http_proxy", "HTTP_PROXY"), "http://127.0.0.1:9")
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = os.environ | proxies | {"NIANBAO_PORT": str(port), "PATH": path}
    return subprocess.run(["sh", "-c", check], check=False, env=environment, stderr=subprocess.DEVNULL).returncode == 0


def test_a_container_is_healthy_at_the_port_of_its_settings_whatever_proxy_it_is_given(check: str) -> None:
    with serving(Settings(port=0), DigitReader()) as (_, port):
        assert is_healthy(check, port)
    assert not is_healthy(check, port)
