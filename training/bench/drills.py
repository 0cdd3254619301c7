"""Services that are ended in the middle of their work, and what was lost."""

import asyncio
import itertools
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from time import perf_counter

import httpx2

from training.bench.clients import TOO_MANY, Answer, Load, send_load, session_for
from training.bench.process import Service, serving
from training.bench.tally import Tally

LABELLED = "/v1/labelled"
_CERTAINLY_TAKEN = 1.0
"""Seconds before the signal; what was sent less than that before it may not have been taken up."""
_LABELLERS = 8
_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Stopped:
    """A service that was asked to end (SIGTERM) under load: what it had accepted, what of that was lost, and the seconds to its end."""

    load: Tally
    accepted: int
    lost: int
    seconds: float


def stop_under_load(service: Service, texts: Sequence[str], load: Load) -> Stopped:
    """Asks a service to end in the middle of the time of a load.

    Accepted is what its log tells the end of but for refusals, and what a client had sent well before the signal and got no answer to.
    """
    answers, tally, signalled, seconds = asyncio.run(_stop_in_the_middle(service, texts, load))
    got = {one.id: one.status for one in answers}
    logged = {number: status for number, status in _answered(service.log) if number in got and status != TOO_MANY}
    silent = {one.id for one in answers if one.status is None and one.begun < signalled - _CERTAINLY_TAKEN}
    unanswered = {number for number, status in logged.items() if not status == got[number] == HTTPStatus.OK}
    return Stopped(tally, len(logged.keys() | silent), len(unanswered | silent), seconds)


async def _stop_in_the_middle(service: Service, texts: Sequence[str], load: Load) -> tuple[list[Answer], Tally, float, float]:
    """The answers, when the signal was given, and the seconds from there to the end of the service."""
    async with asyncio.TaskGroup() as tasks:
        sending = tasks.create_task(send_load(service.url, itertools.cycle(texts), load))
        await asyncio.sleep(load.seconds / 2)
        signalled = perf_counter()
        service.stop()
        await asyncio.to_thread(service.process.wait)
        ended = perf_counter()
    answers, seconds = sending.result()
    return answers, Tally.of(answers, seconds), signalled, ended - signalled


def _answered(log: Path) -> Iterator[tuple[str, int]]:
    """Id and status of the requests that a service tells the end of."""
    for line in log.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        if told["message"] == "answered":
            yield told["request_id"], told["status"]


@dataclass(frozen=True, slots=True)
class Killed:
    """A service that was killed (SIGKILL) again and again while it kept labelled reports: how many it acknowledged, and lost of these."""

    kills: int
    acknowledged: int
    lost: int


def kill_while_labelling(folder: Path, release: Path, kills: int) -> Killed:
    """Kills services that keep labelled reports in the same folder, each at a random moment, and asks a last one what there is."""
    source, numbers = random.Random(0), itertools.count()
    acknowledged: set[str] = set()
    for _ in range(kills):
        with serving(folder, release) as service:
            acknowledged |= asyncio.run(_label_until_killed(service, source.uniform(0.2, 2), numbers))
    with serving(folder, release) as service:
        kept = set(_kept(service.url))
    return Killed(kills, len(acknowledged), len(acknowledged - kept))


async def _label_until_killed(service: Service, seconds: float, numbers: Iterator[int]) -> set[str]:
    """The ids of the reports that were acknowledged."""
    acknowledged: set[str] = set()

    async def labeller(session: httpx2.AsyncClient) -> None:
        for number in numbers:
            try:
                answer = await session.post(LABELLED, json=_labelled(number))
            except httpx2.TransportError:
                return
            acknowledged.update(one["id"] for one in answer.raise_for_status().json()["stored"])

    async with session_for(service.url, _LABELLERS) as session, asyncio.TaskGroup() as tasks:
        for _ in range(_LABELLERS):
            tasks.create_task(labeller(session))
        await asyncio.sleep(seconds)
        service.kill()
    return acknowledged


def _labelled(number: int) -> dict[str, object]:
    """A labelled report like no other."""
    return {"text": f"收到申请{number}件。", "label": [[4, 4 + len(str(number)), "REQUEST_COUNT"]]}


def _kept(url: str) -> Iterator[str]:
    """The ids of all labelled reports that a service gives."""
    path: str | None = f"{LABELLED}?limit={_PAGE}"
    while path:
        page = httpx2.get(url + path, trust_env=False).raise_for_status()
        yield from (json.loads(line)["id"] for line in page.text.splitlines())
        path = page.links["next"]["url"] if "next" in page.links else None
