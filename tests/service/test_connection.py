import anyio
import pytest
from fastapi import Request
from starlette.types import Message, Receive

from service.connection import attend
from service.problems import ProblemError


def request(receive: Receive) -> Request:
    return Request({"type": "http"}, receive)


async def connected() -> Message:
    await anyio.sleep_forever()
    raise AssertionError


async def three() -> int:
    return 3


async def fail() -> int:
    raise KeyError("3")


def test_work_for_a_client_that_stays_is_done() -> None:
    assert anyio.run(attend, request(connected), 9, three) == 3


def test_an_error_of_the_work_is_raised_as_it_is() -> None:
    with pytest.raises(KeyError, match="3"):
        anyio.run(attend, request(connected), 9, fail)


def test_work_ends_when_the_client_goes() -> None:
    messages: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}, {"type": "http.disconnect"}]
    ended = False

    async def receive() -> Message:
        return messages.pop(0)

    async def work() -> None:
        nonlocal ended
        try:
            await anyio.sleep_forever()
        finally:
            ended = True

    with pytest.raises(ProblemError, match="the client is gone"):
        anyio.run(attend, request(receive), 9, work)
    assert ended
