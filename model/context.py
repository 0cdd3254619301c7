"""What the words around a category say of its field: 逾期 before 答复, a channel before a general word, the remedy of a result."""

import re

from model.lexicon import name_fields

_WORDS_BEFORE = {
    "REQUEST_EVENT": re.compile(
        r"(?:按时|按期|如期|日内|[期时]限内|延期|延长|逾期|超期|超时|应|需|待|须)(?:予以|作出|依法|后)?\s?$|[正尚仍还]在\s?$|[尚仍还]未能?\s?$"
        r"|(?:[上去前往]一?年?度?)?[年期][初末底终]\s?未?$"
    ),
    "OUTCOME_CATEGORY": re.compile(r"(?:非|不(?:属于?|是|归|由))$"),
    "WORK_ITEM": re.compile(r"(?:来电|电话|热线|网上|在线|网络|当面|上门|来访|现场)的?$|专[、和及]?$"),
    "DISCLOSURE_ITEM": re.compile(r"(?:废止|失效|[现继][行续]有效)(?:和|及|、|宣布|失效|的|[省市区县]|政府|行政|部门)*$"),
    "REMEDY": re.compile(r"直接(?:向[^,。;]{0,6})?$|(?:复议|维持)(?:决定)?后[^,。;]{0,4}$"),
}
"""What right before a category's words decides its field: 按时, 逾期, 需, 正在, 年末 before an event, 来电 before 咨询, 废止 before 规章,
直接 before 起诉, 不由 before 本机关制作."""

_OWN_REMEDY = (
    (re.compile(r"(未经复议|直接|径直)[^,;。]{0,4}诉"), "litigation.direct"),
    (re.compile(r"复议之?后[^,;。]{0,4}诉|经过?复议[^,;。]{0,2}(再|后)[^,;。]{0,2}诉"), "litigation.after_review"),
    (re.compile(r"诉讼|起诉|败诉|胜诉|撤诉|判决|法院|(?<!统)[一二]审(?![理核批查])"), "litigation"),
    (re.compile(r"行政复议(?!机关)|复议(?=结果|案件|维持|纠正|撤销)"), "reviews"),
)
_SITE = r"(?:门户|信息|政务|政府|公开|官|外)网"
_CHANNEL = re.compile(
    rf"(主站|网站|{_SITE}|目录|公众号|微信|微博|抖音号?|视频号|新媒体|两微|其他(?:形式|方式|渠道|途径))"
    r"[\"']?(?:上|系统|平台)?(?:\d{4}年度?|本年度?)?(?:共|累计|全年)?的?(?:政府|政务)?(?:信息)?的?$"
)
_AND = r"[\"']?(?:和|及|与|连同|、)[^,。;]{0,16}$"
_JOINED_SITE = re.compile(rf"网站?{_AND}")
_JOINED_CHANNEL = re.compile(rf"(?:微信|微博|号|媒体|平台){_AND}")
_CHANNEL_REACH, _JOINED_REACH = 20, 28
_WORDS_REACH = 12
_DOCUMENTS = {"disclosure.regulations", "disclosure.normative_docs"}


def words_before(label: str, folded: str, start: int, end: int) -> str:
    """The words right before a category that decide its field, or nothing; `start` and `end` are those of the category."""
    if label == "DISCLOSURE_ITEM" and not _DOCUMENTS.intersection(name_fields(label, folded[start:end])):
        return ""
    pattern = _WORDS_BEFORE.get(label)
    match = pattern.search(folded, max(0, start - _WORDS_REACH), start) if pattern else None
    return match.group() if match else ""


def channel_before(folded: str, start: int, end: int) -> tuple[str, ...]:
    """The one channel named right before a general word (主站信息[发布量], 目录系统的[发布量], 网站2015年度[公开信息]), or nothing.

    Several sites (门户网和工程信息网) are one channel.

    Args:
        folded: the folded text.
        start: where the category before ends.
        end: where the general word begins.
    """
    match = _CHANNEL.search(folded, max(start, end - _CHANNEL_REACH), end)
    if match is None:
        return ()
    fields = name_fields("DISCLOSURE_ITEM", match.group(1))
    others = (_JOINED_CHANNEL,) if fields == ("disclosure.website",) else (_JOINED_CHANNEL, _JOINED_SITE)
    before = max(start, match.start() - _JOINED_REACH), match.start()
    return () if any(other.search(folded, *before) for other in others) else fields


def own_remedy(words: str) -> str | None:
    """The remedy that the words of a result and of its clause name themselves (诉讼结果维持, 败诉), None where they name none for sure."""
    return next((scope for pattern, scope in _OWN_REMEDY if pattern.search(words)), None)
