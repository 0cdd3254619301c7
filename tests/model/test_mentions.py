import pytest

from model.facts import Basis, Entity, Time
from model.mentions import Figure, Mentions, coordinated, find_mentions
from tests.support import folded, marked


def mentions(markup: str) -> Mentions:
    _, entities, _ = marked(markup)
    return find_mentions(folded(markup), entities)


def figure(markup: str) -> Figure:
    (only,) = mentions(markup).counts
    return only


def test_mentions_are_sorted_by_what_they_are() -> None:
    found = mentions(
        "[收到|REQUEST_EVENT][30|REQUEST_COUNT=requests.received]件,占[5%|SHARE=requests.received],增加[4件|CHANGE=requests.received],"
        "[均|ALL=requests.processed:30]已[答复|REQUEST_EVENT],[无|NIL=reviews.total][行政复议|REMEDY]"
    )
    assert [one.fields for one in found.categories] == [("requests.received",), ("requests.processed",), ("reviews",)]
    assert [len(kind) for kind in (found.counts, found.shares, found.changes, found.words)] == [1, 1, 1, 2]
    assert [word.basis for word in found.words] == [Basis.ALL, Basis.NIL]


def test_a_figure_has_its_value_and_unit() -> None:
    one = figure("共[1.2万|REQUEST_COUNT=requests.received]余件")
    assert one.number is not None
    assert (one.number.plain, one.number.approximate, one.unit, one.unit_end) == (12000, True, "件", 7)


def test_a_figure_without_a_number_is_left_out() -> None:
    entity = Entity("REQUEST_COUNT", 0, 2, "若干", 1.0)
    assert find_mentions("若干件", [entity]).counts == ()


@pytest.mark.parametrize(
    ("markup", "time"),
    [
        ("[上年|PREVIOUS]为[4|REQUEST_COUNT=requests.received]件", Time.PREVIOUS),
        ("[2018|PREVIOUS]年的[4|REQUEST_COUNT=requests.received]件", Time.PREVIOUS),
        ("[历年累计|PREVIOUS]公开[4|REQUEST_COUNT=requests.received]件", Time.CUMULATIVE),
        ("[歷年累計|PREVIOUS]收到申請[4|REQUEST_COUNT=requests.received]件", Time.CUMULATIVE),
        ("[截至2019年底|PREVIOUS]共[4|REQUEST_COUNT=requests.received]件", Time.CUMULATIVE),
        ("[上年|PREVIOUS]情况较好。今年[4|REQUEST_COUNT=requests.received]件", Time.CURRENT),
        ("[4|REQUEST_COUNT=requests.received]件,[上年|PREVIOUS]略少", Time.CURRENT),
        ("[上年|PREVIOUS]全年在各方共同努力之下政府信息公开各项工作有序推进,今年[4|REQUEST_COUNT=requests.received]件", Time.CURRENT),
    ],
)
def test_words_of_time_move_the_figure_behind_them(markup: str, time: Time) -> None:
    assert figure(markup).time is time


def test_words_of_time_move_one_figure_only() -> None:
    found = mentions("[上年|PREVIOUS]为[4|REQUEST_COUNT=requests.received]件,今年[5|REQUEST_COUNT=requests.received]件")
    assert [one.time for one in found.counts] == [Time.PREVIOUS, Time.CURRENT]


def test_a_general_outcome_beside_its_reason_is_dropped() -> None:
    found = mentions("因[属于国家秘密|OUTCOME_CATEGORY][不予公开|OUTCOME_CATEGORY][3|OUTCOME_COUNT=requests.outcome.denied.state_secret]件")
    assert [one.fields for one in found.categories] == [("requests.outcome.denied.state_secret",)]


def test_a_general_outcome_with_a_figure_of_its_own_stays() -> None:
    found = mentions("[不予公开|OUTCOME_CATEGORY][3|OUTCOME_COUNT=requests.outcome.denied]件,[属于国家秘密|OUTCOME_CATEGORY]")
    assert len(found.categories) == 2


def test_the_adverb_before_an_event_decides_its_field() -> None:
    (category,) = mentions("均已按时[办结|REQUEST_EVENT]").categories
    assert category.fields == ("requests.processed.on_time",)


def test_a_denial_right_before_an_outcome_decides_its_field() -> None:
    markup = "不由[本局制作保存|OUTCOME_CATEGORY],不归[我市公开|OUTCOME_CATEGORY],由[本局公开|OUTCOME_CATEGORY]"
    assert [one.fields for one in mentions(markup).categories] == [
        ("requests.outcome.not_ours",),
        ("requests.outcome.not_ours",),
        ("requests.outcome.granted",),
    ]


@pytest.mark.parametrize("between", ["、", "和", "与", "以及", "或", "", " 和 ", "、提起", "和应诉的"])
def test_categories_side_by_side(between: str) -> None:
    markup = f"[行政复议|REMEDY]{between}[行政诉讼|REMEDY]"
    left, right = mentions(markup).categories
    assert coordinated(folded(markup), left, right)


@pytest.mark.parametrize("between", ["3件,", ";", "。", "维持后", "和因此而引起的全部"])
def test_categories_apart(between: str) -> None:
    markup = f"[行政复议|REMEDY]{between}[行政诉讼|REMEDY]"
    left, right = mentions(markup).categories
    assert not coordinated(folded(markup), left, right)


def test_a_reason_in_the_old_names_says_more_than_what_followed_from_it() -> None:
    found = mentions("因[信息不存在|OUTCOME_CATEGORY]而[无法提供|OUTCOME_CATEGORY]的[3|OUTCOME_COUNT=requests.outcome.nonexistent]件")
    assert [one.fields for one in found.categories] == [("requests.outcome.nonexistent",)]
    other_way = mentions("[不予公开|OUTCOME_CATEGORY],[信息不存在|OUTCOME_CATEGORY]分别为[2|OUTCOME_COUNT=requests.outcome.denied]件")
    assert len(other_way.categories) == 2
    listed = mentions("[信息不存在|OUTCOME_CATEGORY]、[无法提供|OUTCOME_CATEGORY]各[3|OUTCOME_COUNT=requests.outcome.nonexistent]件")
    assert len(listed.categories) == 2


@pytest.mark.parametrize(
    ("between", "fields"),
    [
        ("1件、", ("table2.normative_docs.repealed",)),
        ("一件和行政", ("table2.normative_docs.repealed",)),
        ("1件;", ("disclosure.normative_docs",)),
        ("1件、制定", ("disclosure.normative_docs",)),
        ("、", ("disclosure.normative_docs",)),
    ],
)
def test_a_verb_of_repeal_governs_the_documents_listed_next(between: str, fields: tuple[str, ...]) -> None:
    categories = mentions(f"[废止规章|DISCLOSURE_ITEM]{between}[规范性文件|DISCLOSURE_ITEM]31件").categories
    assert categories[-1].fields == fields


@pytest.mark.parametrize(
    ("between", "behind", "field"),
    [
        ("9部(新制定6部,", "2部)", "table2.regulations.repealed"),
        ("9部(其中", "了2部)", "table2.regulations.repealed"),
        ("9部(新制定6部),另", "文件2份", "table2.normative_docs.repealed"),
        ("9部(同时", "公文2份)", "table2.normative_docs.repealed"),
    ],
)
def test_what_is_repealed_in_brackets_is_of_the_documents_before_them(between: str, behind: str, field: str) -> None:
    categories = mentions(f"[规章|DISCLOSURE_ITEM]{between}[废止|DISCLOSURE_ITEM]{behind}").categories
    assert categories[-1].fields == (field,)


def test_what_is_in_force_governs_the_documents_listed_next() -> None:
    categories = mentions("现行有效的[规章|DISCLOSURE_ITEM]5件,[规范性文件|DISCLOSURE_ITEM]31件").categories
    assert [one.fields for one in categories] == [("table2.regulations.in_force",), ("table2.normative_docs.in_force",)]
