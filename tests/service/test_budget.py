import anyio

from service.budget import Budget


def most_at_once(budget: Budget, sizes: list[int]) -> list[int]:
    """The sizes that were let in together, each time that one came in."""
    inside: list[int] = []
    seen: list[int] = []

    async def work(size: int) -> None:
        async with budget.take(size):
            inside.append(size)
            seen.append(sum(inside))
            await anyio.sleep(0.001)
            inside.remove(size)

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


def test_work_that_is_cancelled_gives_its_room_back() -> None:
    budget = Budget(1)

    async def cancelled() -> None:
        with anyio.move_on_after(0.01):
            async with budget.take(1):
                await anyio.sleep_forever()
        with anyio.fail_after(1):
            async with budget.take(1):
                pass

    anyio.run(cancelled)
