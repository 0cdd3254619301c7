from model.facts import Status
from model.record import Record
from tests.model.checks.records import by_rule, report, topic_rows

TOPICS = topic_rows(*((name, number, None) for name, number in zip("甲乙丙丁戊己庚辛", (9, 7, 39, 6, 1, 1, 185, 1), strict=True)))
RULE = "sum.disclosure.by_topic"


def listed(counts: dict[str, float]) -> Record:
    record = report(counts)
    record.lists["disclosure.by_topic"] = TOPICS
    return record


def test_topics_pass_by_the_total_that_they_make() -> None:
    check = by_rule(listed({"disclosure.total": 300, "disclosure.website": 249}))[RULE]
    assert check.status is Status.PASS
    assert check.message == "公开信息主题8项合计249,与网站公开信息249一致"


def test_topics_that_differ_are_a_warning() -> None:
    check = by_rule(listed({"disclosure.total": 240}))[RULE]
    assert (check.status, check.expected, check.found, check.difference) == (Status.UNSURE, 249, 240, -9)


def test_topics_without_a_total_say_nothing() -> None:
    assert RULE not in by_rule(listed({}))
