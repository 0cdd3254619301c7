from dataclasses import replace
from pathlib import Path

import pytest

from model.facts import Kind
from tests.training.evaluation.made import perfect, with_facts
from training.evaluation.slices import family_of, length_class, number_form, slices


@pytest.mark.parametrize(
    ("quoted", "kind", "form"),
    [
        ("33", Kind.COUNT, "plain"),
        ("３３", Kind.COUNT, "full width"),
        ("1,234", Kind.COUNT, "separators"),
        ("1.2万", Kind.COUNT, "万, 亿"),
        ("十三", Kind.COUNT, "Chinese numeral"),
        ("86.5%", Kind.SHARE, "percent"),
        ("未收到", Kind.COUNT, "by words"),
        ("2023", Kind.DATE, "name or date"),
    ],
)
def test_how_a_value_is_printed(quoted: str, kind: Kind, form: str) -> None:
    assert number_form(quoted, kind) == form


@pytest.mark.parametrize(
    ("field", "family"),
    [("requests.received", "requests"), ("requests.outcome.denied.process", "requests.outcome"), ("year", "year"), ("fees.amount", "fees")],
)
def test_the_family_of_a_field(field: str, family: str) -> None:
    assert family_of(field) == family


@pytest.mark.parametrize(("characters", "name"), [(99, "under 100"), (100, "100 to 299"), (999, "300 to 999"), (1000, "1000 and more")])
def test_classes_of_length(characters: int, name: str) -> None:
    assert length_class(characters) == name


def test_every_fact_is_in_one_part_of_every_cut(tmp_path: Path) -> None:
    found = slices(perfect(tmp_path))
    assert set(found) == {"layout", "level", "issuer", "length", "family", "number form"}
    assert all(sum(part.right for part in parts.values()) == 12 for parts in found.values())
    assert all(part.f1 == 1 for parts in found.values() for part in parts.values())


def test_a_mislinked_fact_is_missed_in_one_family_and_invented_in_the_other(tmp_path: Path) -> None:
    one = perfect(tmp_path)[0]
    wrong = [replace(fact, field="reviews.total") if fact.field == "requests.received" else fact for fact in one.facts]
    found = slices([with_facts(one, wrong)])["family"]
    assert (found["requests"].missed, found["reviews"].invented) == (1, 1)
