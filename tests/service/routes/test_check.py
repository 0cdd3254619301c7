import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from model.fields import BY_NAME
from model.record import Figures
from tests.service.posting import post
from tests.service.problem import only_error, problem_of

NUMBERS = st.integers(-5, 5000) | st.floats(-1e15, 1e15)
MENTIONS = st.fixed_dictionaries({"value": NUMBERS}, optional={"text": st.sampled_from(["3392", "1.2万"]), "approximate": st.booleans()})
VALUES = st.fixed_dictionaries({"value": NUMBERS}, optional={"decimals": st.integers(0, 400), "also": st.lists(MENTIONS, max_size=2)})
NAMED = st.fixed_dictionaries({"value": st.text(max_size=2)})
FIGURES = st.dictionaries(st.sampled_from(list(Figures.model_fields)), VALUES, max_size=4)
ROWS = st.lists(st.fixed_dictionaries({"name": st.text(max_size=2), "figures": FIGURES}), max_size=2)
NAMES = st.sampled_from(list(BY_NAME))
RECORDS = st.fixed_dictionaries(
    {"figures": st.dictionaries(NAMES, FIGURES, max_size=12)},
    optional={"year": VALUES, "issuer": NAMED, "lists": st.dictionaries(NAMES, ROWS, max_size=2)},
)


def test_a_record_is_checked_as_it_was_answered(client: TestClient) -> None:
    record = post(client, "/v1/extract", {"text": "收到3392件,4件"}).json()["record"]
    count = {"value": 3392, "unit": "件", "text": "3392", "start": 2, "end": 6, "decimals": 0, "confidence": 0.9}
    assert record == {"figures": {"requests.received": {"count": count}}}
    response = post(client, "/v1/check", {"record": record})
    assert response.status_code == 200
    assert set(response.json()) == {"checks"}


def test_a_figure_entered_by_hand_needs_only_its_value(client: TestClient) -> None:
    record = {"figures": {"requests.received": {"count": {"value": 3}}}}
    assert post(client, "/v1/check", {"record": record}).status_code == 200


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (None, "record"),
        ([], "record"),
        ({"isuer": {"value": "东莞市"}}, "record.isuer"),
        ({"figures": {"requests.recieved": {}}}, "record.figures.requests.recieved"),
        ({"figures": {"requests.received": {"count": {}}}}, "record.figures.requests.received.count.value"),
        ({"figures": {"requests.received": {"count": 3}}}, "record.figures.requests.received.count"),
        ({"figures": {"requests.received": {"count": {"value": None}}}}, "record.figures.requests.received.count.value"),
        ({"figures": {"requests.received": {"count": {"value": 1e300}}}}, "record.figures.requests.received.count.value"),
        ({"figures": {"requests.received": {"count": {"value": 3, "basis": "guessed"}}}}, "record.figures.requests.received.count.basis"),
        ({"figures": {"requests.received": {"count": {"value": 3, "also": [4]}}}}, "record.figures.requests.received.count.also[0]"),
        ({"figures": {"requests.received": {"count": {"value": "34"}}}}, "record.figures.requests.received.count.value"),
        ({"figures": {"requests.received": {"count": {"value": True}}}}, "record.figures.requests.received.count.value"),
        (
            {"figures": {"requests.received": {"share": {"value": 3, "also": [{"value": 4}, {"value": "5%"}]}}}},
            "record.figures.requests.received.share.also[1].value",
        ),
        ({"lists": {"other": [{"name": "热线", "figures": {"count": {"value": "3"}}}]}}, "record.lists.other[0].figures.count.value"),
        ({"year": {"value": "2023"}}, "record.year.value"),
        ({"year": {"value": 2023, "confidence": -7}}, "record.year.confidence"),
        ({"year": {"value": 2023, "confidence": 1.01}}, "record.year.confidence"),
        ({"year": {"value": 2023, "confidence": True}}, "record.year.confidence"),
        ({"year": {"value": 2023, "decimals": -1}}, "record.year.decimals"),
        ({"year": {"value": 2023, "approximate": "no"}}, "record.year.approximate"),
        (
            {"cells": {"table3.received.natural_person": {"kind": "blank", "inferred": 0}}},
            "record.cells.table3.received.natural_person.inferred",
        ),
        (
            {"cells": {"table3.received.natural_person": {"kind": "unreadable", "candidates": [None, True]}}},
            "record.cells.table3.received.natural_person.candidates[1]",
        ),
        ({"\ud800": 1}, "record"),
        ({"figures": {"\ud800": {}}}, "record.figures"),
        ({"issuer": {"value": "\ud800"}}, "record.issuer.value"),
        ({"lists": {"other": [{"name": "热线"}]}}, "record.lists.other[0].figures"),
    ],
)
def test_the_field_of_the_record_that_is_at_fault_is_named(client: TestClient, record: Any, field: str) -> None:
    error = only_error(problem_of(post(client, "/v1/check", {"record": record}), 422, "invalid-fields"))
    assert error["field"] == field


# The app keeps nothing from one record to the next.
@hypothesis_settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(RECORDS)
def test_any_record_is_checked_in_finite_numbers(client: TestClient, record: Any) -> None:
    response = post(client, "/v1/check", {"record": record})
    assert response.status_code == 200
    json.loads(response.text, parse_constant=pytest.fail)
