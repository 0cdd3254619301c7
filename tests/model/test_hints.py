"""Fields of figures, from what words name and what the encoder hints at."""

import pytest

from model.assembly import assemble
from model.confidence import Calibration
from model.facts import Basis, Entity, Fact, FigureEntity, Kind
from model.hints import settled_fields
from model.labels import BY_NAME
from model.pages import prose_text
from tests.support import marked

RECEIVED, PROCESSED, ONLINE = "requests.received", "requests.processed", "requests.by_channel.online"
GRANTED, TOPIC = "requests.outcome.granted", "requests.by_topic"
CARRIED_IN, CARRIED_OUT = "requests.carried_in", "requests.carried_out"


@pytest.mark.parametrize(
    ("named", "hints", "fields"),
    [
        ((), {}, ()),
        ((RECEIVED,), {}, (RECEIVED,)),
        ((RECEIVED,), {RECEIVED: 0.2, ONLINE: 0.7}, (RECEIVED,)),
        ((RECEIVED,), {RECEIVED: 0.15, ONLINE: 0.9}, (RECEIVED,)),
        ((RECEIVED,), {RECEIVED: 0.5, ONLINE: 0.9}, (RECEIVED, ONLINE)),
        ((RECEIVED,), {RECEIVED: 0.01, ONLINE: 0.9}, (ONLINE,)),
        ((RECEIVED,), {RECEIVED: 0.01, ONLINE: 0.6}, (RECEIVED,)),
        ((RECEIVED,), {RECEIVED: 0.9, PROCESSED: 0.9}, (RECEIVED, PROCESSED)),
        ((RECEIVED,), {RECEIVED: 0.9, PROCESSED: 0.6}, (RECEIVED,)),
        ((RECEIVED,), {RECEIVED: 0.3, "other": 0.9}, (RECEIVED,)),
        ((RECEIVED,), {"other": 0.9}, ("other",)),
        ((), {ONLINE: 0.7, "other": 0.65}, (ONLINE,)),
        (("other",), {"other": 0.3, ONLINE: 0.7}, (ONLINE,)),
        ((), {ONLINE: 0.7}, (ONLINE,)),
        ((), {ONLINE: 0.5}, ()),
        ((CARRIED_OUT,), {CARRIED_OUT: 0.5, CARRIED_IN: 0.9}, (CARRIED_OUT,)),
        ((CARRIED_IN, CARRIED_OUT), {CARRIED_OUT: 0.5, CARRIED_IN: 0.9}, (CARRIED_IN, CARRIED_OUT)),
        ((CARRIED_IN,), {PROCESSED: 0.9}, (CARRIED_IN,)),
        ((CARRIED_IN,), {CARRIED_OUT: 0.9}, (CARRIED_OUT,)),
    ],
)
def test_words_and_hints_give_the_fields(named: tuple[str, ...], hints: dict[str, float], fields: tuple[str, ...]) -> None:
    assert settled_fields(named, hints) == fields


def hinted(markup: str, **hints: dict[str, float]) -> tuple[Fact, ...]:
    """The facts of a text, its figures given hints by what they quote (behind an underscore)."""
    text, entities, _ = marked(markup)
    return assemble(text, prose_text(text), [_hinted(entity, hints.get("_" + entity.text, {})) for entity in entities])


def _hinted(entity: Entity, hints: dict[str, float]) -> Entity:
    return FigureEntity(entity.label, entity.start, entity.end, entity.text, entity.confidence, tuple(hints.items())) if hints else entity


def test_a_figure_that_no_word_names_takes_a_likely_field() -> None:
    (fact,) = hinted("留到次年再议的[3|REQUEST_COUNT=requests.carried_out]件。", _3={"requests.carried_out": 0.9})
    assert (fact.field, fact.value, [entity.text for entity in fact.evidence]) == ("requests.carried_out", 3, ["3"])


def test_more_cases_than_a_part_of_the_lawsuits_has_are_of_all_whatever_is_hinted_at() -> None:
    facts = hinted(
        "[行政诉讼|REMEDY][21|REMEDY_COUNT=litigation.total]件,[直接起诉|REMEDY][13|REMEDY_COUNT=litigation.direct.total]件,"
        "[复议后起诉|REMEDY][8|REMEDY_COUNT=litigation.after_review.total]件;[维持|REMEDY_RESULT][15|REMEDY_COUNT=litigation.upheld]件。",
        _15={"litigation.after_review.upheld": 0.9},
    )
    assert ("litigation.upheld", 15) in [(fact.field, fact.value) for fact in facts]
    assert not [fact for fact in facts if fact.field == "litigation.after_review.upheld"]


@pytest.mark.parametrize("gap", ["", " "])
def test_a_sure_hint_moves_a_share_whether_or_not_a_blank_parts_it_from_its_name(gap: str) -> None:
    natural, business = "requests.by_applicant.natural_person", "requests.by_applicant.business"
    (fact,) = hinted(f"[自然人|APPLICANT_CATEGORY]{gap}[50%|SHARE={natural}]。", **{"_50%": {business: 0.99, natural: 0.0001}})
    assert fact.field == business


@pytest.mark.parametrize(("chance", "fields"), [(0.95, [RECEIVED, PROCESSED]), (0.5, [RECEIVED, RECEIVED])])
def test_a_figure_said_again_states_what_its_own_words_tell_where_that_is_sure(chance: float, fields: list[str]) -> None:
    facts = hinted(
        "[收到|REQUEST_EVENT]申请[十一|REQUEST_COUNT=requests.received]件。上述[11|REQUEST_COUNT=requests.processed]件已[办结|REQUEST_EVENT]。",
        _11={PROCESSED: chance, RECEIVED: 0.02},
    )
    assert [(fact.field, fact.value) for fact in facts] == [(field, 11) for field in fields]


@pytest.mark.parametrize("hinted_at", ["requests.carried_in", "requests.processed"])
def test_two_years_tell_what_was_carried_over_whatever_is_hinted_at(hinted_at: str) -> None:
    (fact,) = hinted("2019年收到、[延至2020年|REQUEST_EVENT]答复的[3|REQUEST_COUNT=requests.carried_out]件。", _3={hinted_at: 0.99})
    assert fact.field == "requests.carried_out"


NEXT_YEAR = {
    "at the head of the words": "[2024年结转办理|REQUEST_EVENT][3|REQUEST_COUNT=requests.carried_out]件。",
    "before them": "2024年[结转|REQUEST_EVENT]办理[3|REQUEST_COUNT=requests.carried_out]件。",
    "behind what was answered": (
        "[办结|REQUEST_EVENT][18|REQUEST_COUNT=requests.processed]件,"
        "[2024年度继续结转|REQUEST_EVENT][3|REQUEST_COUNT=requests.carried_out]件。"
    ),
    "behind the figure": "另有[3|REQUEST_COUNT=requests.carried_out]件2024年[结转|REQUEST_EVENT]。",
    "of an answer": "[3|REQUEST_COUNT=requests.carried_out]件于2024年1月[答复|REQUEST_EVENT]。",
}


@pytest.mark.parametrize("hinted_at", [CARRIED_IN, CARRIED_OUT, PROCESSED])
@pytest.mark.parametrize("markup", NEXT_YEAR.values(), ids=list(NEXT_YEAR))
def test_the_year_after_the_report_s_tells_what_was_carried_out_whatever_is_hinted_at(markup: str, hinted_at: str) -> None:
    facts = hinted("[2023|YEAR=year]年度报告\n" + markup, _3={hinted_at: 0.97})
    assert [fact.field for fact in facts if fact.text == "3"] == [CARRIED_OUT]


@pytest.mark.parametrize(
    "markup",
    [
        "2022年[结转|REQUEST_EVENT]办理[3|REQUEST_COUNT=requests.carried_in]件。",
        "2023年[结转|REQUEST_EVENT][3|REQUEST_COUNT=requests.carried_in]件。",
        "于2024年1月[结转|REQUEST_EVENT][3|REQUEST_COUNT=requests.carried_in]件。",
    ],
)
@pytest.mark.parametrize("hinted_at", [CARRIED_IN, CARRIED_OUT])
def test_other_years_of_carrying_over_leave_it_to_the_hints(markup: str, hinted_at: str) -> None:
    facts = hinted("[2023|YEAR=year]年度报告\n" + markup, _3={hinted_at: 0.97})
    assert [fact.field for fact in facts if fact.text == "3"] == [hinted_at]


def test_a_year_before_words_of_carrying_over_leaves_it_to_the_hints_where_the_report_s_own_is_unknown() -> None:
    (fact,) = hinted("2024年[结转|REQUEST_EVENT]办理[3|REQUEST_COUNT=requests.carried_in]件。", _3={CARRIED_OUT: 0.97})
    assert fact.field == CARRIED_OUT


def test_a_figure_that_no_words_name_is_hinted_at_behind_the_year_of_an_answer() -> None:
    facts = hinted("[2023|YEAR=year]年度报告\n[3|REQUEST_COUNT=requests.processed]件于2024年1月处置。", _3={PROCESSED: 0.97})
    assert [fact.field for fact in facts if fact.text == "3"] == [PROCESSED]


@pytest.mark.parametrize(
    "words", ["待[答复|REQUEST_EVENT]", "[待答复|REQUEST_EVENT]", "[尚未办结|REQUEST_EVENT]", "尚未[办结|REQUEST_EVENT]"]
)
def test_what_is_still_to_be_answered_is_carried_out_whatever_is_hinted_at(words: str) -> None:
    facts = hinted(
        f"已[答复|REQUEST_EVENT][9|REQUEST_COUNT=requests.processed]件,{words}[3|REQUEST_COUNT=requests.carried_out]件。",
        _3={PROCESSED: 0.97},
    )
    assert [fact.field for fact in facts if fact.text == "3"] == [CARRIED_OUT]


@pytest.mark.parametrize(("hinted_at", "fields"), [("requests.outcome.not_ours", {GRANTED}), (TOPIC, {GRANTED, TOPIC})])
def test_one_request_told_alone_has_the_outcome_that_its_part_tells_whatever_is_hinted_at(hinted_at: str, fields: set[str]) -> None:
    markup = "另有[1|REQUEST_COUNT=requests.outcome.granted]件要求公开预算,经研究[同意公开|OUTCOME_CATEGORY]。"
    assert {fact.field for fact in hinted(markup, _1={hinted_at: 0.97})} == fields


def test_persons_are_hinted_at_as_no_press_conferences() -> None:
    (fact,) = hinted("局长走上[发布会|DISCLOSURE_ITEM][9|DISCLOSURE_COUNT=other]人次。", _9={"disclosure.press_conferences": 0.99})
    assert fact.field == "other"


def test_what_words_named_is_no_evidence_of_another_field() -> None:
    (fact,) = hinted("[收到|REQUEST_EVENT]留言[3|REQUEST_COUNT=requests.received]条。", _3={"other": 0.95})
    assert fact.field == "other"
    assert [entity.label for entity in fact.evidence] == ["REQUEST_COUNT"]


def test_one_figure_can_state_a_total_and_its_result() -> None:
    facts = hinted(
        "[行政复议|REMEDY][1|REMEDY_COUNT=reviews.total]件,复议机关决定[维持|REMEDY_RESULT]。",
        _1={"reviews.total": 0.95, "reviews.upheld": 0.9},
    )
    assert {fact.field: fact.value for fact in facts} == {"reviews.total": 1, "reviews.upheld": 1}


def test_hints_add_fields_to_nil_and_take_doubted_ones_away() -> None:
    markup = "[无|NIL=reviews.total,litigation.total][行政复议|REMEDY]、[行政诉讼|REMEDY]。"
    assert {fact.field for fact in hinted(markup)} == {"reviews.total", "litigation.total"}
    facts = hinted(markup, _无={"reviews.total": 0.9, "complaints.total": 0.9})
    assert {fact.field: (fact.value, fact.basis) for fact in facts} == {
        "reviews.total": (0, Basis.NIL),
        "complaints.total": (0, Basis.NIL),
    }


@pytest.mark.parametrize(
    "before",
    [
        "[行政复议|REMEDY][2|REMEDY_COUNT=reviews.total]件,",
        "[2|REMEDY_COUNT=reviews.total]件[行政复议|REMEDY]已审结。",
    ],
)
def test_a_zero_of_hints_alone_gives_way_to_a_figure_of_its_field(before: str) -> None:
    facts = hinted(before + "[诉讼|REMEDY]和申诉均为[零|NIL=litigation.total]。", _零={"litigation.total": 0.99, "reviews.total": 0.99})
    assert [(fact.field, fact.value) for fact in facts] == [("reviews.total", 2), ("litigation.total", 0)]


def test_a_zero_that_no_word_names_stays_beside_a_figure_that_may_be_of_another_field() -> None:
    facts = hinted("[专职人员|WORK_ITEM][1|WORK_COUNT=staff.fulltime]名,其余[没有|NIL=staff.fulltime]。", _没有={"staff.fulltime": 0.99})
    assert [fact.value for fact in facts] == [1, 0]


@pytest.mark.parametrize("before", ["", "[上年|PREVIOUS][行政复议|REMEDY][2|REMEDY_COUNT=reviews.total@previous]件,"])
def test_a_zero_of_hints_stays_where_no_figure_of_the_year_is_against_it(before: str) -> None:
    facts = hinted(before + "[诉讼|REMEDY]和复查均为[零|NIL=litigation.total]。", _零={"litigation.total": 0.99, "reviews.total": 0.99})
    assert {fact.field for fact in facts if fact.value == 0} == {"litigation.total", "reviews.total"}


def test_all_takes_the_total_of_the_field_that_is_hinted_at() -> None:
    markup = "[收到|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件,[均|ALL=requests.by_channel.online:4]在线提交。"
    facts = hinted(markup, _均={ONLINE: 0.9})
    assert [(fact.field, fact.value) for fact in facts] == [(RECEIVED, 4), (ONLINE, 4)]


def test_a_change_is_not_one_of_what_only_a_word_tells() -> None:
    markup = (
        "[受理|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件,{}[答复|REQUEST_EVENT],较上年减少[3件|CHANGE=requests.received:-3]。"
    )
    by_word = hinted(markup.format("[全部|ALL=requests.processed:4]按时"), _3件={PROCESSED: 0.97})
    assert [(fact.field, fact.value) for fact in by_word if fact.kind is Kind.CHANGE] == [(RECEIVED, -3)]
    by_figure = hinted(markup.format("[2|REQUEST_COUNT=requests.processed]件已"), _3件={PROCESSED: 0.97})
    assert [(fact.field, fact.value) for fact in by_figure if fact.kind is Kind.CHANGE] == [(PROCESSED, -3)]


def test_doubted_fields_stay_where_nothing_is_sure() -> None:
    assert settled_fields(("reviews.total", "litigation.total"), {"litigation.total": 0.3}) == ("reviews.total", "litigation.total")
    assert settled_fields(("reviews.total", "litigation.total"), {"litigation.total": 0.9}) == ("litigation.total",)


def test_a_figure_of_two_fields_does_not_repeat_itself() -> None:
    facts = hinted("以上[3|REQUEST_COUNT=requests.received]件均为[收到|REQUEST_EVENT]的申请。", _3={RECEIVED: 0.9, PROCESSED: 0.9})
    assert [fact.field for fact in facts] == [RECEIVED, PROCESSED]


def test_a_field_of_hints_alone_has_no_other_evidence() -> None:
    received, online = hinted("[收到|REQUEST_EVENT][3|REQUEST_COUNT=requests.received]件", _3={RECEIVED: 0.5, ONLINE: 0.9})
    assert (received.field, received.name, len(received.evidence)) == (RECEIVED, "收到", 2)
    assert (online.field, len(online.evidence)) == (ONLINE, 1)


@pytest.mark.parametrize("field", ["fees.amount", "requests.answer_rate"])
def test_a_count_of_requests_is_neither_money_nor_a_rate(field: str) -> None:
    (fact,) = hinted("[收到|REQUEST_EVENT]申请[3|REQUEST_COUNT=requests.received]件", _3={field: 0.99})
    assert (fact.field, fact.kind) == (RECEIVED, Kind.COUNT)


def test_the_chance_of_the_field_is_evidence_for_the_fact() -> None:
    calibration = Calibration(fact=(0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0))
    text, entities, _ = marked("[收到|REQUEST_EVENT][3|REQUEST_COUNT=requests.received]件")
    (fact,) = assemble(
        text, prose_text(text), [_hinted(entity, {RECEIVED: 0.7}) if entity.text == "3" else entity for entity in entities], calibration
    )
    assert fact.confidence == pytest.approx(0.7, abs=1e-3)


def test_an_unlikely_field_is_as_good_as_one_without_a_hint() -> None:
    text, entities, _ = marked(
        "[收到|REQUEST_EVENT]申请[4|REQUEST_COUNT=requests.received]件,[均|ALL=requests.processed:4]已[答复|REQUEST_EVENT]。"
    )
    hintless = [FigureEntity(e.label, e.start, e.end, e.text, e.confidence) if BY_NAME[e.label].states else e for e in entities]
    assert [fact.field for fact in assemble(text, prose_text(text), hintless)] == [
        fact.field for fact in assemble(text, prose_text(text), entities)
    ]


def test_a_hinted_total_of_a_sum_since_the_beginning_is_cumulative() -> None:
    text, entities, _ = marked(
        "[历年累计|PREVIOUS][主动公开信息|DISCLOSURE_ITEM][65|DISCLOSURE_COUNT=disclosure.cumulative@cumulative]条。"
    )
    hinted = [
        FigureEntity(one.label, one.start, one.end, one.text, 1.0, (("disclosure.total", 0.95),))
        if one.label == "DISCLOSURE_COUNT"
        else one
        for one in entities
    ]
    (fact,) = assemble(text, prose_text(text), hinted)
    assert fact.field == "disclosure.cumulative"
