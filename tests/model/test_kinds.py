"""Numbers of kinds."""

import pytest

from tests.support import found, stated

KINDS = {
    "of two sizes": (
        "[公开信息|DISCLOSURE_ITEM][28|DISCLOSURE_COUNT=other]大项、[79|DISCLOSURE_COUNT=other]小项,共[657|DISCLOSURE_COUNT=disclosure.total]条。"
    ),
    "in words": "[主动公开信息|DISCLOSURE_ITEM][十一|DISCLOSURE_COUNT=other:11]大类[231|DISCLOSURE_COUNT=disclosure.total]条。",
}


@pytest.mark.parametrize("markup", KINDS.values(), ids=list(KINDS))
def test_kinds_count_no_information(markup: str) -> None:
    assert found(markup) == stated(markup)
