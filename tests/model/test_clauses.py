import pytest

from tests.support import found, read, stated

LISTED = "[重复申请|OUTCOME_CATEGORY][13|OUTCOME_COUNT=requests.outcome.not_processed.repeat]件,"


@pytest.mark.parametrize(
    ("markup", "field"),
    [
        ("要求提供公开出版物[3|OUTCOME_COUNT=other]件", "requests.outcome.not_processed.publication"),
        ("[3|OUTCOME_COUNT=other]件属于国家秘密", "requests.outcome.denied.state_secret"),
        (LISTED + "无正当理由大量反复申请[12|OTHER_COUNT=other]件", "requests.outcome.not_processed.mass"),
        ("授课[3|WORK_COUNT=other]次", "training.sessions"),
        ("听课[30|WORK_COUNT=other]人次", "training.people"),
        ("用传真[2|CHANNEL_COUNT=other]件", "requests.by_channel.fax"),
    ],
)
def test_a_count_is_named_by_the_words_of_its_clause(markup: str, field: str) -> None:
    assert read(markup)[-1].field == field


@pytest.mark.parametrize(
    "markup",
    [
        "公开[3|OUTCOME_COUNT=other]件",
        "无正当理由大量反复申请[12|OTHER_COUNT=other]件",
        "重复信访,[12|OUTCOME_COUNT=other]件",
        LISTED + "全年工作会议[12|OTHER_COUNT=other]次",
    ],
    ids=["a word of the last resort", "other business in no list", "words of another clause", "business behind a list"],
)
def test_a_count_without_plain_words_stays_nameless(markup: str) -> None:
    assert read(markup)[-1].field == "other"


def test_words_of_the_own_clause_name_before_a_category_of_the_next() -> None:
    markup = (
        "通过信函收到的[164|CHANNEL_COUNT=requests.by_channel.mail]件最多,其次是[网络|CHANNEL_CATEGORY]"
        "[116|CHANNEL_COUNT=requests.by_channel.online]件,[当面|CHANNEL_CATEGORY][14|CHANNEL_COUNT=requests.by_channel.in_person]件,"
        "[传真|CHANNEL_CATEGORY][零|NIL=requests.by_channel.fax]。"
    )
    assert found(markup) == stated(markup)


def test_a_category_behind_its_count_stays_where_the_own_clause_has_no_plain_words() -> None:
    markup = "受理的[116|CHANNEL_COUNT=requests.by_channel.online]件,均来自[网络|CHANNEL_CATEGORY]。"
    assert found(markup) == stated(markup)
