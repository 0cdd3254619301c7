"""A round trip through a real Label Studio: proposals in, one corrected, the export imported, every span as it was left.

Needs Label Studio 1.23.2 in an environment of its own, named by TEST_LABEL_STUDIO: `python -m venv ls && ls/bin/pip install
label-studio==1.23.2`, then `TEST_LABEL_STUDIO=ls/bin/label-studio pytest tests/real/test_label_studio.py`.
"""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest

from service.cli import main
from service.settings import Settings
from training.labelled.report import Status
from training.labelled.store import LabelledStore

PROGRAM = os.environ.get("TEST_LABEL_STUDIO")
STARTS_WITHIN = 600
"""Seconds; the first start makes the database."""
PERSON = {"email": "li@example.org", "password": "a-long-enough-word"}
TEXTS = ["2023年,😀我局共收到政府信息公开申请34件。\r\n其中自然人30件,占88.24%。", "全年未收到政府信息公开申请。"]

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="TEST_LABEL_STUDIO names no label-studio program")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[httpx2.Client]:
    """A session with a server that has one person."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(PROGRAM), "start", "--no-browser", "--port", str(port), "--username", PERSON["email"], "--password", PERSON["password"]]
    environment = os.environ | {"LABEL_STUDIO_BASE_DATA_DIR": str(tmp_path / "ls"), "COLLECT_ANALYTICS": "false"}
    with (tmp_path / "ls.log").open("wb") as log, subprocess.Popen(command, env=environment, stdout=log, stderr=log) as process:
        try:
            with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, follow_redirects=True) as session:
                log_in(session)
                yield session
        finally:
            process.terminate()


def log_in(session: httpx2.Client) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        with suppress(httpx2.TransportError):
            if session.get("/health").status_code == 200:
                break
        time.sleep(1)
    session.get("/user/login/")
    form = PERSON | {"csrfmiddlewaretoken": session.cookies["csrftoken"]}
    session.post("/user/login/", data=form, headers={"referer": str(session.base_url)}).raise_for_status()
    session.headers.update({"x-csrftoken": session.cookies["csrftoken"], "referer": str(session.base_url)})


def call(session: httpx2.Client, method: str, path: str, body: object = None) -> Any:
    response = session.request(method, path, json=body)
    assert response.is_success, response.text
    return response.json()


def relabelled(region: dict[str, Any]) -> dict[str, Any]:
    """The region, with another label if it is the 34."""
    value = region["value"]
    return {**region, "value": {**value, "labels": ["OTHER_COUNT"]}} if value["text"] == "34" else region


def test_proposals_are_corrected_exported_and_imported(
    server: httpx2.Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NIANBAO_LABELLED", str(tmp_path / "labelled.sqlite"))
    documents = tmp_path / "reports.jsonl"
    documents.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(TEXTS)), encoding="utf-8")
    assert main(["prelabel", str(documents), "--output", str(tmp_path / "out")]) == 0
    tasks = json.loads((tmp_path / "out" / "tasks.json").read_text(encoding="utf-8"))

    configuration = (tmp_path / "out" / "labels.xml").read_text(encoding="utf-8")
    project = call(server, "POST", "/api/projects/", {"title": "reports", "label_config": configuration})["id"]
    answer = call(server, "POST", f"/api/projects/{project}/import", tasks)
    assert (answer["task_count"], answer["prediction_count"]) == (2, 2)

    shown = next(
        task for task in call(server, "GET", f"/api/tasks/?project={project}&fields=all")["tasks"] if task["data"]["source"] == "0"
    )
    (prediction,) = call(server, "GET", f"/api/predictions/?task={shown['id']}")
    assert prediction["model_version"] == tasks[0]["predictions"][0]["model_version"]
    corrected = [relabelled(region) for region in prediction["result"][1:]]
    call(server, "POST", f"/api/tasks/{shown['id']}/annotations/", {"result": corrected, "lead_time": 3})

    export = tmp_path / "export.json"
    export.write_bytes(server.get(f"/api/projects/{project}/export?exportType=JSON&download_all_tasks=true").content)
    capsys.readouterr()
    assert main(["labelled", "import", str(export)]) == 0, capsys.readouterr().err
    # The export names the predictions of the other task by their numbers alone: nobody labelled it.
    (stored,) = LabelledStore(Settings().labelled).current()
    assert (stored.text, stored.source, stored.status, stored.annotator) == (TEXTS[0], "0", Status.LABELLED, "Label Studio user 1")
    left = [(one["value"]["start"], one["value"]["end"], one["value"]["labels"][0]) for one in corrected]
    assert [(one.start, one.end, one.label) for one in stored.entities] == sorted(left)
    assert ("34", "OTHER_COUNT") in {(TEXTS[0][one.start : one.end], one.label) for one in stored.entities}
