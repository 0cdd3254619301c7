import pytest

from model.checks import check_record
from model.facts import Status
from model.record import Record
from tests.model.checks.records import APPLICANT, OUTCOME, by_rule, report, stated, topic_rows, under

GRANTED = f"share.{OUTCOME}.granted"


@pytest.mark.parametrize(
    ("field", "number", "share"),
    [
        (f"{OUTCOME}.granted_or_partial", 208, 17.46),
        (f"{OUTCOME}.denied", 20, 1.68),
        (f"{OUTCOME}.unable", 564, 47.36),
        (f"{OUTCOME}.not_processed", 80, 6.72),
        (f"{OUTCOME}.other", 319, 26.78),
    ],
)
def test_shares_of_combined_categories_pass(field: str, number: int, share: float) -> None:
    check = by_rule(report({"requests.processed": 1191, field: number}, share={field: share}))[f"share.{field}"]
    assert check.status is Status.PASS


def test_the_denominator_that_fits_is_named() -> None:
    counts = {"requests.received": 3392, "requests.processed": 3394, f"{OUTCOME}.granted": 1680}
    check = by_rule(report(counts, share={f"{OUTCOME}.granted": 49.53}))[GRANTED]
    assert check.status is Status.PASS
    assert check.message == "予以公开1680 ÷ 新收申请3392≈49.5283%,与所述49.53%相符"
    assert [operand.value for operand in check.operands] == [49.53, 1680, 3392]


def test_a_wrong_share_fails_by_the_nearest_denominator() -> None:
    counts = {"requests.received": 3000, "requests.processed": 2000, f"{OUTCOME}.granted": 1000}
    check = by_rule(report(counts, share={f"{OUTCOME}.granted": 35.1}))[GRANTED]
    assert (check.status, check.expected, check.found, check.difference) == (Status.FAIL, 33.333333, 35.1, 1.766667)
    assert check.message == "予以公开1000 ÷ 新收申请3000≈33.333%,与所述35.1%不符"


def test_the_listed_parts_are_a_denominator() -> None:
    channels = under("requests.by_channel", online=30, mail=10)
    check = by_rule(report(channels, share={"requests.by_channel.online": 75}))["share.requests.by_channel.online"]
    assert check.status is Status.PASS
    assert "所列各项合计40" in check.message


def test_a_reason_may_be_a_share_of_its_category() -> None:
    field = f"{OUTCOME}.denied.process"
    counts = {"requests.processed": 100, f"{OUTCOME}.denied": 10, field: 4}
    assert by_rule(report(counts, share={field: 40}))[f"share.{field}"].status is Status.PASS
    assert by_rule(report(counts, share={field: 4}))[f"share.{field}"].status is Status.PASS


def test_a_share_without_a_whole_says_what_it_would_be() -> None:
    check = by_rule(report({f"{APPLICANT}.natural_person": 43}, share={f"{APPLICANT}.natural_person": 86}))
    found = check[f"share.{APPLICANT}.natural_person"]
    assert (found.status, found.expected) == (Status.NOT_APPLICABLE, 50)


def test_a_share_without_a_count_says_what_it_would_be() -> None:
    check = by_rule(report({"requests.received": 50}, share={f"{APPLICANT}.natural_person": 86}))
    found = check[f"share.{APPLICANT}.natural_person"]
    assert (found.status, found.expected) == (Status.NOT_APPLICABLE, 43)


def test_a_share_of_nothing_is_left_out() -> None:
    assert GRANTED not in by_rule(report({"requests.processed": 0, f"{OUTCOME}.granted": 0}, share={f"{OUTCOME}.granted": 0}))


def test_shares_that_belong_to_no_family_are_left_out() -> None:
    assert by_rule(report({"training.people": 5}, share={"training.people": 40, "disclosure.electronic": 100})) == {}


def test_an_approximate_count_only_leaves_a_share_open() -> None:
    counts = {"requests.processed": stated(2000), f"{OUTCOME}.granted": stated(900, text="900余", approximate=True)}
    assert by_rule(report(counts, share={f"{OUTCOME}.granted": 48.3}))[GRANTED].status is Status.PASS
    check = by_rule(report(counts, share={f"{OUTCOME}.granted": 58.3}))[GRANTED]
    assert check.status is Status.UNSURE
    assert "约900" in check.message


def test_a_share_of_published_items_passes_by_the_website() -> None:
    counts = {"disclosure.website": 400, "disclosure.policy_interpretation": 10}
    check = by_rule(report(counts, share={"disclosure.policy_interpretation": 2.5}))["share.disclosure.policy_interpretation"]
    assert check.status is Status.PASS


def test_reviews_may_be_a_share_of_all_disputes() -> None:
    counts = {"reviews.total": 30, "litigation.total": 10}
    assert by_rule(report(counts, share={"reviews.total": 75}))["share.reviews.total"].status is Status.PASS


def test_rows_of_topics_are_checked_one_by_one() -> None:
    record = report({"disclosure.total": 249})
    record.lists["disclosure.by_topic"] = topic_rows(("财政", 185, 74.3), ("机构", 39, 20), ("其他", 25, None))
    shares = [check for check in check_record(record) if check.rule == "share.disclosure.by_topic"]
    assert [check.status for check in shares] == [Status.PASS, Status.FAIL]
    assert shares[1].message == "机构39 ÷ 主动公开信息249≈15.66%,与所述20%不符"


def test_rows_without_any_total_are_shares_of_their_sum() -> None:
    record = Record(lists={"requests.by_topic": topic_rows(("征地", 3, 75), ("拆迁", 1, 25))})
    shares = [check for check in check_record(record) if check.rule == "share.requests.by_topic"]
    assert [check.status for check in shares] == [Status.PASS, Status.PASS]


def test_a_list_that_may_be_partial_proves_no_share_wrong() -> None:
    counts, shares = under("requests.by_channel", online=7, mail=14), under("requests.by_channel", online=3, mail=6)
    for more, expected in (({}, Status.UNSURE), ({"requests.received": 100}, Status.FAIL)):
        checks = by_rule(report({**counts, **more}, share=shares))
        assert {checks[f"share.{field}"].status for field in counts} == {expected}
    assert by_rule(report(counts, share=shares))["share.requests.by_channel.mail"].message.endswith("与所述6%不符;所列可能不全")


def test_a_complete_list_proves_a_share_wrong() -> None:
    counts = under("requests.by_channel", online=7, mail=14, other=9)
    check = by_rule(report(counts, share={"requests.by_channel.online": 3}))["share.requests.by_channel.online"]
    assert check.status is Status.FAIL


@pytest.mark.parametrize(("shares", "expected"), [((3, 3), Status.UNSURE), ((40, 60), Status.FAIL)])
def test_topics_without_a_total_prove_a_share_wrong_only_where_they_are_all(shares: tuple[float, float], expected: Status) -> None:
    record = Record(lists={"disclosure.by_topic": topic_rows(("教育", 7, shares[0]), ("医疗", 7, shares[1]))})
    found = [check.status for check in check_record(record) if check.rule == "share.disclosure.by_topic"]
    assert found == [expected, expected]


@pytest.mark.parametrize("counts", [{}, {"requests.received": 50}])
def test_the_share_of_a_row_does_not_repeat_the_whole_list(counts: dict[str, float]) -> None:
    record = report(counts)
    record.lists["requests.by_topic"] = topic_rows(*((f"事项{place}", 1, 2) for place in range(50)))
    shares = [check for check in check_record(record) if check.rule == "share.requests.by_topic"]
    assert [len(check.operands) for check in shares] == [3 if counts else 2] * 50
