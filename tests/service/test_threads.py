import threading

import anyio
import pytest

from service.threads import Threads


def test_work_is_done_apart_from_the_caller() -> None:
    assert anyio.run(Threads("working", 1, room=1).run, threading.get_ident) != threading.get_ident()


def test_an_error_of_the_work_is_raised_as_it_is() -> None:
    def fail() -> None:
        raise KeyError("3")

    with pytest.raises(KeyError, match="3"):
        anyio.run(Threads("working", 1, room=1).run, fail)


def test_work_whose_caller_has_gone_keeps_its_room_until_it_has_ended_and_no_longer() -> None:
    let = threading.Event()
    done: list[str] = []

    def held() -> None:
        assert let.wait(20)
        done.append("held")

    async def abandon() -> None:
        threads = Threads("working", 9, room=1)
        with anyio.move_on_after(0.05) as gone:
            await threads.run(held)
        assert gone.cancelled_caught
        with anyio.move_on_after(0.05):
            await threads.run(lambda: done.append("no longer wanted"))
        assert done == []
        let.set()
        with anyio.fail_after(20):
            await threads.run(lambda: done.append("next"))

    anyio.run(abandon)
    assert done == ["held", "next"]
