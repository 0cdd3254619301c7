import re

import numpy as np
import pytest

from model.characters import fold
from model.confidence import MOST, Calibration
from model.facts import FigureEntity
from model.fields import STATED, STATED_IDS
from model.labels import TAG_IDS, TAGS
from model.logits import Logits
from model.tagger import hints, number_mask, softmax, tag, trim, whole_logits
from model.windows import CORE

NAMES = {"REQUEST_EVENT": "收到", "APPLICANT_CATEGORY": "自然人"}


class WordEncoder:
    """An encoder that marks words and figures wherever they stand, and remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def __call__(self, folded: str) -> Logits:
        self.given.append(folded)
        logits, stated = np.zeros((len(folded), len(TAGS)), np.float32), np.full((len(folded), len(STATED)), -9, np.float32)
        logits[:, TAG_IDS["O"]] = 4
        for label, pattern in (*NAMES.items(), ("REQUEST_COUNT", r"\d+")):
            for match in re.finditer(pattern, folded):
                logits[match.start(), TAG_IDS[f"B-{label}"]] = 9
                logits[match.start() + 1 : match.end(), TAG_IDS[f"I-{label}"]] = 9
                stated[match.start(), STATED_IDS["requests.received"]] = 2
        return Logits(logits, stated)


def test_entities_are_quoted_from_the_text_as_it_was_sent() -> None:
    text = "👍共收到申請３３９２宗\r\n自然人２件"
    entities = tag(text, WordEncoder())
    assert [(entity.label, entity.text) for entity in entities] == [
        ("REQUEST_EVENT", "收到"),
        ("REQUEST_COUNT", "３３９２"),
        ("APPLICANT_CATEGORY", "自然人"),
        ("REQUEST_COUNT", "２"),
    ]
    assert all(text[entity.start : entity.end] == entity.text for entity in entities)
    assert all(0.9 < entity.confidence <= 1 for entity in entities)


def test_the_encoder_sees_folded_text() -> None:
    encoder = WordEncoder()
    tag("東莞市２０１９", encoder)
    assert encoder.given == ["东莞市2019"]


def test_a_long_gap_is_not_shown_to_the_encoder_and_moves_nothing() -> None:
    encoder = WordEncoder()
    text = f"自然人\n- 3 -{' ' * 40}\n收到{' ' * 9}12宗"
    assert [(entity.text, entity.start) for entity in tag(text, encoder)] == [
        ("自然人", 0),
        ("收到", text.index("收")),
        ("12", text.index("12")),
    ]
    assert encoder.given == ["自然人\n 收到 55宗"]


def test_a_short_text_is_read_in_one_window() -> None:
    encoder = WordEncoder()
    folded = fold("收到申请5宗。自然人5件。")
    assert all(map(np.array_equal, whole_logits(folded, encoder), WordEncoder()(folded)))
    assert encoder.given == [folded]


def test_windows_are_merged_to_what_one_window_would_give() -> None:
    folded = "收到申请3392宗,其中自然人2936件。" * 40
    encoder = WordEncoder()
    assert all(map(np.array_equal, whole_logits(folded, encoder), WordEncoder()(folded)))
    assert len(encoder.given) > len(folded) // (2 * CORE)


def test_a_long_text_is_tagged_to_its_end() -> None:
    sentence = "全年共收到政府信息公开申请33宗。"
    text = sentence * (30_000 // len(sentence)) + "自然人7件"
    entities = tag(text, WordEncoder())
    assert len(entities) == 2 * text.count("收到") + 2
    assert (entities[-1].text, entities[-1].end) == ("7", len(text) - 1)


def test_a_long_text_without_any_pause_is_tagged_to_its_end() -> None:
    text = "字" * 29_998 + "77"
    (entity,) = tag(text, WordEncoder())
    assert (entity.text, entity.end) == ("77", 30_000)


def test_a_model_of_fewer_labels_and_fields_still_tags() -> None:
    def older(folded: str) -> Logits:
        tags, stated = WordEncoder()(folded)
        return Logits(tags[:, :-2], stated[:, :-3])

    event, count = tag("收到3", older)
    assert (event.label, count.label) == ("REQUEST_EVENT", "REQUEST_COUNT")


def test_a_figure_has_hints_of_its_fields_and_a_category_has_none() -> None:
    event, count = tag("收到3", WordEncoder())
    assert isinstance(count, FigureEntity)
    assert count.hints == (("requests.received", 0.8808),)
    assert not isinstance(event, FigureEntity)


def test_hints_are_chances_the_likeliest_first() -> None:
    stated = np.full((2, len(STATED)), -20, np.float32)
    stated[1, [4, 7]] = 0, 3
    assert hints(stated) == [(), ((STATED[7], 0.9526), (STATED[4], 0.5))]


def test_no_figures_have_no_hints() -> None:
    assert hints(np.empty((0, len(STATED)), np.float32)) == []


def test_no_text_has_no_entities() -> None:
    assert tag("", WordEncoder()) == ()


def test_a_number_is_masked_behind_its_first_digit() -> None:
    assert number_mask("共3,392宗12.5%").tolist() == [False, False, True, True, True, True, False, False, True, True, True, True]


def test_probabilities_add_up_to_one() -> None:
    logits = np.array([[1, 2, 3], [1000, 0, 0]], np.float32)
    assert softmax(logits).sum(axis=1) == pytest.approx([1, 1])


def test_confidence_is_the_calibrated_posterior() -> None:
    (plain,) = tag("收到", WordEncoder())
    (doubted,) = tag("收到", WordEncoder(), Calibration(span=(1.0, -3.0)))
    assert 0.5 < plain.confidence <= MOST
    assert doubted.confidence < plain.confidence


def test_a_temperature_makes_the_tagger_less_sure() -> None:
    (plain,), (hot,) = tag("收到", WordEncoder()), tag("收到", WordEncoder(), Calibration(temperature=4.0))
    assert hot.confidence < plain.confidence


@pytest.mark.parametrize(
    ("text", "span"), [(" 件 ", (1, 2)), ("\n件", (1, 2)), ("件", (0, 1)), ("  ", (2, 2)), ("微信、", (0, 2)), (",人事、师资: ", (1, 6))]
)
def test_spaces_and_marks_at_the_edges_of_a_span_are_cut_off(text: str, span: tuple[int, int]) -> None:
    assert trim(text, 0, len(text)) == span
