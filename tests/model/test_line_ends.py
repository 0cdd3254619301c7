from hypothesis import given
from hypothesis import strategies as st

from model.facts import Entity
from model.line_ends import Sent
from model.record import Figures, Record, Value

TEXTS = st.lists(st.sampled_from(["收到", "3", "件", "\r\n", "\n", "\r", "😀"]), max_size=12).map("".join)


@given(TEXTS)
def test_every_stretch_that_is_read_is_found_in_the_text_as_it_was_sent(text: str) -> None:
    sent = Sent(text)
    for start in range(len(sent.read)):
        for end in range(start + 1, len(sent.read) + 1):
            read = sent.read[start:end]
            placed = sent.placed(Entity("UNIT", start, end, read, 1.0))
            assert text[placed.start : placed.end] == placed.text
            assert placed.text.replace("\r\n", "\n") == read
            assert (placed.text[0], placed.text[-1]) == (read[0], read[-1])


def test_places_are_found_at_any_depth() -> None:
    value = Value(value=3, text="3", start=4, end=5)
    record = Record(figures={"requests.received": Figures(count=value)})
    placed, (entity,) = Sent("甲\r\n收\r\n3件").placed((record, [Entity("REQUEST_COUNT", 4, 5, "3", 0.9)]))
    assert placed.figures["requests.received"].count == value.model_copy(update={"start": 6, "end": 7})
    assert (entity.start, entity.end) == (6, 7)


def test_what_has_no_place_and_what_was_read_in_other_texts_stays() -> None:
    entered = Value(value=3)
    assert Sent("甲\r\n3").placed(entered) == entered
    entity = Entity("REQUEST_COUNT", 2, 3, "3", 0.9)
    assert Sent("甲\n3").placed(entity) is entity
