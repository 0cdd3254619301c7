import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.facts import Check, Status
from tests.model.checks.records import APPLICANT, OUTCOME, by_rule, report, sample, stated, under
from tests.model.tables.layouts import FORM_2021, REMEDIES, REQUESTS, expected_of
from tests.model.tables.records import TABLE4, of_cells

PASS, FAIL, UNSURE, NOT_APPLICABLE = Status.PASS, Status.FAIL, Status.UNSURE, Status.NOT_APPLICABLE


def verdict(check: Check) -> tuple[Status, float | None, float | None, float | None]:
    return check.status, check.expected, check.found, check.difference


def test_applicants_name_the_total_that_fits() -> None:
    check = by_rule(sample())["sum.applicants"]
    assert check.message == "自然人申请2936 + 法人或其他组织申请456 = 3392,与新收申请3392一致"
    assert check.message_en == (
        "requests by natural persons 2936 + requests by legal persons 456 = 3392, which agrees with requests received 3392"
    )
    assert check.fields == (f"{APPLICANT}.natural_person", f"{APPLICANT}.legal_person", "requests.received")
    assert [(operand.value, operand.text) for operand in check.operands] == [(2936, "2936"), (456, "456"), (3392, "3392")]


def test_the_five_kinds_stand_for_legal_persons_where_these_are_not_stated() -> None:
    kinds = under(APPLICANT, natural_person=13612, business=252, research=0, nonprofit=45, legal_service=128, other=32)
    assert by_rule(report({"requests.received": 14069, **kinds}))["sum.applicants"].status is PASS


def test_the_five_kinds_are_not_counted_beside_legal_persons() -> None:
    checks = by_rule(report({"requests.received": 10, **under(APPLICANT, natural_person=6, legal_person=4, business=3, other=1)}))
    assert (checks["sum.applicants"].status, checks["sum.legal_person"].status) == (PASS, PASS)


def test_applicants_may_cover_the_requests_carried_in() -> None:
    check = by_rule(report({"requests.received": 713, "requests.carried_in": 36, **under(APPLICANT, natural_person=700, legal_person=49)}))[
        "sum.applicants"
    ]
    assert check.status is PASS
    assert check.message.endswith("与新收申请713 + 上年结转申请36一致")


def test_both_kinds_of_applicants_short_of_every_total_fail() -> None:
    check = by_rule(report({"requests.received": 95, **under(APPLICANT, natural_person=90, legal_person=3)}))["sum.applicants"]
    assert verdict(check) == (FAIL, 93, 95, 2)
    assert check.message == "自然人申请90 + 法人或其他组织申请3 = 93,比新收申请95少2"


def test_one_kind_of_applicants_tells_the_other() -> None:
    check = by_rule(report({"requests.received": 95, f"{APPLICANT}.natural_person": 90}))["sum.applicants"]
    assert verdict(check) == (NOT_APPLICABLE, 5, None, None)
    assert check.message == "未说明法人或其他组织申请:应为新收申请95 − 自然人申请90 = 5"
    assert f"{APPLICANT}.legal_person" in check.fields


def test_all_natural_persons_pass_alone() -> None:
    assert by_rule(report({"requests.received": 5, f"{APPLICANT}.natural_person": 5}))["sum.applicants"].status is PASS


def test_one_part_beyond_every_total_fails() -> None:
    check = by_rule(report({"requests.received": 5, f"{APPLICANT}.natural_person": 6}))["sum.applicants"]
    assert verdict(check) == (FAIL, 6, 5, -1)


def test_parts_without_a_total_say_what_it_would_have_to_be() -> None:
    check = by_rule(report(under("reviews", upheld=119, corrected=25, other=91, pending=24)))["sum.reviews"]
    assert verdict(check) == (NOT_APPLICABLE, 259, None, None)
    assert "reviews.total" in check.fields


def test_one_part_without_a_total_says_nothing() -> None:
    assert by_rule(report({"reviews.upheld": 3})) == {}


def test_channels_that_fall_short_may_be_incomplete() -> None:
    check = by_rule(report({"requests.received": 100, **under("requests.by_channel", online=50, mail=30)}))["sum.channels"]
    assert verdict(check) == (UNSURE, 80, 100, 20)
    assert check.message.startswith("网络申请50 + 信函申请30 = 80,比新收申请100少20;所列可能不全,未说明:当面申请、")


def test_channels_with_all_the_rest_named_are_complete() -> None:
    channels = under("requests.by_channel", online=50, mail=30, other=10)
    assert by_rule(report({"requests.received": 100, **channels}))["sum.channels"].status is FAIL


def test_parts_whose_shares_fill_100_are_complete() -> None:
    channels = under("requests.by_channel", online=50, mail=30)
    shares = under("requests.by_channel", online=62.5, mail=37.5)
    assert by_rule(report({"requests.received": 100, **channels}, share=shares))["sum.channels"].status is FAIL


@pytest.mark.parametrize(
    ("counts", "total"),
    [
        ((5548, 2168, 730, 3421, 457, 1486), 13810),
        ((1431, 471, 92, 941, 117, 469), 3521),
    ],
)
def test_six_categories_make_the_requests_processed(counts: tuple[int, ...], total: int) -> None:
    outcomes = dict(zip(("granted", "partial", "denied", "unable", "not_processed", "other"), counts, strict=True))
    assert by_rule(report({"requests.processed": total, **under(OUTCOME, **outcomes)}))["sum.outcomes"].status is PASS
    wrong = by_rule(report({"requests.processed": total + 1, **under(OUTCOME, **outcomes)}))["sum.outcomes"]
    assert verdict(wrong) == (FAIL, total, total + 1, 1)


def test_outcomes_are_summed_against_what_is_settled_where_processed_is_not_stated() -> None:
    requests = under("requests", received=3525, carried_in=121, carried_out=125)
    outcomes = under(OUTCOME, granted=1431, partial=471, denied=92, unable=941, not_processed=117, other=469)
    check = by_rule(report({**requests, **outcomes}))["sum.outcomes"]
    assert check.status is PASS
    assert check.message.endswith("= 3521,与新收申请3525 + 上年结转申请121 − 结转下年度申请125一致")


def test_five_categories_that_fall_short_name_the_missing_one() -> None:
    outcomes = under(OUTCOME, granted=10, denied=2, unable=3, not_processed=1, other=1)
    check = by_rule(report({"requests.processed": 20, **outcomes}))["sum.outcomes"]
    assert verdict(check) == (UNSURE, 17, 20, 3)
    assert check.message.endswith("少3;所列可能不全,未说明:部分公开")


def test_a_fused_count_stands_for_granted_and_partial() -> None:
    outcomes = under(OUTCOME, granted_or_partial=208, granted=200, partial=8, denied=20)
    checks = by_rule(report({"requests.processed": 228, **outcomes}))
    assert (checks["sum.outcomes"].status, checks["sum.outcomes.granted"].status) == (PASS, PASS)


def test_reasons_count_for_a_category_that_is_not_stated() -> None:
    reasons = {**under(f"{OUTCOME}.denied", process=3, state_secret=1), **under(f"{OUTCOME}.unable", not_held=4)}
    checks = by_rule(report({"requests.processed": 10, f"{OUTCOME}.granted": 2, **reasons}))
    assert checks["sum.outcomes"].status is PASS
    assert "sum.outcomes.denied" not in checks


def test_reasons_are_not_counted_beside_their_category() -> None:
    checks = by_rule(report({"requests.processed": 10, f"{OUTCOME}.granted": 6, f"{OUTCOME}.denied": 4, f"{OUTCOME}.denied.process": 3}))
    assert checks["sum.outcomes"].status is PASS
    assert verdict(checks["sum.outcomes.denied"]) == (UNSURE, 3, 4, 1)


def test_reasons_beyond_their_category_fail() -> None:
    reasons = under(f"{OUTCOME}.not_processed", petition=3, repeat=2)
    assert verdict(by_rule(report({f"{OUTCOME}.not_processed": 4, **reasons}))["sum.outcomes.not_processed"]) == (FAIL, 5, 4, -1)


def test_all_reasons_of_a_category_are_complete() -> None:
    reasons = under(f"{OUTCOME}.unable", not_held=1, needs_making=1, unclear=1)
    assert by_rule(report({f"{OUTCOME}.unable": 4, **reasons}))["sum.outcomes.unable"].status is FAIL


def test_names_used_before_2019_add_to_the_outcomes() -> None:
    outcomes = under(OUTCOME, granted=5, nonexistent=3, not_ours=2)
    assert by_rule(report({"requests.processed": 10, **outcomes}))["sum.outcomes"].status is PASS


def test_names_used_before_2019_may_repeat_a_category() -> None:
    outcomes = under(OUTCOME, granted=5, unable=5, nonexistent=3)
    check = by_rule(report({"requests.processed": 10, **outcomes}))["sum.outcomes"]
    assert check.status is PASS
    assert "信息不存在3已含在上列各项中,不另计" in check.message


def test_names_used_before_2019_that_may_repeat_a_category_do_not_fail() -> None:
    outcomes = under(OUTCOME, granted=5, unable=5, nonexistent=3, other_route=4)
    assert by_rule(report({"requests.processed": 14, **outcomes}))["sum.outcomes"].status is UNSURE


@pytest.mark.parametrize(
    ("prefix", "counts", "total"),
    [
        ("reviews", (376, 97, 196, 121), 790),
        ("litigation.direct", (16, 1, 12, 27), 56),
        ("litigation.after_review", (74, 1, 30, 51), 156),
        ("litigation", (23, 3, 24, 20), 70),
    ],
)
def test_results_make_their_total(prefix: str, counts: tuple[int, ...], total: int) -> None:
    parts = under(prefix, **dict(zip(("upheld", "corrected", "other", "pending"), counts, strict=True)))
    assert by_rule(report({f"{prefix}.total": total, **parts}))[f"sum.{prefix}"].status is PASS


def test_results_of_which_all_are_stated_fail_on_any_difference() -> None:
    parts = under("litigation.direct", total=6, upheld=3, corrected=1, other=0, pending=1)
    assert verdict(by_rule(report(parts))["sum.litigation.direct"]) == (FAIL, 5, 6, 1)


def test_a_total_left_at_zero_fails_beside_its_parts() -> None:
    assert by_rule(report(under("reviews", total=0, upheld=10, corrected=1)))["sum.reviews"].status is FAIL


def test_lawsuits_are_direct_ones_and_those_after_review() -> None:
    lawsuits = {"litigation.total": 7, "litigation.direct.total": 6, "litigation.after_review.total": 1}
    assert by_rule(report(lawsuits))["sum.litigation.kinds"].status is PASS
    assert by_rule(report({**lawsuits, "litigation.total": 8}))["sum.litigation.kinds"].status is FAIL


def test_late_answers_are_those_not_on_time() -> None:
    check = by_rule(report({"requests.processed": 11, "requests.processed.on_time": 8}))["sum.processed"]
    assert verdict(check) == (NOT_APPLICABLE, 3, None, None)


def test_an_approximate_total_passes_within_its_rounding_and_never_fails() -> None:
    proposals = under("proposals", npc=82, cppcc=46)
    near = stated(120, text="120余", approximate=True)
    far = stated(200, text="200余", approximate=True)
    assert by_rule(report({"proposals.total": near, **proposals}))["sum.proposals"].status is PASS
    far_off = {**proposals, "proposals.npc": 482}
    assert by_rule(report({"proposals.total": far, **far_off}))["sum.proposals"].status is UNSURE


def test_a_total_in_ten_thousands_is_only_so_exact() -> None:
    total = {"consultations.total": stated(13000, text="1.3万", decimals=1)}
    near, far = under("consultations", phone=12000, online=1200), under("consultations", phone=12000, online=1600)
    assert by_rule(report({**total, **near}))["sum.consultations"].status is PASS
    assert by_rule(report({**total, **far}))["sum.consultations"].status is FAIL


def test_decimal_fractions_are_added_exactly() -> None:
    assert verdict(by_rule(report(under("staff", total=0.3, fulltime=0.1, parttime=0.2)))["sum.staff"]) == (PASS, 0.3, 0.3, 0)


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=6, max_size=6), st.integers(1, 10**6))
def test_six_outcomes_pass_by_their_sum_alone(counts: list[int], error: int) -> None:
    outcomes = under(OUTCOME, **dict(zip(("granted", "partial", "denied", "unable", "not_processed", "other"), counts, strict=True)))
    right = by_rule(report({"requests.processed": sum(counts), **outcomes}))["sum.outcomes"]
    over = by_rule(report({"requests.processed": sum(counts) + error, **outcomes}))["sum.outcomes"]
    assert verdict(right) == (PASS, sum(counts), sum(counts), 0)
    assert verdict(over) == (FAIL, sum(counts), sum(counts) + error, error)


@settings(deadline=None)
@given(st.lists(st.integers(0, 1000), min_size=4, max_size=4), st.sets(st.integers(0, 3), min_size=1, max_size=3))
def test_leaving_out_parts_never_fails(counts: list[int], left_out: set[int]) -> None:
    names = ("upheld", "corrected", "other", "pending")
    parts = {name: number for place, (name, number) in enumerate(zip(names, counts, strict=True)) if place not in left_out}
    check = by_rule(report(under("reviews", total=sum(counts), **parts)))["sum.reviews"]
    assert check.status in {PASS, UNSURE}


TABLE = {**expected_of(FORM_2021, REQUESTS), **expected_of(TABLE4, REMEDIES)}


def test_what_prose_leaves_out_is_taken_from_the_table() -> None:
    """Of 32 requests 23 were granted and 9 could not be met, of which prose says nothing."""
    check = by_rule(of_cells(TABLE, {"requests.processed": 32, f"{OUTCOME}.granted": 23}))["sum.outcomes"]
    assert (check.status, check.expected, check.found) == (Status.PASS, 32, 32)
    assert "加表格所列其余各项9" in check.message
    wrong = by_rule(of_cells(TABLE, {"requests.processed": 32, f"{OUTCOME}.granted": 22}))["sum.outcomes"]
    assert wrong.status is Status.UNSURE


@pytest.mark.parametrize(("online", "status"), [(30, Status.PASS), (31, Status.UNSURE)])
def test_a_list_without_a_total_in_prose_is_measured_against_the_table(online: int, status: Status) -> None:
    """Beyond the total of the table it may be of another scope."""
    channels = under("requests.by_channel", online=online, mail=1, other=1)
    check = by_rule(of_cells({"table3.received.total": 32}, channels))["sum.channels"]
    assert (check.status, check.expected, check.found) == (status, online + 2, 32)
    assert ("口径" in check.message) == (status is Status.UNSURE)


def test_lawsuits_of_both_kinds_make_those_of_each_result() -> None:
    counts = {"litigation.upheld": 8, "litigation.direct.upheld": 3, "litigation.after_review.upheld": 4}
    check = by_rule(report(counts))["sum.litigation.kinds.upheld"]
    assert (check.status, check.expected, check.found) == (Status.FAIL, 7, 8)
