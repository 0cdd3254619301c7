from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from service.rate import MINUTE, SECOND, Rate


def test_a_key_may_spend_its_minute_at_once_and_then_waits_for_its_share() -> None:
    now = 1000 * SECOND
    rate = Rate(6, lambda: now)
    assert [rate.wait("a") for _ in range(6)] == [0] * 6
    assert rate.wait("a") == 10
    now += 4 * SECOND
    assert rate.wait("a") == 6
    now += 6 * SECOND
    assert rate.wait("a") == 0
    assert rate.wait("a") == 10


def test_one_key_takes_nothing_from_another() -> None:
    rate = Rate(1, lambda: 0)
    assert [rate.wait("a"), rate.wait("b"), rate.wait("a")] == [0, 0, 60]


@given(st.integers(1, 20), st.lists(st.integers(0, 20_000), min_size=1, max_size=60))
def test_no_minute_holds_more_than_twice_the_limit_and_a_wait_is_enough(per_minute: int, gaps: list[int]) -> None:
    now = 0
    rate = Rate(per_minute, lambda: now)
    called: list[int] = []
    for gap in gaps:
        now += gap * SECOND // 1000
        if wait := rate.wait("a"):
            now += ceil(wait) * SECOND
            assert rate.wait("a") == 0
        called.append(now)
    for end in called:
        assert sum(end - MINUTE < time <= end for time in called) <= 2 * per_minute
