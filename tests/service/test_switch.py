"""A running service takes up another release: a real server, real releases (the shipped one under two names), requests all the time."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

from model.encoder import MODEL_FILE
from model.release import MANIFEST
from training.registry import CURRENT, RELEASES, Registry

TEXT = "2023年,我局共收到政府信息公开申请34件,其中自然人30件,占88.24%;法人4件。均已按时答复。未发生行政复议。"
ROOT = Path(__file__).parents[2]


def copy_release(registry: Registry, name: str) -> None:
    """Adds the shipped release under another name, its files linked, since they are large."""
    shipped = (ROOT / RELEASES / CURRENT).resolve()
    with registry.adding(name) as half:
        for file in shipped.iterdir():
            if file.name != MANIFEST:
                (half / file.name).symlink_to(file)
        manifest = json.loads((shipped / MANIFEST).read_text(encoding="utf-8"))
        (half / MANIFEST).write_text(json.dumps({**manifest, "name": name}), encoding="utf-8")


@contextmanager
def serving(registry: Registry) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A server of the current release, and its address."""
    settings = {"NIANBAO_RELEASE": str(registry.folder / CURRENT), "NIANBAO_PORT": "0"}
    command = [sys.executable, "-c", "import sys; from service.cli import main; sys.exit(main(['serve']))"]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **settings}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        try:
            yield server, server.stdout.readline().split()[3]
        finally:
            server.terminate()


def extract(address: str) -> bytes:
    body = json.dumps({"text": TEXT}).encode()
    with urlopen(Request(f"{address}/v1/extract", body, {"content-type": "application/json"}), timeout=60) as answer:
        assert answer.status == 200
        return bytes(answer.read())


def hang_up(server: "subprocess.Popen[str]") -> None:
    """Asks the server to take up the current release, and waits until it says so."""
    assert server.stdout is not None
    server.send_signal(signal.SIGHUP)
    assert server.stdout.readline().startswith("Nianbao serves the release ")


def asked_all_the_time(address: str, meanwhile: Callable[[], None]) -> list[bytes]:
    """The answers to requests that were sent one after the other by two clients while something was done."""
    answers: list[bytes] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            answers.append(extract(address))

    clients = [threading.Thread(target=ask) for _ in range(2)]
    for client in clients:
        client.start()
    try:
        meanwhile()
    finally:
        done.set()
        for client in clients:
            client.join()
    return answers


def test_a_promoted_release_is_taken_up_without_a_request_being_dropped_and_going_back_gives_the_old_answers(tmp_path: Path) -> None:
    registry = Registry(tmp_path)
    for name in ("a", "b"):
        copy_release(registry, name)
    registry.promote("a", "me", "")
    with serving(registry) as (server, address):
        old = extract(address)

        def promote() -> None:
            registry.promote("b", "me", "")
            hang_up(server)

        answers = asked_all_the_time(address, promote)
        new = extract(address)
        assert (json.loads(old)["model"], json.loads(new)["model"]) == ("a", "b")
        assert set(answers) <= {old, new}
        registry.rollback("me", "")
        hang_up(server)
        assert extract(address) == old


def test_a_release_that_does_not_verify_is_not_taken_up_and_the_one_before_is_served_on(tmp_path: Path) -> None:
    registry = Registry(tmp_path)
    for name in ("a", "b"):
        copy_release(registry, name)
    registry.promote("a", "me", "")
    with serving(registry) as (server, address):
        registry.promote("b", "me", "")
        (tmp_path / "b" / MODEL_FILE).unlink()
        (tmp_path / "b" / MODEL_FILE).write_bytes(b"other weights")
        server.send_signal(signal.SIGHUP)
        assert server.stderr is not None
        told = "is served on: model.int8.onnx of the release b is not the file that was released"
        assert any(told in line for line in server.stderr)
        assert json.loads(extract(address))["model"] == "a"
