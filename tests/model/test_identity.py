import pytest

from model.assembly import assemble
from model.facts import Basis, Entity, Kind
from model.pages import prose_text
from tests.support import found, read, stated


def test_every_mention_of_the_issuer_is_a_fact() -> None:
    facts = read("[东莞市人民政府|ISSUER=issuer]报告。[东莞市\u3000人民政府|ISSUER=issuer]")
    assert [(fact.kind, fact.value) for fact in facts] == [(Kind.TEXT, "东莞市人民政府")] * 2
    assert facts[1].text == "东莞市\u3000人民政府"


@pytest.mark.parametrize(("confidence", "names"), [(0.4, []), (0.6, ["东桥区民政局"])])
def test_a_name_that_is_less_likely_the_issuers_than_not_states_nothing(confidence: float, names: list[str]) -> None:
    text = "本年度东桥区民政局接待来访6次。"
    facts = assemble(text, prose_text(text), [Entity("ISSUER", 3, 9, "东桥区民政局", confidence)])
    assert [fact.value for fact in facts] == names


def test_the_year_is_the_one_named_most_often() -> None:
    facts = read("[2018|YEAR=year]年;[2019|YEAR=year]年;[2019|YEAR=year]年")
    assert [(fact.value, fact.start) for fact in facts] == [(2019, 6), (2019, 12)]
    assert {(fact.kind, fact.basis) for fact in facts} == {(Kind.DATE, Basis.STATED)}


def test_the_year_of_the_title_counts_for_more_than_one_left_over_in_the_text() -> None:
    title = "[2019|YEAR=year]年政府信息公开工作年度报告\n"
    assert {fact.value for fact in read(title + "[2018|YEAR=year]年,我局公开信息。")} == {2019}


def test_among_years_named_as_often_the_first_is_taken() -> None:
    (fact,) = read("[2019|YEAR=year]年;[2018|YEAR=year]年")
    assert fact.value == 2019


def test_a_full_width_year_is_read() -> None:
    (fact,) = read("[２０１９|YEAR=year:2019]年")
    assert (fact.value, fact.text) == (2019, "２０１９")


def test_a_year_that_is_none_is_left_out() -> None:
    assert read("[19|YEAR=year]年") == ()


def test_a_period_has_a_start_and_an_end() -> None:
    markup = "自[2019年1月1日|PERIOD=period.start]起至[12月31日|PERIOD=period.end]止"
    assert found(markup) == stated(markup)
    assert [fact.value for fact in read(markup)] == ["2019-01-01", "2019-12-31"]


def test_a_single_date_behind_its_mark_ends_the_period() -> None:
    (fact,) = read("截至[2019年12月31日|PERIOD=period.end],")
    assert fact.field == "period.end"


def test_a_single_date_without_one_begins_it() -> None:
    (fact,) = read("自[2019年1月1日|PERIOD=period.start]起,")
    assert fact.field == "period.start"


@pytest.mark.parametrize(
    "markup",
    [
        "数据截至[2013年12月31日|PERIOD=period.end],统计自[2013年1月1日|PERIOD=period.start]起。",
        "统计自[2013年1月1日|PERIOD=period.start]起,至[2013年12月31日|PERIOD=period.end]止。",
    ],
)
def test_words_before_a_date_tell_which_bound_it_is(markup: str) -> None:
    assert found(markup) == stated(markup)


@pytest.mark.parametrize("tagged", [True, False])
def test_a_bound_that_fixed_words_tell_needs_no_tag(tagged: bool) -> None:
    start = "[2013年1月1日|PERIOD=period.start]" if tagged else "2013年1月1日"
    facts = read(f"数据截至2013年12月31日,统计自{start}起。")
    assert {(fact.field, fact.value, fact.text) for fact in facts} == {
        ("period.start", "2013-01-01", "2013年1月1日"),
        ("period.end", "2013-12-31", "2013年12月31日"),
    }


def test_a_period_in_numerals_has_both_bounds() -> None:
    markup = "统计期限自[二〇二一年一月一日|PERIOD=period.start]至[二〇二一年十二月三十一日|PERIOD=period.end]止"
    assert [(fact.field, fact.value) for fact in read(markup)] == [("period.start", "2021-01-01"), ("period.end", "2021-12-31")]
    untagged = "数据截至二〇二一年十二月三十一日,统计自二〇二一年一月一日起。"
    assert {(fact.field, fact.value) for fact in read(untagged)} == {("period.start", "2021-01-01"), ("period.end", "2021-12-31")}


def test_a_date_that_begins_something_else_is_no_bound() -> None:
    assert read("活动时间从2013年3月1日至3月31日,数据自动更新截至2013年底。") == ()


def test_a_date_that_cannot_be_read_is_left_out() -> None:
    entity = Entity("PERIOD", 0, 10, "2019年2月30日", 0.9)
    assert assemble("2019年2月30日", "2019年2月30日", [entity]) == ()


def test_an_issuer_that_ends_in_its_own_right_is_not_prolonged() -> None:
    assert {fact.value for fact in read("2022年[梅沙街道办事处|ISSUER=issuer]政府信息公开工作年度报告")} == {"梅沙街道办事处"}


def test_the_end_of_a_period_is_told_by_the_words_before_it() -> None:
    (fact,) = read("截止日期为[2021年12月31日|PERIOD=period.end]")
    assert (fact.field, fact.value) == ("period.end", "2021-12-31")


def test_a_year_in_numerals_is_read() -> None:
    assert {fact.value for fact in read("[二〇一二|YEAR=year:2012]年政府信息公开年度报告")} == {2012}


def test_a_name_is_given_as_it_is_printed_without_spaces() -> None:
    (fact,) = read("[昌泉區\n審計局|ISSUER=issuer]2012年政府資訊公開年度報告")
    assert (fact.value, fact.text) == ("昌泉區審計局", "昌泉區\n審計局")


def test_a_name_that_was_begun_late_in_its_line_is_whole() -> None:
    (fact,) = read("报告\n沭[河县卫生局|ISSUER=issuer]2009年政府信息公开工作年度报告")
    assert fact.value == "沭河县卫生局"


def test_words_before_a_name_inside_a_sentence_are_not_its_own() -> None:
    (fact,) = read("报告如下。现将[河县卫生局|ISSUER=issuer]的情况报告如下")
    assert fact.value == "河县卫生局"


def test_a_name_is_not_prolonged_over_a_sentence() -> None:
    (fact,) = read("今年,[海澄市环境保护|ISSUER=issuer]公众网站发布政府信息30条")
    assert fact.value == "海澄市环境保护"


def test_words_before_a_name_in_its_title_are_not_its_own() -> None:
    (fact,) = read("[关于晋远县财政局|ISSUER=issuer]政府信息公开工作情况的报告")
    assert (fact.value, fact.text) == ("晋远县财政局", "晋远县财政局")


def test_a_year_of_plans_is_not_that_of_the_report() -> None:
    facts = read("[2021|YEAR=year]年,我局公开信息。[2022|YEAR=year]年,我局将继续。[2022|YEAR=year]年我们将努力")
    assert {fact.value for fact in facts} == {2021}
    assert {fact.value for fact in read("现将[2021|YEAR=year]年度有关情况报告如下")} == {2021}
    assert {fact.value for fact in read("[2022|YEAR=year]年,我局将继续。")} == {2022}


def test_titles_of_other_years_on_lines_of_their_own_are_links() -> None:
    title = "[{0}|YEAR=year]年政府信息公开工作年度报告"
    links = "".join(f"国家档案局{title.format(year)}{date}\n" for year, date in ((2023, "2024-01-23"), (2021, ""), (2023, " (2024.1.23)")))
    assert {fact.value for fact in read(f"{title.format(2022)}\n本报告由六部分组成。\n{links}") if fact.field == "year"} == {2022}


def test_a_title_that_is_no_link_counts_again() -> None:
    markup = "[2021|YEAR=year]年政府信息公开年度报告\n现将[2022|YEAR=year]年政府信息公开年度报告公布如下。[2022|YEAR=year]年,我局公开信息。"
    assert {fact.value for fact in read(markup)} == {2022}


def test_the_period_speaks_for_its_year() -> None:
    period = "[2019年1月1日|PERIOD=period.start]至[2019年12月31日|PERIOD=period.end]。"
    facts = read(f"[2018|YEAR=year]年政府信息公开年度报告\n{period}[2019|YEAR=year]年,我局公开信息。")
    assert {fact.value for fact in facts if fact.field == "year"} == {2019}


def dates(text: str, *entities: tuple[str, str]) -> list[tuple[str, object]]:
    """The facts of the period where these words were tagged, each where it comes last in the text."""
    found = [Entity(label, text.rindex(words), text.rindex(words) + len(words), words, 0.9) for label, words in entities]
    return [(fact.field, fact.value) for fact in assemble(text, prose_text(text), found) if fact.field != "year"]


def test_a_period_without_a_year_has_that_of_the_report() -> None:
    text = "2008年政府信息公开年度报告。" + "本报告由概述等部分组成。" * 6 + "统计期限从5月1日至12月31日"
    found = dates(text, ("YEAR", "2008"), ("PERIOD", "5月1日"), ("PERIOD", "12月31日"))
    assert found == [("period.start", "2008-05-01"), ("period.end", "2008-12-31")]


def test_a_period_without_a_year_has_none_where_two_years_are_named_as_often() -> None:
    text = "2008年,2009年。" + "本报告由概述等部分组成。" * 6 + "统计期限从5月1日至12月31日"
    assert dates(text, ("YEAR", "2008"), ("YEAR", "2009"), ("PERIOD", "5月1日")) == []
