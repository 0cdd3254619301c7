import re

import pytest

from model.fields import BY_NAME, FIELDS
from model.names import NAMES
from model.record import Figures, Record
from model.tables.forms import CELL_FIELDS, FORMS, Form, Layout, form


def test_the_contract_holds_every_field_of_prose_and_every_cell() -> None:
    assert NAMES.keys() == {field.name for field in FIELDS} | {cell for one in FORMS for cell in one.fields}
    assert all(name == field.name for name, field in NAMES.items())


def test_cells_that_prose_repeats_keep_the_words_of_prose() -> None:
    repeated = CELL_FIELDS.keys() & BY_NAME.keys()
    assert "table2.normative_docs.in_force" in repeated
    assert all(NAMES[name] is BY_NAME[name] for name in repeated)


@pytest.mark.parametrize(
    ("one", "cells"),
    [
        (form("table2", Layout.OF_2019), 22),
        (form("table2", Layout.OF_2021), 10),
        (form("table3", Layout.OF_2019), 23 * 7),
        (form("table3", Layout.OF_2021), 25 * 7),
        (form("table4", Layout.OF_2019), 15),
        (form("table4", Layout.OF_2021), 15),
    ],
    ids=lambda value: f"{value.table} of {value.layout}" if isinstance(value, Form) else str(value),
)
def test_a_form_has_the_cells_that_are_printed(one: Form, cells: int) -> None:
    assert len(one.fields) == len(set(one.fields)) == cells


@pytest.mark.parametrize(
    "name",
    [
        *("table2.fees.amount", "table2.normative_docs.in_force", "table2.other_services.change", "table2.procurement.items"),
        *("table3.denied.three_security.nonprofit", "table3.other.fee_unpaid.total", "table3.other.natural_person"),
        *("table3.carried_out.legal_service", "table4.litigation_after_review.pending", "requests.received"),
    ],
)
def test_names_of_the_contract_exist(name: str) -> None:
    assert name in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_name_has_words_in_both_languages(name: str) -> None:
    field = NAMES[name]
    assert re.search(r"[\u4e00-\u9fff]", field.zh)
    assert field.en
    assert field.en.isascii()


@pytest.mark.parametrize("words", ["zh", "en"])
@pytest.mark.parametrize("one", FORMS, ids=lambda one: f"{one.table} of {one.layout}")
def test_the_cells_of_a_form_have_different_words(one: Form, words: str) -> None:
    named = [getattr(CELL_FIELDS[field], words) for field in one.fields]
    assert len(set(named)) == len(named)


def test_a_record_takes_the_names_of_cells_and_no_others() -> None:
    assert Record(figures={"table3.denied.process.total": Figures()}).figures
    with pytest.raises(ValueError, match="unknown field"):
        Record(figures={"table3.denied.total": Figures()})
