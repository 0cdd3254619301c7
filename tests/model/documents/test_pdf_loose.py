from hypothesis import example, given, settings
from hypothesis import strategies as st

from model.documents.pdf_lines import Line
from model.documents.pdf_loose import loose_tables
from model.documents.pdf_tables import Table
from tests.model.documents.made_pdf import glyphs, line


def _row(baseline: float, *words: str) -> Line:
    """Words at 0, 100 and 200 points."""
    return _at(baseline, *((100.0 * place, word) for place, word in enumerate(words)))


def _at(baseline: float, *words: tuple[float, str]) -> Line:
    return Line(tuple(glyph for left, word in words for glyph in glyphs(word, left, baseline)))


def _narrow(baseline: float, *words: str) -> Line:
    """A label at 0, and values in columns of 20 points."""
    return _at(baseline, *((80.0 + 20 * place if place else 0.0, word) for place, word in enumerate(words)))


def _kept(row: tuple[str, ...], drawn: list[tuple[str, ...]]) -> list[str]:
    """What stands in the columns in which anything does."""
    return [value for value, column in zip(row, zip(*drawn, strict=True), strict=True) if any(column)]


def loose(lines: list[Line]) -> list[Line | Table]:
    """What one page without ruling lines holds."""
    (found,) = loose_tables([lines])
    return found


def rows(found: Line | Table) -> list[list[str]]:
    assert isinstance(found, Table)
    return found.texts()


def only(lines: list[Line]) -> list[list[str]]:
    """The rows of the one table of a page."""
    (found,) = loose(lines)
    return rows(found)


def test_numbers_in_columns_form_a_table_with_its_blanks() -> None:
    before = line("收到申请的情况如下面的表格所示", 0, 0)
    told = [("行政许可", "12", "3"), ("行政处罚", "", "40"), ("行政强制", "7", "")]
    found = [before, _row(20, "名称", "上年", "本年"), *(_row(35 + 15 * place, *row) for place, row in enumerate(told))]
    first, grid = loose(found)
    assert first == before
    assert rows(grid) == [["名称", "上年", "本年"], *map(list, told)]


def test_a_column_without_any_number_keeps_its_place_by_its_header() -> None:
    found = [_row(20, "维持", "纠正", "总计"), _row(35, "1", "", "3")]
    (grid,) = loose(found)
    assert rows(grid) == [["维持", "纠正", "总计"], ["1", "", "3"]]


@settings(max_examples=100, deadline=None)
@example([("", "", "收到申请", "12"), ("", "", "收到申请", ""), ("", "", "12", ""), ("", "", "12", "12")])
@given(st.lists(st.tuples(*[st.sampled_from(["", "12", "345", "收到申请", "办理结果的情况如下"])] * 4).filter(any), min_size=1, max_size=8))
def test_no_words_are_lost_in_tables_without_lines(drawn: list[tuple[str, ...]]) -> None:
    found = loose([_row(15 * place, *row) for place, row in enumerate(drawn)])
    told = [cell for one in found if isinstance(one, Table) for row in one.texts() for cell in row]
    words = sorted("".join([*told, *(one.text for one in found if not isinstance(one, Table))]).replace(" ", ""))
    assert words == sorted("".join(word for row in drawn for word in row))


def test_prose_is_no_table() -> None:
    found = [line("全市收到申请12宗,其中自然人3宗。", 0, 20 * place) for place in range(5)]
    assert loose(found) == found
    signatures = [_row(20, "联系人:张三", "电话:甲", ""), _row(35, "联系人:李四", "电话:乙", "")]
    assert loose(signatures) == signatures


def test_headers_that_touch_and_wrap_are_told_apart_and_give_blank_columns_their_place() -> None:
    head = [_at(10, (102, "结果维"), (134, "结果纠"), (166, "尚未审")), _at(25, (112, "持"), (144, "正"), (176, "结"))]
    values = [_at(45, (0, "复议"), (114, "1"), (178, "3")), _at(65, (0, "诉讼"), (114, "2"), (178, "4"))]
    assert only([*head, *values]) == [["", "结果维持", "结果纠正", "尚未审结"], ["复议", "1", "", "3"], ["诉讼", "2", "", "4"]]


def test_values_between_the_lines_of_their_label_stand_beside_the_whole_of_it() -> None:
    found = [
        _row(20, "1.属于国家秘密", "1", "2"),
        _row(40, "2.重复申请", "3", "4"),
        _row(60, "3.没有现成信息"),
        _at(67, (100, "5"), (200, "6")),
        _row(74, "需要另行制作"),
    ]
    assert only(found)[-1] == ["3.没有现成信息需要另行制作", "5", "6"]


def test_a_label_over_several_rows_is_no_row() -> None:
    found = [
        _at(20, (0, "（三）不予"), (70, "1.国家秘密"), (150, "1"), (200, "2")),
        _at(40, (70, "2.禁止公开"), (150, "3"), (200, "4")),
        _at(50, (0, "公开")),
        _at(60, (70, "3.内部事务"), (150, "5"), (200, "6")),
    ]
    assert [row[1:] for row in only(found)] == [["1", "2"], ["3", "4"], ["5", "6"]]
    assert [row[0][-6:] for row in only(found)] == ["1.国家秘密", "2.禁止公开", "3.内部事务"]


def test_a_number_that_a_narrow_column_breaks_is_one() -> None:
    found = [
        _narrow(20, "1.予以公开", "34", "40"),
        _narrow(40, "2.部分公开", "12", "40"),
        _narrow(53, "", "", "1"),
        _narrow(70, "3.其他", "1", "2"),
    ]
    assert [row[1:] for row in only(found)] == [["34", "40"], ["12", "401"], ["1", "2"]]


def test_a_number_that_a_narrow_column_breaks_above_its_label_is_that_row_s() -> None:
    found = [
        _narrow(20, "1.予以公开", "3", "4"),
        _narrow(33, "", "", "40"),
        _narrow(46, "2.部分公开", "12", "1"),
        _narrow(66, "3.其他", "1", "2"),
    ]
    assert [row[1:] for row in only(found)] == [["3", "4"], ["12", "401"], ["1", "2"]]


def test_a_number_broken_at_a_comma_is_one() -> None:
    found = [_narrow(20, "1.予以公开", "1,", "2"), _narrow(33, "", "250", ""), _narrow(46, "2.部分公开", "3", "4")]
    assert only(found) == [["1.予以公开", "1,250", "2"], ["2.部分公开", "3", "4"]]


def test_a_number_is_broken_in_a_row_without_a_label() -> None:
    head = _narrow(10, "", "甲", "乙", "丙")
    assert only([head, _narrow(30, "", "12", "4", "40"), _narrow(43, "", "", "", "1")])[1:] == [["12", "4", "401"]]


def test_digits_that_may_be_of_either_row_leave_both_unreadable() -> None:
    found = [
        _narrow(20, "1.予以公开", "34", "45"),
        _narrow(33, "", "", "40"),
        _narrow(46, "2.部分公开", "12", "1"),
        _narrow(66, "3.其他", "1", "2"),
    ]
    assert only(found) == [["1.予以公开2.部分公开", "34 12", "45 40 1"], ["3.其他", "1", "2"]]


def test_digits_between_two_labelled_rows_make_both_doubtful() -> None:
    found = [_narrow(20, "1.甲", "3", "4"), _narrow(33, "", "1"), _narrow(46, "2.乙", "5", "6"), _narrow(70, "3.丙", "1", "2")]
    assert only(found) == [["1.甲2.乙", "3 1 5", "4 6"], ["3.丙", "1", "2"]]


def test_digits_above_others_without_any_label_are_not_left_out_of_their_number() -> None:
    head = _narrow(10, "", "甲", "乙", "丙")
    assert only([head, _narrow(30, "", "1", "", "1"), _narrow(43, "", "0", "8", "8")])[1:] == [["1 0", "8", "1 8"]]


def test_digits_under_others_in_a_wide_column_are_not_made_one_number() -> None:
    found = [_row(20, "1.予以公开", "34", "40"), _row(40, "2.部分公开", "12", "40"), _at(53, (200, "1")), _row(70, "3.其他", "1", "2")]
    assert only(found)[1] == ["2.部分公开", "12", "40 1"]


def test_a_label_over_several_rows_that_touches_a_numbered_one_makes_no_row_of_two() -> None:
    found = [
        _at(20, (40, "1.逾期不补"), (100, "31"), (120, "0"), (140, "31")),
        _at(32, (40, "正")),
        _at(44, (0, "其他处理2.逾期缴费"), (100, "10"), (140, "10")),
        _at(60, (40, "3.其他"), (100, "0"), (120, "0"), (140, "0")),
    ]
    assert only(found) == [["1.逾期不补正", "31", "0", "31"], ["其他处理2.逾期缴费", "10", "", "10"], ["3.其他", "0", "0", "0"]]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(*[st.sampled_from(["", "0", "1", "10", "31"])] * 3).filter(lambda row: row[0]), min_size=2, max_size=6),
    st.sampled_from([11, 13, 16]),
)
def test_the_values_of_two_numbered_rows_never_become_one(drawn: list[tuple[str, ...]], pitch: float) -> None:
    found = only([_narrow(pitch * place, f"{place + 1}.甲", *row) for place, row in enumerate(drawn)])
    assert {row[0]: row[1:] for row in found} == {f"{place + 1}.甲": _kept(row, drawn) for place, row in enumerate(drawn)}


def test_a_numbered_row_between_others_has_blank_cells() -> None:
    found = [_row(20, "1.予以公开", "34", "40"), _row(40, "2.部分公开"), _row(60, "3.其他", "1", "2")]
    assert only(found)[1] == ["2.部分公开", "", ""]


def test_values_on_the_next_page_stand_in_the_columns_of_the_header() -> None:
    first = [_row(10, "名称", "上年", "本年"), _row(30, "1.甲", "1", "2"), _row(50, "2.乙", "3", "4")]
    (one,), (other,) = loose_tables([first, [_row(20, "3.丙", "", "6"), _row(40, "4.丁", "", "8")]])
    assert rows(one)[0] == ["名称", "上年", "本年"]
    assert rows(other) == [["3.丙", "", "6"], ["4.丁", "", "8"]]


def test_a_label_that_a_pages_end_cuts_is_joined_with_its_values() -> None:
    first = [_narrow(10, "1.甲", "12", "4", "16"), _narrow(30, "2.没有现成", "31", "5", "36")]
    second = [_narrow(10, "信息", "1", "", "1"), _narrow(30, "3.丙", "2", "", "2")]
    (one,), _ = loose_tables([first, second])
    assert rows(one)[-1] == ["2.没有现成信息", "31 1", "5", "36 1"]


def test_the_page_after_may_hold_the_rest_of_a_row_alone() -> None:
    (one,), other = loose_tables([[_narrow(10, "1.甲", "12", "4"), _narrow(30, "2.乙", "31", "5")], [_narrow(10, "", "1", "2")]])
    assert rows(one)[-1] == ["2.乙", "31 1", "5 2"]
    assert other == []


def test_digits_above_the_first_label_of_a_page_leave_the_row_before_and_their_own_in_doubt() -> None:
    first = [_narrow(10, "1.甲", "12", "4", "16"), _narrow(30, "2.乙", "31", "5", "36")]
    second = [_narrow(10, "", "1", "", "1"), _narrow(23, "3.丙", "2", "", "2"), _narrow(43, "4.丁", "", "7", "7")]
    (one,), (other,) = loose_tables([first, second])
    assert rows(one)[-1] == ["2.乙3.丙", "31 1 2", "5", "36 1 2"]
    assert rows(other) == [["4.丁", "", "7", "7"]]


def test_a_row_of_its_own_on_the_next_page_goes_on_with_nothing() -> None:
    first = [_narrow(10, "1.甲", "12", "4"), _narrow(30, "2.乙", "31", "5")]
    (one,), (other,) = loose_tables([first, [_narrow(10, "3.丙", "1", "2"), _narrow(30, "4.丁", "1", "")]])
    assert rows(one)[-1] == ["2.乙", "31", "5"]
    assert rows(other)[0] == ["3.丙", "1", "2"]


def test_digits_beside_the_heading_of_several_rows_stay_with_the_row_below() -> None:
    found = only([_narrow(12, "三、本年", "1", ""), _narrow(24, "（一）予以公开", "7", "6"), _narrow(48, "（二）部分公开", "1", "2")])
    assert found[0] == ["三、本年（一）予以公开", "1 7", "6"]


def test_a_second_header_begins_a_table_of_its_own() -> None:
    first = [_row(10, "名称", "上年", "本年"), _row(30, "甲", "1", "2"), _row(50, "乙", "3", "4")]
    second = [_at(70, (0, "名称"), (140, "数量")), _at(90, (0, "丙"), (150, "5")), _at(110, (0, "丁"), (150, "6"))]
    one, other = loose([*first, *second])
    assert rows(one)[-1] == ["乙", "3", "4"]
    assert rows(other) == [["名称", "数量"], ["丙", "5"], ["丁", "6"]]


def test_a_header_between_two_values_but_over_two_headers_spans_both() -> None:
    head = [_at(10, (60, "行政诉讼")), _at(25, (40, "结果维持"), (85, "结果纠正"), (130, "总计"))]
    assert only([*head, _at(45, (55, "0"), (105, "1"), (135, "1"))]) == [["行政诉讼"], ["结果维持", "结果纠正", "总计"], ["0", "1", "1"]]


def test_a_label_alone_below_values_takes_none_of_them() -> None:
    found = [_row(20, "行政处罚", "1", "2"), _row(40, "行政强制"), _row(60, "行政许可", "3", "4")]
    assert [row[1:] for row in only(found) if row[0] != "行政强制"] == [["1", "2"], ["3", "4"]]


def test_numbers_with_room_left_are_not_broken() -> None:
    found = [_row(20, "1.属于国家秘密", "12", "30"), _row(35, "2.重复申请", "1", "4"), _row(46, "及其他", "3", "5")]
    assert only(found) == [["1.属于国家秘密", "12", "30"], ["2.重复申请", "1", "4"], ["及其他", "3", "5"]]


def test_a_label_over_several_rows_is_told_by_what_would_cover_it() -> None:
    lines = [
        _at(20, (0, "（七）总计"), (200, "1")),
        _at(35, (0, "一、本年新收数量"), (200, "2")),
        _at(50, (60, "1.逾期不补正"), (200, "3")),
        _at(65, (60, "2.逾期未按通知")),
        _at(72, (0, "（六）处理"), (200, "4")),
        _at(79, (60, "缴纳费用")),
        _at(94, (60, "3.其他"), (200, "5")),
    ]
    assert only(lines)[2:] == [["1.逾期不补正", "3"], ["（六）处理2.逾期未按通知缴纳费用", "4"], ["3.其他", "5"]]
