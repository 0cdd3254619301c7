"""Sums of parts that words count off."""

import pytest

from tests.support import found, stated

WEBSITE = "[网站|DISCLOSURE_ITEM][120|DISCLOSURE_COUNT=disclosure.website]条,"
MEDIA = "[微信|DISCLOSURE_ITEM][30|DISCLOSURE_COUNT=disclosure.wechat]条、[微博|DISCLOSURE_ITEM][20|DISCLOSURE_COUNT=disclosure.weibo]条,"
CHANNELS = (
    "[网络|CHANNEL_CATEGORY][50|CHANNEL_COUNT=requests.by_channel.online]件、[信函|CHANNEL_CATEGORY]"
    "[30|CHANNEL_COUNT=requests.by_channel.mail]件、[当面|CHANNEL_CATEGORY][5|CHANNEL_COUNT=requests.by_channel.in_person]件,"
)
SUMS = {
    "of the last": f"{WEBSITE}{MEDIA}后两者合计[50|DISCLOSURE_COUNT=disclosure.newmedia]条。",
    "of the first": f"{MEDIA}{WEBSITE}前两项之和[50|DISCLOSURE_COUNT=disclosure.newmedia]条。",
    "of all": f"{WEBSITE}{MEDIA}三者相加为[170|DISCLOSURE_COUNT=disclosure.total]条。",
    "of two that the record has no field for": f"{CHANNELS}前两项合计[80|REQUEST_COUNT=other]件。",
    "of all channels": f"{CHANNELS}三项合计[85|REQUEST_COUNT=requests.received]件。",
}


@pytest.mark.parametrize("markup", SUMS.values(), ids=list(SUMS))
def test_a_sum_has_the_field_of_its_parts_together(markup: str) -> None:
    assert found(markup) == stated(markup)


def test_a_sum_that_its_parts_do_not_make_has_no_field_of_theirs() -> None:
    assert ("disclosure.newmedia", 51) not in [fact[::2] for fact in found(f"{WEBSITE}{MEDIA}后两者合计[51|DISCLOSURE_COUNT=other]条。")]
