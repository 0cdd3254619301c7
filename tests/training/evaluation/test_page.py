import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.training.evaluation.made import perfect, with_facts
from training.evaluation.documents import Document
from training.evaluation.page import page
from training.evaluation.report import differences_of, evaluate


@pytest.fixture
def documents(tmp_path: Path) -> list[Document]:
    one, *rest = perfect(tmp_path)
    wrong = [replace(fact, field="requests.processed") if fact.field == "requests.received" else fact for fact in one.facts]
    return [with_facts(one, wrong), *rest]


def test_an_evaluation_is_plain_values(documents: list[Document]) -> None:
    found = json.loads(json.dumps(evaluate(documents, "tiny", "some", "2026-01-01").as_json()))
    assert (found["model"], found["on"], found["passages"]) == ("tiny", "some", 4)
    assert found["facts"]["invented"] == 1
    assert found["errors"][0]["sort"] == "mislinked"
    assert found["intervals"]["facts_f1"]["low"] <= found["facts"]["f1"] <= found["intervals"]["facts_f1"]["high"]


def test_the_page_needs_nothing_else_and_marks_what_is_wrong(documents: list[Document]) -> None:
    html = page([evaluate(documents, "tiny", "some", "2026-01-01")], {})
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)
    assert html.count("<svg") == 4
    wrong = next(fact for fact in documents[0].facts if fact.field == "requests.processed")
    assert f"<mark>{wrong.text}</mark>" in html


def test_a_comparison_shows_both_models_and_their_difference(documents: list[Document], tmp_path: Path) -> None:
    better = perfect(tmp_path)
    differences = differences_of(better, documents)
    html = page([evaluate(better, "new", "some", "2026-01-01"), evaluate(documents, "old", "some", "2026-01-01")], differences)
    assert "new less old, F1" in html
    assert differences["facts"].value > 0
    assert differences["entities"].value == 0


def test_words_of_a_report_are_escaped(documents: list[Document]) -> None:
    one = documents[0]
    hostile = replace(one, gold=replace(one.gold, text=one.gold.text.replace("网络", "<b")), facts=())
    assert "<b[" not in page([evaluate([hostile], "tiny", "some", "2026-01-01")], {})
    assert "&lt;b" in page([evaluate([hostile], "tiny", "some", "2026-01-01")], {})
