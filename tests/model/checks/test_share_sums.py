from model.facts import Status
from model.record import Record
from tests.model.checks.records import APPLICANT, OUTCOME, by_rule, report, stated, topic_rows, under

RULE = "sum.shares.applicants"


def test_rounded_shares_fill_100() -> None:
    shares = under("requests.by_channel", online=33.3, mail=33.3, in_person=33.3)
    counts = under("requests.by_channel", online=5, mail=5, in_person=5)
    assert by_rule(report({"requests.received": 15, **counts}, share=shares))["sum.shares.channels"].status is Status.PASS


def test_shares_cut_off_are_a_doubt() -> None:
    counts = under("requests.by_channel", online=2, mail=2, in_person=2, fax=1)
    shares = under("requests.by_channel", online=28.5, mail=28.5, in_person=28.5, fax=14.2)
    check = by_rule(report({"requests.received": 7, **counts}, share=shares))["sum.shares.channels"]
    assert (check.status, check.found) == (Status.UNSURE, 99.7)


def test_shares_of_a_complete_list_that_miss_100_fail() -> None:
    counts = under(APPLICANT, natural_person=90, legal_person=10)
    check = by_rule(report({"requests.received": 100, **counts}, share=under(APPLICANT, natural_person=90.0, legal_person=12.0)))[RULE]
    assert (check.status, check.expected, check.found, check.difference) == (Status.FAIL, 100, 102, 2)


def test_shares_of_a_part_of_a_list_prove_nothing_below_100() -> None:
    counts = under("requests.by_channel", online=50, mail=30)
    shares = under("requests.by_channel", online=50, mail=30)
    assert "sum.shares.channels" not in by_rule(report({"requests.received": 100, **counts}, share=shares))


def test_shares_of_reasons_are_not_summed() -> None:
    counts = {"requests.processed": 100, **under(OUTCOME, granted=50, partial=4)}
    assert "sum.shares.outcomes.granted" not in by_rule(report(counts, share=under(OUTCOME, granted=50, partial=4)))


def test_approximate_shares_never_fail() -> None:
    counts = under(APPLICANT, natural_person=90, legal_person=10)
    shares = under(APPLICANT, natural_person=stated(90, approximate=True), legal_person=stated(60, approximate=True))
    assert by_rule(report(counts, share=shares))[RULE].status is Status.UNSURE


def test_shares_of_topics_are_a_warning_at_most() -> None:
    record = Record(lists={"disclosure.by_topic": topic_rows(("财政", None, 80), ("机构", None, 40))})
    assert by_rule(record)["sum.shares.disclosure.by_topic"].status is Status.UNSURE
