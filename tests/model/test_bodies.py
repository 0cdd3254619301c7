"""Bodies beside their region."""

import pytest

from tests.support import found, stated

PARTS = {
    "that received requests": (
        "全县共[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,其中县政府办公室[收到|REQUEST_EVENT][2|REQUEST_COUNT=other]件。"
    ),
    "in the next sentence": (
        "全省[受理|REQUEST_EVENT]申请[2400|REQUEST_COUNT=requests.received]件。省政府本级[受理|REQUEST_EVENT][402|REQUEST_COUNT=other]件,同比下降。"
    ),
    "that published": (
        "全省政府[门户网站|DISCLOSURE_ITEM]公开信息[200万|DISCLOSURE_COUNT=disclosure.website:2000000]条,"
        "其中省政府[门户网站|DISCLOSURE_ITEM][6.3万|DISCLOSURE_COUNT=other:63000]条。"
    ),
}
WHOLES = {
    "alone": "县政府办公室[收到|REQUEST_EVENT]申请[2|REQUEST_COUNT=requests.received]件。",
    "on a site": (
        "全市[规范性文件|DISCLOSURE_ITEM][534|DISCLOSURE_COUNT=disclosure.normative_docs]件。"
        "市政府网站登载[规范性文件|DISCLOSURE_ITEM][46|DISCLOSURE_COUNT=disclosure.normative_docs]件。"
    ),
    "of another field": (
        "全县[收到|REQUEST_EVENT]申请[9|REQUEST_COUNT=requests.received]件,县政府办公室[答复|REQUEST_EVENT][2|REQUEST_COUNT=requests.processed]件。"
    ),
}


@pytest.mark.parametrize("markup", [*PARTS.values(), *WHOLES.values()], ids=[*PARTS, *WHOLES])
def test_the_figure_of_one_body_is_a_part_of_that_of_its_region(markup: str) -> None:
    assert found(markup) == stated(markup)
