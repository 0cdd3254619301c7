"""What a service that is ended by a signal answers to what it has no time for, as a process of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx2

ROOT = Path(__file__).parents[2]
LONG = (ROOT / "data/samples/yunjin-2023.txt").read_text(encoding="utf-8") * 120
BATCH = {"documents": [{"id": str(number), "text": LONG} for number in range(2)]}


@contextmanager
def service() -> Iterator[tuple[subprocess.Popen[str], httpx2.Client]]:
    """A service that has a second to answer what it accepted, and a client of it."""
    environment = {**os.environ, "NIANBAO_PORT": "0", "NIANBAO_MAX_DRAIN_SECONDS": "1"}
    command = [sys.executable, "-m", "service", "serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT, env=environment) as process:
        try:
            assert process.stdout is not None
            address = next(line.split()[3] for line in process.stdout if line.startswith("Nianbao serves on "))
            with httpx2.Client(base_url=address, timeout=60) as client:
                yield process, client
        finally:
            process.kill()


def until_accepted(client: httpx2.Client, requests: int) -> None:
    deadline = time.monotonic() + 20
    while f"nianbao_requests_in_flight {requests}" not in client.get("/metrics").text:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_batch_and_a_file_that_there_is_no_time_for_are_told_that_the_service_stops() -> None:
    with service() as (process, client), ThreadPoolExecutor(2) as pool:
        answers = [
            pool.submit(client.post, "/v1/extract/batch", json=BATCH),
            pool.submit(client.post, "/v1/documents", files={"file": ("a.txt", LONG.encode())}),
        ]
        until_accepted(client, 2)
        process.send_signal(signal.SIGTERM)
        assert [answer.result().json()["type"] for answer in answers] == ["urn:nianbao:problem:stopping"] * 2
        assert process.wait(20) == -signal.SIGTERM
