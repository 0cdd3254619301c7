import pytest

from model.context import channel_before, own_remedy, words_before


@pytest.mark.parametrize(
    ("label", "folded", "words"),
    [
        ("REQUEST_EVENT", "已按时办结", "按时"),
        ("REQUEST_EVENT", "已经办结", ""),
        ("WORK_ITEM", "来电咨询", "来电"),
        ("REMEDY", "直接向法院起诉", "直接向法院"),
        ("REMEDY", "先复议后又起诉", "复议后又"),
        ("OUTCOME_CATEGORY", "因不由本局", "不由"),
        ("OUTCOME_CATEGORY", "系非本机", "非"),
        ("OUTCOME_CATEGORY", "已予公开", ""),
        ("TOPIC", "直接起诉", ""),
    ],
)
def test_words_before_a_category_that_decide_are_seen(label: str, folded: str, words: str) -> None:
    assert words_before(label, folded, len(folded) - 2, len(folded)) == words


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("败诉", "litigation"),
        ("诉讼结果均为维持", "litigation"),
        ("未经复议直接起诉被驳回", "litigation.direct"),
        ("复议后起诉维持", "litigation.after_review"),
        ("东桥区人民法院一审驳回", "litigation"),
        ("二审维持", "litigation"),
        ("判决驳回", "litigation"),
        ("行政复议结果维持", "reviews"),
        ("统一审核后维持", None),
        ("逐一审理后维持", None),
        ("经复议机关维持", None),
        ("行政复议机关维持", None),
        ("维持", None),
    ],
)
def test_a_result_may_name_its_remedy_itself(words: str, scope: str | None) -> None:
    assert own_remedy(words) == scope


@pytest.mark.parametrize(
    ("before", "fields"),
    [
        ("通过门户网站", ("disclosure.website",)),
        ("我局“两微”共".replace("“", '"').replace("”", '"'), ("disclosure.newmedia",)),
        ("通过其他形式", ("disclosure.other",)),
        ("门户网和工程信息网", ("disclosure.website",)),
        ("市政府网站、本局官网共", ("disclosure.website",)),
        ("我局网站2015年度", ("disclosure.website",)),
        ("本局网站本年度共", ("disclosure.website",)),
        ("网站和微信公众号共", ()),
        ("公众号和门户网", ()),
        ("门户网和公众号", ()),
        ("网站建设,2015年度", ()),
        ("网站2015年1月", ()),
        ("通过互联网", ()),
        ("网站连同公众号", ()),
        ("各部门", ()),
    ],
)
def test_a_general_word_takes_the_one_channel_before_it(before: str, fields: tuple[str, ...]) -> None:
    assert channel_before(before, 0, len(before)) == fields


@pytest.mark.parametrize(
    ("text", "item", "before"),
    [
        ("公开现行有效政府规章5件", "规章", "现行有效政府"),
        ("废止和宣布失效规章", "规章", "废止和宣布失效"),
        ("制发规章", "规章", ""),
        ("文件废止和政策解读2条", "政策解读", ""),
    ],
)
def test_what_stands_before_a_document_says_what_became_of_it(text: str, item: str, before: str) -> None:
    start = text.index(item)
    assert words_before("DISCLOSURE_ITEM", text, start, start + len(item)) == before


def test_the_end_of_the_year_before_an_event_decides_its_field() -> None:
    words = "截至年底结转"
    assert words_before("REQUEST_EVENT", words, 4, 6) == "年底"
    assert words_before("REQUEST_EVENT", "上年末结转", 3, 5) == "上年末"
    assert words_before("REQUEST_EVENT", "期末未办结", 3, 5) == "期末未"
