"""Clients that send reports to a service, and what they get."""

import asyncio
import itertools
import random
from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter
from uuid import uuid4

import httpx2

EXTRACT = "/v1/extract"
TOO_MANY = 429
_PATIENCE = 150
"""Seconds; longer than the service itself takes at most."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a client got for a report of so many characters, sent at `begun`; `status` is None where the connection failed before."""

    id: str
    begun: float
    status: int | None
    seconds: float
    characters: int
    retry_after: float = 0.0


@dataclass(frozen=True, slots=True)
class Load:
    """How much is sent: by so many clients, for so many seconds.

    With a `rate` they send so many reports a second together, whatever becomes of them. Without, each sends its next report once it has
    its answer, and after a refusal waits as long as the service says, or up to twice as long, so that not all come back at once.
    """

    clients: int
    seconds: float
    rate: float | None = None


def run_load(url: str, texts: Iterable[str], load: Load) -> tuple[list[Answer], float]:
    """The answers to the texts, which are sent in their order until they end or the time is over, and the seconds until the last answer."""
    return asyncio.run(send_load(url, texts, load))


async def send_load(url: str, texts: Iterable[str], load: Load) -> tuple[list[Answer], float]:
    """As `run_load`, beside other work."""
    answers: list[Answer] = []
    ahead, numbers, source = iter(texts), itertools.count(), random.Random(0)
    begun = perf_counter()

    async def client(session: httpx2.AsyncClient) -> None:
        while (due := next(numbers) / load.rate if load.rate else perf_counter() - begun) < load.seconds:
            await asyncio.sleep(max(0.0, begun + due - perf_counter()))
            text = next(ahead, None)
            if text is None:
                break
            answer = await send(session, text)
            answers.append(answer)
            if load.rate is None:
                await asyncio.sleep(answer.retry_after * source.uniform(1, 2))

    async with session_for(url, load.clients) as session, asyncio.TaskGroup() as tasks:
        for _ in range(load.clients):
            tasks.create_task(client(session))
    return answers, perf_counter() - begun


def session_for(url: str, clients: int) -> httpx2.AsyncClient:
    """A connection for each client, which is kept open between its requests."""
    limits = httpx2.Limits(max_connections=clients, max_keepalive_connections=clients)
    return httpx2.AsyncClient(base_url=url, timeout=_PATIENCE, limits=limits, trust_env=False)


async def send(session: httpx2.AsyncClient, text: str) -> Answer:
    """The answer to one report."""
    own_id = uuid4().hex
    begun = perf_counter()
    try:
        response = await session.post(EXTRACT, json={"text": text}, headers={"x-request-id": own_id})
    except httpx2.TransportError:
        return Answer(own_id, begun, None, perf_counter() - begun, len(text))
    retry_after = float(response.headers.get("retry-after", 0))
    return Answer(own_id, begun, response.status_code, perf_counter() - begun, len(text), retry_after)
