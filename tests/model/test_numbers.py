from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.characters import fold
from model.numbers import find_numbers, number_spans, read_number
from training.filling import print_number


def value_of(text: str) -> int | float | None:
    number = read_number(fold(text), 0, len(text))
    return None if number is None else number.plain


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3392", 3392),
        ("3,392", 3392),
        ("1,234,567", 1234567),
        ("1,234,567.89", 1234567.89),
        ("３３９２", 3392),
        ("３，３９２", 3392),
        ("12.3万", 123000),
        ("1.2亿", 120000000),
        ("3千万", 30000000),
        ("1.5万亿", 1500000000000),
        ("3百", 300),
        ("2余万", 20000),
        ("5千多万", 50000000),
        ("1亿2千万", 120000000),
        ("12亿3千5百万", 1235000000),
        ("1亿2345万6789", 123456789),
        ("2千3百万", 23000000),
        ("1万5千", 15000),
        ("1千5百", 1500),
        ("3万2345", 32345),
        ("0", 0),
        ("007", 7),
        ("0.50", 0.5),
    ],
)
def test_digits_with_separators_and_scales(printed: str, value: float) -> None:
    assert value_of(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三十五", 35),
        ("一百零三", 103),
        ("两千零一", 2001),
        ("两", 2),
        ("三千三百九十二", 3392),
        ("一万二千", 12000),
        ("八十余万", 800000),
        ("三千多万", 30000000),
        ("一亿二千万", 120000000),
        ("一点五万", 15000),
        ("一点一三万", 11300),
        ("〇", 0),
    ],
)
def test_chinese_numerals(printed: str, value: int) -> None:
    assert value_of(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("86.56%", 86.56),
        ("86.56 %", 86.56),
        ("３５．６％", 35.6),
        ("百分之三十五", 35),
        ("百分之三点五", 3.5),
        ("百分之百", 100),
        ("100%", 100),
    ],
)
def test_percentages_keep_their_printed_value(printed: str, value: float) -> None:
    number = read_number(fold(printed), 0, len(printed))
    assert number is not None
    assert (number.plain, number.percent) == (value, True)


def test_a_percentage_keeps_its_printed_decimals() -> None:
    number = read_number("49.50%", 0, 6)
    assert number is not None
    assert number.value == Decimal("49.50")
    assert number.value.as_tuple().exponent == -2


@pytest.mark.parametrize(
    ("text", "value", "exponent", "approximate"),
    [
        ("六成", 60, 1, False),
        ("6成", 60, 1, False),
        ("十成", 100, 1, False),
        ("两成五", 25, 0, False),
        ("近七成", 70, 1, True),
        ("三成以上", 30, 1, True),
    ],
)
def test_tenths_are_percentages_told_to_ten(text: str, value: int, exponent: int, approximate: bool) -> None:
    number = read_number(text, 0, len(text))
    assert number is not None
    assert (number.plain, number.percent, number.approximate) == (value, True, approximate)
    assert number.value.as_tuple().exponent == exponent


@pytest.mark.parametrize("printed", ["3 392", "33 92", "3\n392", "3 3 9 2", " 3392 ", "3,3 92"])
def test_a_number_torn_by_spaces_is_read_as_one(printed: str) -> None:
    assert value_of(printed) == 3392


def test_a_torn_number_ends_at_its_last_digit() -> None:
    number = read_number("共3 392 宗,", 0, 9)
    assert number is not None
    assert (number.start, number.end) == (1, 6)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("512.3 万次", 5123000),
        ("2.1  万条", 21000),
        ("1.2 万余条", 12000),
        ("3 余万件", 30000),
        ("3 亿次", 300000000),
        ("12\n万元", 120000),
        ("12 \n      万元", 120000),
        ("1,476.2 万 人次", 14762000),
        ("获赞12 万,", 120000),
        ("86.5\n   %", 86.5),
    ],
)
def test_a_gap_before_the_scale_loses_no_factor(text: str, value: float) -> None:
    (number,) = find_numbers(text)
    assert number.plain == value
    assert read_number(text, number.start, number.end) == number


@pytest.mark.parametrize("text", ["12 万宁市", "12\n万州区", "12 亿利公司", "12   万次", "12\n\n万次", "12|万次", "12 | 万次"])
def test_a_word_or_a_cell_behind_a_number_is_no_scale(text: str) -> None:
    assert [number.plain for number in find_numbers(text)] == [12]


@pytest.mark.parametrize(
    "text",
    ["100余件", "100多件", "近100件", "约100件", "大约100件", "超100件", "超过100件", "逾100件", "突破100件", "100以上", "不足100件"],
)
def test_words_of_approximation_make_a_figure_approximate(text: str) -> None:
    start = text.index("1")
    number = read_number(text, start, start + 3)
    assert number is not None
    assert (number.plain, number.approximate) == (100, True)


@pytest.mark.parametrize(
    "text", ["共100件", "最近100件", "附近100户", "100件", "多100件", "预约100件", "节约100元", "签约100件", "合约100件", "100件以上述方式"]
)
def test_other_words_do_not(text: str) -> None:
    start = text.index("1")
    number = read_number(text, start, start + 3)
    assert number is not None
    assert not number.approximate


@pytest.mark.parametrize("text", ["3余万", "5千多万", "1千5百余万", "八十余万", "三千多万"])
def test_an_approximation_between_digits_and_scale_counts(text: str) -> None:
    number = read_number(text, 0, len(text))
    assert number is not None
    assert number.approximate


@pytest.mark.parametrize("behind", ["件左右", "件以上", "人次上下", "件 左右"])
def test_an_approximation_behind_the_unit_counts(behind: str) -> None:
    (number,) = find_numbers(f"收到20{behind},")
    assert number.approximate


def test_a_year_behind_ten_thousands_is_no_part_of_them() -> None:
    assert [number.plain for number in find_numbers("突破1万2019年")] == [10000, 2019]


@pytest.mark.parametrize("text", ["", "件", "未收到", "abc", "。"])
def test_words_without_a_number_have_none(text: str) -> None:
    assert read_number(text, 0, len(text)) is None


@pytest.mark.parametrize("printed", ["9" * 19, "9" * 5000, "9" * 400 + ".5%", "9" * 18 + "万", "九" * 40])
def test_a_run_of_digits_that_counts_nothing_is_no_number(printed: str) -> None:
    assert read_number(printed, 0, len(printed)) is None


def test_only_the_given_stretch_is_read() -> None:
    number = read_number("2019年收到33件", 7, 9)
    assert number is not None
    assert (number.plain, number.start, number.end) == (33, 7, 9)


def test_all_numbers_of_a_text_are_found_in_order() -> None:
    text = "2019年收到3,392件,占86.56%;约1.2万条"
    numbers = find_numbers(text)
    assert number_spans(text) == [(number.start, number.end) for number in numbers]
    assert [(number.plain, number.percent, number.approximate) for number in numbers] == [
        (2019, False, False),
        (3392, False, False),
        (86.56, True, False),
        (12000, False, True),
    ]


@pytest.mark.parametrize(("text", "values"), [("3 392", [3, 392]), ("12,34", [12, 34]), ("1,2345", [1, 2345])])
def test_numbers_side_by_side_stay_apart(text: str, values: list[int]) -> None:
    assert [number.plain for number in find_numbers(text)] == values


@settings(max_examples=100, deadline=None)
@given(value=st.integers(0, 10**12), form=st.sampled_from(["plain", ",", "full", "sp"]))
def test_a_printed_integer_reads_back(value: int, form: str) -> None:
    assert value_of(print_number(value, form)) == value


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 9999))
def test_a_chinese_numeral_reads_back(value: int) -> None:
    assert value_of(print_number(value, "cn")) == value


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 10**6))
def test_a_number_in_ten_thousands_reads_back(value: int) -> None:
    assert value_of(print_number(value * 1000, "wan1")) == value * 1000
    assert value_of(print_number(value * 100, "wan2")) == value * 100


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(1, 9))
def test_scaled_groups_add_up(hundred_millions: int, ten_thousands: int, thousands: int) -> None:
    assert value_of(f"{hundred_millions}亿{ten_thousands}万") == hundred_millions * 10**8 + ten_thousands * 10**4
    assert value_of(f"{ten_thousands}万{thousands}千") == ten_thousands * 10**4 + thousands * 10**3


@settings(max_examples=100, deadline=None)
@given(st.decimals(0, 1000, places=2))
def test_a_printed_percentage_reads_back(value: Decimal) -> None:
    number = read_number(f"占{value}%", 0, len(f"占{value}%"))
    assert number is not None
    assert (number.value, number.percent) == (value, True)


@settings(max_examples=100, deadline=None)
@given(st.text(), st.data())
def test_reading_any_stretch_stays_inside_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    number = read_number(fold(text), start, end)
    assert number is None or start <= number.start < number.end <= end
