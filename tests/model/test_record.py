import pytest
from pydantic import ValidationError

from model.record import Figures, Mention, Record, Row, Value


def test_the_record_survives_json() -> None:
    count = Figures(count=Value(value=33, unit="件", text="33", start=10, end=12, also=[Mention(value=0)]))
    record = Record(figures={"requests.received": count}, lists={"disclosure.by_topic": [Row(name="财政", figures=count)]})
    assert Record.model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize("data", [{"figures": {"requests.recieved": {}}}, {"lists": {"topics": []}}, {"figure": {}}])
def test_names_that_the_contract_has_not_are_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Record.model_validate(data)
