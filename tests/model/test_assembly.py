from hypothesis import given, settings
from hypothesis import strategies as st

from model.assembly import assemble
from model.facts import Entity, Fact, Time
from model.fields import BY_NAME
from model.labels import LABELS
from model.pages import prose_text
from tests.support import marked, read

WORDS = (
    *("收到", "办结", "结转下年度", "自然人", "企业", "网络", "信函", "予以公开", "属于国家秘密", "其他", "行政复议", "维持", "规范性文件"),
    *("培训", "费", "均", "未收到", "上年", "历年累计", "3", "3392", "1,234", "12.5%", "百分之三十", "三十五", "4件", "1.5倍", "2019"),
    *("1.2万", "件", "万元", "人次", "2019年1月1日", "12月31日", "99月99日", "若干", "💬", "東莞市", "", "３"),
)
BETWEEN = (
    "",
    ",",
    "。",
    ";",
    "\n",
    "\r\n",
    "、",
    "和",
    "其中",
    "占",
    "下降",
    "增长",
    "是",
    "(",
    "\n\n二、",
    "\u200b",
    "上述",
    "约",
    "余",
    "📈",
)


@st.composite
def statements(draw: st.DrawFn) -> tuple[str, list[Entity]]:
    """Any words side by side, some of them under any label."""
    text = ""
    entities: list[Entity] = []
    for _ in range(draw(st.integers(0, 12))):
        text += draw(st.sampled_from(BETWEEN))
        words = draw(st.sampled_from(WORDS))
        label = draw(st.sampled_from([None, *(label.name for label in LABELS)]))
        if label is not None and words:
            entities.append(Entity(label, len(text), len(text) + len(words), words, draw(st.floats(0, 1))))
        text += words
    return text, entities


@st.composite
def arbitrary(draw: st.DrawFn) -> tuple[str, list[Entity]]:
    """Any text and any spans of it that do not overlap."""
    text = draw(st.text(st.sampled_from("收件3,.%占。\n万 一百年月日均无\u200b🀄Ａ９")))
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), unique=True, max_size=10)))
    labels = st.sampled_from([label.name for label in LABELS])
    spans = zip(bounds[::2], bounds[1::2], strict=False)
    return text, [Entity(draw(labels), start, end, text[start:end], 0.9) for start, end in spans]


def assert_well_formed(text: str, facts: tuple[Fact, ...]) -> None:
    for fact in facts:
        assert text[fact.start : fact.end] == fact.text != ""
        assert fact.field in BY_NAME
        assert fact.value is not None
        assert 0 <= fact.confidence <= 1
        assert all(text[entity.start : entity.end] == entity.text for entity in fact.evidence)
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)


@settings(max_examples=300, deadline=None)
@given(statements())
def test_any_statement_is_read_and_quoted(statement: tuple[str, list[Entity]]) -> None:
    text, entities = statement
    assert_well_formed(text, assemble(text, prose_text(text), entities))


@settings(max_examples=150, deadline=None)
@given(arbitrary())
def test_any_text_with_any_spans_is_read_and_quoted(statement: tuple[str, list[Entity]]) -> None:
    text, entities = statement
    assert_well_formed(text, assemble(text, prose_text(text), entities))


def test_nothing_tagged_states_nothing() -> None:
    assert assemble("2019年收到申请3件。", "2019年收到申请3件。", []) == ()
    assert assemble("", "", []) == ()


def test_full_width_and_traditional_text_is_quoted_as_it_was_sent() -> None:
    (fact,) = read("👍東莞市共[收到|REQUEST_EVENT]申請[３，３９２|REQUEST_COUNT=requests.received:3392]宗\r\n")
    assert (fact.text, fact.value, fact.unit) == ("３，３９２", 3392, "宗")


def test_the_text_of_a_count_is_its_number_alone() -> None:
    text, entities, _ = marked("[收到|REQUEST_EVENT]申请[ 12 件|REQUEST_COUNT=requests.received]")
    (fact,) = assemble(text, prose_text(text), entities)
    assert fact.text == "12"


def test_confidence_is_that_of_the_weakest_span_at_most() -> None:
    text, entities, _ = marked("[收到|REQUEST_EVENT]申请[12|REQUEST_COUNT=requests.received]件")
    weaker = [Entity(one.label, one.start, one.end, one.text, 0.5 if one.label == "REQUEST_EVENT" else 0.9) for one in entities]
    (fact,) = assemble(text, prose_text(text), weaker)
    assert 0.4 < fact.confidence <= 0.5


def test_a_head_does_not_govern_the_next_section() -> None:
    facts = read(
        "一、[行政复议|REMEDY][3|REMEDY_COUNT=reviews.total]件。\n二、[行政诉讼|REMEDY][2|REMEDY_COUNT=litigation.total]件。"
        "[维持|REMEDY_RESULT][1|REMEDY_COUNT=litigation.upheld]件。"
    )
    assert facts[-1].field == "litigation.upheld"


def test_a_heading_behind_a_paragraph_opens_the_section_of_its_own_sentence() -> None:
    facts = read(
        "公开复文[56|OTHER_COUNT=other]件。\n依申请公开情况\n[新收到|REQUEST_EVENT]申请[96|REQUEST_COUNT=requests.received]件。"
        "所有申请[均|ALL=requests.processed:96]在时限内[办结|REQUEST_EVENT]。"
    )
    assert (facts[-1].field, facts[-1].value) == ("requests.processed", 96)


def test_what_was_carried_over_to_the_own_year_was_carried_in() -> None:
    facts = read(
        "[2023|YEAR=year]年[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件。2022年[收到|REQUEST_EVENT],"
        "[结转至2023年|REQUEST_EVENT]作出[答复|REQUEST_EVENT]的申请[3|REQUEST_COUNT=requests.carried_in]件,"
        "[结转至2024年|REQUEST_EVENT]的[2|REQUEST_COUNT=requests.carried_out]件。"
    )
    assert [(fact.field, fact.value) for fact in facts[1:]] == [
        ("requests.received", 9),
        ("requests.carried_in", 3),
        ("requests.carried_out", 2),
    ]


def test_what_was_published_since_the_beginning_is_cumulative() -> None:
    (fact,) = read("到年底[累计主动公开政府信息|DISCLOSURE_ITEM][6413|DISCLOSURE_COUNT=disclosure.cumulative@cumulative]条。")
    assert (fact.field, fact.time) == ("disclosure.cumulative", Time.CUMULATIVE)


def test_identity_and_figures_come_in_reading_order() -> None:
    facts = read("[青川县教育局|ISSUER=issuer][2019|YEAR=year]年报告:[收到|REQUEST_EVENT]申请[12|REQUEST_COUNT=requests.received]件。")
    assert [fact.field for fact in facts] == ["issuer", "year", "requests.received"]
