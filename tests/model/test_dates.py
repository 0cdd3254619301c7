import pytest

from model.dates import read_date, read_year


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019年1月1日", "2019-01-01"),
        ("2019年12月31日", "2019-12-31"),
        ("2019 年 1 月 1 日", "2019-01-01"),
        ("2019-01-05", "2019-01-05"),
        ("2019.1.5", "2019-01-05"),
        ("2019/1/5", "2019-01-05"),
        ("自2019年3月8日起", "2019-03-08"),
        ("二〇二一年一月一日", "2021-01-01"),
        ("二○二一年十二月三十一日", "2021-12-31"),
        ("二〇二〇年二月二十九日", "2020-02-29"),
        ("2021年十月十日", "2021-10-10"),
    ],
)
def test_a_date_is_read_to_iso_form(text: str, date: str) -> None:
    assert read_date(text, 0, len(text)) == date


def test_a_missing_year_is_the_last_one_named_before() -> None:
    text = "2018年的报告后,2019年1月1日至12月31日"
    assert read_date(text, text.index("12月"), len(text)) == "2019-12-31"
    text = "二〇一九年一月一日至十二月三十一日"
    assert read_date(text, text.index("十二月"), len(text)) == "2019-12-31"


@pytest.mark.parametrize("text", ["12月31日", "2019年", "全年", ""])
def test_without_a_year_or_a_day_there_is_no_date(text: str) -> None:
    assert read_date(text, 0, len(text)) is None


@pytest.mark.parametrize(("before", "date"), [("从", "2008-12-31"), ("2007年,到", "2007-12-31"), ("上年度", None), ("次年", None)])
def test_a_date_without_any_year_near_it_has_that_of_the_report(before: str, date: str | None) -> None:
    text = f"{before}12月31日"
    assert read_date(text, len(before), len(text), 2008) == date


def test_a_year_far_before_is_not_taken() -> None:
    text = "2019年" + "公" * 80 + "12月31日"
    assert read_date(text, text.index("12月"), len(text)) is None


@pytest.mark.parametrize(
    "text", ["2019年13月1日", "2019年0月1日", "2019年2月30日", "2019年4月99日", "二〇一九年十三月一日", "二〇一九年二月三十日"]
)
def test_an_impossible_day_is_no_date(text: str) -> None:
    assert read_date(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("printed", "year"), [("2019", 2019), ("二〇一九", 2019), ("二○二一", 2021), ("二OO九", 2009), ("19", None), ("3019", None), ("", None)]
)
def test_a_year_is_read_in_digits_and_numerals(printed: str, year: int | None) -> None:
    assert read_year(printed) == year
