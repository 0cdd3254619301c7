from model.facts import Source
from model.fields import STATED_IDS
from model.labels import TAG_IDS, TAGS
from tests.training.labelled.made import REPORT, TEXT, without_facts
from training.labelled.report import Status
from training.labelled_examples import labelled_examples, report_windows, tagged_report

LIMIT = 318
TABLE = "\n".join(f"{label} | 0 | 0" for label in ("结果维持", "结果纠正", "其他结果", "尚未审结", "未经复议直接起诉", "复议后起诉"))


def stated(report: object) -> list[tuple[str, ...]]:
    return [cell.stated for cell in tagged_report(report) if cell.begins]  # type: ignore[arg-type]


def test_figures_state_the_fields_of_the_facts_that_stand_at_them() -> None:
    assert tagged_report(REPORT).text == TEXT
    assert stated(REPORT) == [(), (), ("requests.received",), (), ("requests.processed",)]


def test_what_figures_state_is_not_known_where_no_facts_are_given() -> None:
    assert set(stated(without_facts(REPORT))) == {()}
    assert tagged_report(without_facts(REPORT)).tags == tagged_report(REPORT).tags


def test_facts_of_tables_are_no_statements_of_prose() -> None:
    assert REPORT.facts is not None
    of_table = REPORT.facts[0].model_copy(update={"source": Source.TABLE})
    assert set(stated(REPORT.model_copy(update={"facts": (of_table,)}))) == {()}


def test_every_character_outside_of_tables_is_in_a_window() -> None:
    long = REPORT.model_copy(update={"text": TEXT + "今年公开工作有序开展。" * 60})
    windows = report_windows(long)
    assert len(windows) > 2
    assert windows[0].text.startswith(TEXT)
    assert sum(map(len, windows)) >= len(long.text)
    assert not any(window[0].continues for window in windows)


def test_windows_inside_of_a_statutory_table_are_left_out() -> None:
    text = TEXT + "\n" + f"{TABLE}\n" * 12
    (window,) = [one for one in report_windows(REPORT.model_copy(update={"text": text})) if TEXT in one.text]
    assert len(report_windows(REPORT.model_copy(update={"text": text}))) < len(text) / 256
    assert window.text.startswith(TEXT)


def test_examples_are_drawn_by_the_seed_and_leave_predictions_out() -> None:
    predicted = REPORT.model_copy(update={"status": Status.PREDICTED})
    first, again, other = (list(labelled_examples([REPORT, predicted], 4, seed, LIMIT)) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert len(first) == 4


def test_an_example_is_as_those_of_the_corpus() -> None:
    for example in labelled_examples([REPORT], 3, 1, LIMIT):
        text, tags, fields = str(example["text"]), example["tags"], example["stated"]
        assert isinstance(tags, list)
        assert isinstance(fields, list)
        assert len(text) == len(tags) == len(fields) <= LIMIT
        assert set(tags) <= set(range(len(TAGS)))
        assert TAG_IDS["B-REQUEST_COUNT"] in tags
        assert [STATED_IDS["requests.received"]] in fields
