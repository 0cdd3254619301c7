from collections.abc import Callable

import pytest

from model.characters import fold
from model.tables.forms import Layout, form
from model.tables.pieces import pieces_of
from model.tables.row_labels import Way
from model.tables.runs import Match, Run, fit, match_form, match_rows, named_by, runs_of
from tests.model.tables.layouts import FORM_2019, FORM_2021, REQUESTS, Rows, bars, lines, rows_of, spaces

ROWS = {row.name: row for row in FORM_2021.rows}
REMEDIES = form("table4", Layout.OF_2021)


def runs_in(text: str) -> tuple[Run, ...]:
    folded = fold(text)
    return runs_of(folded, pieces_of(folded, 0, len(folded)))


def values(run: Run | None) -> list[int | float | None] | None:
    return None if run is None else [piece.printed.value for piece in run.pieces if piece.printed]


def matched(text: str, way: Way | None = None) -> Match:
    runs = runs_in(text)
    return match_rows(FORM_2021, runs, [named_by(FORM_2021, run) for run in runs], way)


def values_of(match: Match) -> dict[str, list[int | float | None] | None]:
    return {row.name: values(run) for row, run in zip(match.form.rows, match.runs, strict=True)}


def test_a_run_has_the_words_on_both_sides() -> None:
    first, second = runs_in("规章 1 2 3\n行政许可 4 5 6 尾")
    assert (values(first), first.before, first.after) == ([1, 2, 3], "规章", "行政许可")
    assert (values(second), second.before, second.after) == ([4, 5, 6], "行政许可", "尾")


def test_where_lines_hold_several_values_a_run_ends_with_its_line() -> None:
    assert [values(run) for run in runs_in("规章 1 2 3\n4 5 6")] == [[1, 2, 3], [4, 5, 6]]


def test_where_each_value_has_its_line_a_run_ends_at_the_next_label() -> None:
    assert [values(run) for run in runs_in("规章\n1\n2\n3\n许可\n4")] == [[1, 2, 3], [4]]


def test_blank_cells_count_as_pieces_but_not_as_printed() -> None:
    (run, _) = runs_in("| 规章 | 1 |  | / |\n| 许可 | 2 | 3 | 4 |")
    assert (len(run.pieces), run.printed) == (3, 2)


def test_text_without_values_has_no_runs() -> None:
    assert runs_in("规章 许可") == ()


@pytest.mark.parametrize("way", [bars, spaces, lines])
def test_each_row_gets_the_values_beside_its_label(way: Callable[[Rows], str]) -> None:
    match = matched(way(rows_of(FORM_2021, REQUESTS)))
    expected = {name: [int(number) for number in numbers] for name, numbers in REQUESTS.items()}
    assert values_of(match) == {name: expected.get(name, [0] * 7) for name in ROWS}
    assert all(match.named)
    assert not match.doubtful


@pytest.mark.parametrize("way", [bars, spaces, lines])
def test_the_form_that_was_printed_fits_best(way: Callable[[Rows], str]) -> None:
    for printed in (FORM_2019, FORM_2021):
        runs = runs_in(way(rows_of(printed, REQUESTS)))
        assert max((FORM_2019, FORM_2021), key=lambda one: match_form(one, runs).score) is printed


@pytest.mark.parametrize(
    ("row", "label"),
    [
        ("denied.law_forbids", "2.其他法律行政止公开"),
        ("denied.three_security", "3.危及三安\n全一稳定"),
        ("unable.not_held", "1.本机关不掌握相关政府信\n息"),
        ("not_processed.mass", "4.无正当理由大量反 复 申请"),
        ("denied.internal", "度 5.属于三类内部事务信息"),
        ("carried_out", "四、结转下年度断续办理"),
        ("granted", "三、本年度办理结果 (一)予以公开"),
        ("received", "一、本年新收政府信息公开申请 数量"),
    ],
)
def test_a_broken_or_damaged_label_still_tells_its_row(row: str, label: str) -> None:
    rows = [
        (label if text == ROWS[row].label else text, cells) for text, cells in rows_of(FORM_2021, {**REQUESTS, row: (5, 0, 0, 0, 0, 0, 5)})
    ]
    assert values_of(matched(spaces(rows)))[row] == [5, 0, 0, 0, 0, 0, 5]


@pytest.mark.parametrize("row", ["granted", "denied.admin_query", "not_processed.reissue", "total"])
def test_values_whose_label_is_lost_go_to_the_row_that_is_left(row: str) -> None:
    rows = [
        ("某某" if text == ROWS[row].label else text, cells) for text, cells in rows_of(FORM_2021, {**REQUESTS, row: (5, 0, 0, 0, 0, 0, 5)})
    ]
    assert values_of(matched(bars(rows)))[row] == [5, 0, 0, 0, 0, 0, 5]


def test_a_row_that_is_not_there_has_no_values_and_is_not_named() -> None:
    rows = [(label, cells) for label, cells in rows_of(FORM_2021, REQUESTS) if label != ROWS["denied.process"].label]
    match = matched(bars(rows))
    place = list(ROWS).index("denied.process")
    assert match.runs[place] is None
    assert not match.named[place]
    assert sum(run is not None for run in match.runs) == 24


def test_a_label_without_values_is_named_all_the_same() -> None:
    rows: Rows = [(label, [] if label == ROWS["denied.process"].label else cells) for label, cells in rows_of(FORM_2021, REQUESTS)]
    match = matched(spaces(rows))
    place = list(ROWS).index("denied.process")
    assert match.runs[place] is None
    assert match.named[place]


def test_the_order_of_rows_is_kept() -> None:
    match = matched(bars(rows_of(FORM_2021, REQUESTS)))
    starts = [run.pieces[0].start for run in match.runs if run]
    assert starts == sorted(starts)


WRAPPED = {
    Way.BEFORE: "4.无正当理由大量反\n复申请\n0 0 0 4 0 0 4",
    Way.AROUND: "4.无正当理由大量反\n0 0 0 4 0 0 4\n复申请",
    Way.BEHIND: "0 0 0 4 0 0 4\n4.无正当理由大量反\n复申请",
}


@pytest.mark.parametrize("way", Way)
def test_a_label_may_wrap_before_around_and_behind_its_values(way: Way) -> None:
    rows = rows_of(FORM_2021, {**REQUESTS, "not_processed.mass": (0, 0, 0, 4, 0, 0, 4)})
    place = list(ROWS).index("not_processed.mass")
    text = f"{spaces(rows[:place])}\n{WRAPPED[way]}\n{spaces(rows[place + 1 :])}"
    assert values_of(match_form(FORM_2021, runs_in(text)))["not_processed.mass"] == [0, 0, 0, 4, 0, 0, 4]


def test_no_row_is_doubtful_where_labels_stand_beside_their_values() -> None:
    assert not match_form(FORM_2021, runs_in(spaces(rows_of(FORM_2021, REQUESTS)))).doubtful


def test_values_between_two_lone_lines_are_doubtful_until_the_way_is_known() -> None:
    rows = rows_of(FORM_2021, REQUESTS)
    place = list(ROWS).index("denied.internal")
    middle = f"{ROWS['denied.internal'].label}\n0 0 0 4 0 0 4\n{ROWS['denied.process'].label}"
    text = f"{spaces(rows[:place])}\n{middle}\n{spaces(rows[place + 2 :])}"
    rivals = {place, place + 1}
    assert rivals <= match_form(FORM_2021, runs_in(text)).doubtful
    assert not rivals & matched(text, Way.BEHIND).doubtful
    assert values_of(matched(text, Way.BEHIND))["denied.process"] == [0, 0, 0, 4, 0, 0, 4]


def test_two_rows_whose_labels_are_both_lost_are_doubtful() -> None:
    labels = {ROWS["denied.internal"].label, ROWS["denied.process"].label}
    rows = [(label, cells) for label, cells in rows_of(FORM_2021, REQUESTS) if label not in labels]
    place = list(ROWS).index("denied.internal")
    match = matched(bars([*rows[:place], ("某项", ["1", "0", "0", "0", "0", "0", "1"]), *rows[place:]]))
    assert {place, place + 1} <= match.doubtful


def test_blocks_of_table_4_are_told_by_their_labels() -> None:
    runs = runs_in("行政复议 1 0 0 0 1\n行政诉讼 未经复议直接起诉 2 0 0 0 2\n复议后起诉 3 0 0 0 3")
    assert [values(run) for run in match_form(REMEDIES, runs).runs] == [[1, 0, 0, 0, 1], [2, 0, 0, 0, 2], [3, 0, 0, 0, 3]]


def fits_of(text: str) -> dict[str, float]:
    (run,) = runs_in(text)
    return dict(zip(ROWS, fit(FORM_2021, [run], [named_by(FORM_2021, run)], None)[:, 0].tolist(), strict=True))


def test_a_run_fits_its_own_row_best() -> None:
    fits = fits_of("属于行政执法案卷 0 0 0 0 0 0 1")
    assert max(fits, key=fits.__getitem__) == "denied.enforcement_file"


def test_a_run_of_the_row_s_width_fits_better_than_a_shorter_or_longer_one() -> None:
    exact, short, long = (fits_of(f"予以公开 {numbers}")["granted"] for numbers in ("0 0 0 0 0 0 1", "0 1", "0 0 0 0 0 0 0 1"))
    assert exact > short > long
