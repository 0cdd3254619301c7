import anyio
import pytest

from service.budget import Budget


def most_at_once(budget: Budget, sizes: list[int]) -> list[int]:
    """The sizes that were let in together, each time that one came in."""
    inside: list[int] = []
    seen: list[int] = []

    async def work(size: int) -> None:
        await budget.take(size)
        inside.append(size)
        seen.append(sum(inside))
        await anyio.sleep(0.001)
        inside.remove(size)
        budget.give_back(size)

    async def all_of_them() -> None:
        async with anyio.create_task_group() as tasks:
            for size in sizes:
                tasks.start_soon(work, size)

    anyio.run(all_of_them)
    assert len(seen) == len(sizes)
    return seen


def test_work_is_let_in_up_to_the_budget() -> None:
    assert max(most_at_once(Budget(10), [5, 5, 5, 3, 7, 2])) == 10


def test_what_is_larger_than_the_budget_is_let_in_alone() -> None:
    seen = most_at_once(Budget(10), [25, 3, 25, 4])
    assert 25 in seen
    assert max(seen) == 25


def test_work_that_no_longer_waits_holds_nobody_up() -> None:
    budget = Budget(1)

    async def give_up_waiting() -> None:
        await budget.take(1)
        with anyio.move_on_after(0.01):
            await budget.take(1)
            pytest.fail("there was no room")
        budget.give_back(1)
        with anyio.fail_after(1):
            await budget.take(1)

    anyio.run(give_up_waiting)


def test_large_work_is_let_in_when_its_turn_comes_while_small_work_keeps_coming() -> None:
    budget = Budget(10)
    let_in: list[int] = []

    async def work(size: int) -> None:
        await budget.take(size)
        let_in.append(size)

    async def large_among_small() -> None:
        async with anyio.create_task_group() as tasks:
            for size in [3, 3, 10, *[3] * 8]:
                tasks.start_soon(work, size)
                await anyio.wait_all_tasks_blocked()
            assert let_in == [3, 3]
            for _ in range(2):
                budget.give_back(3)
                await anyio.wait_all_tasks_blocked()
            assert let_in == [3, 3, 10]
            budget.give_back(10)
            await anyio.wait_all_tasks_blocked()
            assert let_in == [3, 3, 10, 3, 3, 3]
            tasks.cancel_scope.cancel()

    anyio.run(large_among_small)
