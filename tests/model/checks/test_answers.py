import pytest

from model.facts import Status
from tests.model.checks.records import by_rule, report, under

RATE = "requests.answer_rate"


@pytest.mark.parametrize(
    ("requests", "rate", "expected"),
    [
        ({"received": 200, "processed": 190}, 95, Status.PASS),
        ({"received": 200, "processed": 190}, 97, Status.FAIL),
        ({"received": 10, "processed": 12}, 100, Status.PASS),
        ({"received": 10, "carried_in": 2, "carried_out": 2, "processed": 10}, 100, Status.PASS),
        ({"received": 10, "processed": 8}, 100, Status.UNSURE),
        ({"to_handle": 3646, "processed": 3521}, 96.57, Status.PASS),
        ({"processed": 50, "processed.on_time": 49}, 98, Status.PASS),
    ],
)
def test_the_answer_rate_is_what_was_processed_of_what_was_due(requests: dict[str, int], rate: float, expected: Status) -> None:
    assert by_rule(report(under("requests", **requests), share={RATE: rate}))["answer_rate"].status is expected


def test_without_processed_requests_the_rate_says_how_many() -> None:
    check = by_rule(report({"requests.received": 200}, share={RATE: 95}))["answer_rate"]
    assert (check.status, check.expected) == (Status.NOT_APPLICABLE, 190)


def test_a_rate_alone_says_nothing() -> None:
    assert by_rule(report({}, share={RATE: 100})) == {}
